package io.github.anomalydata.drift.online;

import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.internal.ParallelRows;

/**
 * The kernel values of all pairs of rows of a reference, for the simulation of streams.
 *
 * <p>Rows that are drawn apart are independent in a stream, but two of them may be one row of the
 * reference, or neighbours, which resemble one another as no independent rows do. For such a pair
 * the mean of the first row with all that are no neighbours stands: then sums over drawn rows have
 * the mean of those over rows of the process.
 */
final class ReferenceGram {
  /** The kernel value of a row with itself. Sums of a million of that are exact. */
  private static final int UNIT = 0xFFFF;

  /** The references that are drawn from this one, as it was from the process. */
  private static final int EMBEDDINGS = 32;

  private static final long PURPOSE = 0x6d6d64;

  private final char[][] apart;

  /** The values of a row with those before it: of the one {@code lag} before it at that index. */
  private final char[][] together;

  private final double unit;
  private final double excess;

  private ReferenceGram(char[][] apart, char[][] together, double unit, double excess) {
    this.apart = apart;
    this.together = together;
    this.unit = unit;
    this.excess = excess;
  }

  static ReferenceGram of(DiscrepancyFit fit, int block, ParallelRows workers) {
    Samples reference = fit.kept();
    int n = reference.count();
    int near = Math.min(block, Math.max(1, n / 4));
    double unit = (double) fit.gammas().length / UNIT;
    char[][] apart = new char[n][n];
    char[][] together = new char[n][near];
    double[] excesses = new double[n];
    workers.run(
        n,
        (from, to) -> {
          KernelRows.Values values = fit.rows().new Values();
          double[] row = new double[reference.columns()];
          for (int i = from; i < to; i++) {
            reference.copyRow(i, row);
            excesses[i] = fill(values.of(row), i, unit, apart[i], together[i]);
          }
        });
    return new ReferenceGram(apart, together, unit, DiscrepancyFit.sum(excesses) / n / (n - 1));
  }

  /** Returns what the neighbours of a row have above the mean, in all. */
  private static double fill(double[] values, int i, double unit, char[] apart, char[] together) {
    int n = values.length;
    long sum = 0;
    for (int k = 0; k < n; k++) {
      apart[k] = (char) Math.rint(values[k] / unit);
      sum += apart[k];
    }
    int near = together.length;
    long ofNear = apart[i];
    together[0] = apart[i];
    for (int lag = 1; lag < near; lag++) {
      together[lag] = apart[Math.floorMod(i - lag, n)];
      ofNear += together[lag] + apart[(i + lag) % n];
    }
    int neighbours = 2 * near - 1;
    double mean = (double) (sum - ofNear) / (n - neighbours);
    for (int lag = 1 - near; lag < near; lag++) {
      apart[Math.floorMod(i + lag, n)] = (char) Math.rint(mean);
    }
    return (ofNear - together[0] - (neighbours - 1) * mean) * unit;
  }

  int count() {
    return apart.length;
  }

  /** Returns the values of a row with rows drawn apart from it, in units. */
  char[] apart(int row) {
    return apart[row];
  }

  /** Returns the values of a row with those before it, in units, by how many they are before. */
  char[] together(int row) {
    return together[row];
  }

  /** Returns what values are multiples of. */
  double unit() {
    return unit;
  }

  /**
   * Draws references from this one: that it differs from the process by chance is seen in how they
   * differ from it.
   *
   * @return for each of them the mean value of each row with its rows, and last that of two
   *     different rows of it
   */
  double[][] embeddings(int block, long seed, ParallelRows workers) {
    double[][] embeddings = new double[EMBEDDINGS][];
    workers.runPieces(EMBEDDINGS, () -> e -> embeddings[e] = embedding(block, seed, e));
    return embeddings;
  }

  private double[] embedding(int block, long seed, int number) {
    int n = count();
    Bootstrap draws = new Bootstrap(n, block, RandomStreams.of(seed, PURPOSE, number));
    int[] times = new int[n];
    for (int k = 0; k < n; k++) {
      times[draws.next()]++;
    }
    double[] embedding = new double[n + 1];
    double pairs = 0;
    for (int i = 0; i < n; i++) {
      long sum = weighted(apart[i], times);
      embedding[i] = sum * unit / n;
      pairs += times[i] * (double) (sum - apart[i][i]);
    }
    embedding[n] = pairs * unit / n / (n - 1) + excess;
    return embedding;
  }

  private static long weighted(char[] values, int[] times) {
    long sum = 0;
    for (int k = 0; k < values.length; k++) {
      sum += values[k] * times[k];
    }
    return sum;
  }
}
