package io.github.anomalydata.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * How many positives and negatives score at least as high as each distinct score, from the highest
 * down: equal scores are one threshold, since no decision can tell them apart.
 */
final class ThresholdCounts {
  private final double[] thresholds;
  private final int[] truePositives;
  private final int[] falsePositives;

  private ThresholdCounts(double[] thresholds, int[] truePositives, int[] falsePositives) {
    this.thresholds = thresholds;
    this.truePositives = truePositives;
    this.falsePositives = falsePositives;
  }

  static ThresholdCounts of(double[] scores, boolean[] positive) {
    if (scores.length != positive.length) {
      throw new IllegalArgumentException(
          "scores, positive: as many of each, got " + scores.length + " and " + positive.length);
    }
    for (int i = 0; i < scores.length; i++) {
      if (Double.isNaN(scores[i])) {
        throw new IllegalArgumentException("scores: numbers, got NaN at " + i);
      }
    }
    Integer[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> scores[i]).reversed())
            .toArray(Integer[]::new);
    double[] thresholds = new double[order.length];
    int[] truePositives = new int[order.length];
    int[] falsePositives = new int[order.length];
    int distinct = 0;
    int hits = 0;
    for (int i = 0; i < order.length; i++) {
      double score = scores[order[i]];
      hits += positive[order[i]] ? 1 : 0;
      boolean last = i == order.length - 1 || scores[order[i + 1]] != score;
      if (last) {
        thresholds[distinct] = score;
        truePositives[distinct] = hits;
        falsePositives[distinct] = i + 1 - hits;
        distinct++;
      }
    }
    return new ThresholdCounts(
        Arrays.copyOf(thresholds, distinct),
        Arrays.copyOf(truePositives, distinct),
        Arrays.copyOf(falsePositives, distinct));
  }

  /** Returns the number of distinct scores. */
  int size() {
    return thresholds.length;
  }

  double threshold(int i) {
    return thresholds[i];
  }

  int truePositives(int i) {
    return truePositives[i];
  }

  int falsePositives(int i) {
    return falsePositives[i];
  }

  int positives() {
    return size() == 0 ? 0 : truePositives[size() - 1];
  }

  int negatives() {
    return size() == 0 ? 0 : falsePositives[size() - 1];
  }
}
