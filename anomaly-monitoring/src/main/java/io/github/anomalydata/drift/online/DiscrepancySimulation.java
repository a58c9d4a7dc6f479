package io.github.anomalydata.drift.online;

import java.util.Arrays;

/** {@link DiscrepancyStatistic} of rows of the reference, whose kernel values are known. */
final class DiscrepancySimulation implements Simulation {
  private final int size;
  private final ReferenceGram gram;
  private final double[][] embeddings;

  private final int[] rows;
  private final int[] newer;

  private double[] embedding;
  private int filled;
  private int next;
  private double sumOfMeans;
  private long sumOfPairs;

  DiscrepancySimulation(int size, ReferenceGram gram, double[][] embeddings) {
    this.size = size;
    this.gram = gram;
    this.embeddings = embeddings;
    this.embedding = embeddings[0];
    this.rows = new int[size];
    this.newer = new int[size];
  }

  @Override
  public void restart(int stream) {
    embedding = embeddings[stream % embeddings.length];
    Arrays.fill(rows, 0);
    Arrays.fill(newer, 0);
    filled = 0;
    next = 0;
    sumOfMeans = 0;
    sumOfPairs = 0;
  }

  @Override
  public double next(int row, int age) {
    if (filled == size) {
      sumOfMeans -= embedding[rows[next]];
      sumOfPairs -= newer[next];
    }
    char[] apart = gram.apart(row);
    int others = filled;
    int sum = 0;
    for (int j = 0; j < others; j++) {
      int value = apart[rows[j]];
      newer[j] += value;
      sum += value;
    }
    if (filled == size) {
      sum -= apart[rows[next]];
    } else {
      filled++;
    }
    char[] together = gram.together(row);
    for (int lag = 1; lag <= age && lag < together.length && lag < filled; lag++) {
      int place = Math.floorMod(next - lag, size);
      int more = together[lag] - apart[rows[place]];
      newer[place] += more;
      sum += more;
    }
    sumOfPairs += sum;
    rows[next] = row;
    newer[next] = 0;
    next = next + 1 == size ? 0 : next + 1;
    sumOfMeans += embedding[row];
    return filled < size
        ? Statistic.NONE
        : embedding[gram.count()]
            + 2 * gram.unit() * sumOfPairs / ((double) size * (size - 1))
            - 2 * sumOfMeans / size;
  }
}
