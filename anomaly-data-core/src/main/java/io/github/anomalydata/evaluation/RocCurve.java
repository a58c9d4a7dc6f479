package io.github.anomalydata.evaluation;

/**
 * The receiver operating characteristic of scores: at each threshold, the share of positives
 * (anomalies) that score at least as high, the true positive rate, against the share of negatives
 * that do, the false positive rate.
 *
 * <p>The curve begins at (0, 0), above the highest score, and has one point for each distinct
 * score; between them it is a line, which is what a coin decides between equal scores. Scores may
 * be infinite. The numbers are those of scikit-learn's {@code roc_curve} (with {@code
 * drop_intermediate=False}) and {@code roc_auc_score}.
 */
public final class RocCurve {
  private final double[] thresholds;
  private final double[] falsePositiveRates;
  private final double[] truePositiveRates;
  private final double auc;

  private RocCurve(ThresholdCounts counts) {
    int points = counts.size() + 1;
    thresholds = new double[points];
    falsePositiveRates = new double[points];
    truePositiveRates = new double[points];
    thresholds[0] = Double.POSITIVE_INFINITY;
    double positives = counts.positives();
    double negatives = counts.negatives();
    // Twice the area in whole pairs: exact, whatever the order of summation.
    long twice = 0;
    for (int i = 1; i < points; i++) {
      thresholds[i] = counts.threshold(i - 1);
      truePositiveRates[i] = counts.truePositives(i - 1) / positives;
      falsePositiveRates[i] = counts.falsePositives(i - 1) / negatives;
      int before = i == 1 ? 0 : counts.falsePositives(i - 2);
      int below = i == 1 ? 0 : counts.truePositives(i - 2);
      twice +=
          (long) (counts.falsePositives(i - 1) - before) * (counts.truePositives(i - 1) + below);
    }
    auc = twice / 2.0 / (positives * negatives);
  }

  /**
   * Returns the curve of scores.
   *
   * @param scores the scores, the higher the more likely positive
   * @param positive whether each is of a positive
   * @return the curve
   * @throws IllegalArgumentException if there is no positive or no negative, the lengths differ, or
   *     a score is NaN
   */
  public static RocCurve of(double[] scores, boolean[] positive) {
    ThresholdCounts counts = ThresholdCounts.of(scores, positive);
    if (counts.positives() == 0 || counts.negatives() == 0) {
      throw new IllegalArgumentException(
          "positive: at least one positive and one negative, got "
              + counts.positives()
              + " and "
              + counts.negatives());
    }
    return new RocCurve(counts);
  }

  /**
   * Returns the thresholds of the points.
   *
   * @return a new array, falling: infinity, then each distinct score
   */
  public double[] thresholds() {
    return thresholds.clone();
  }

  /**
   * Returns the false positive rates of the points.
   *
   * @return a new array, rising from 0 to 1
   */
  public double[] falsePositiveRates() {
    return falsePositiveRates.clone();
  }

  /**
   * Returns the true positive rates of the points.
   *
   * @return a new array, rising from 0 to 1
   */
  public double[] truePositiveRates() {
    return truePositiveRates.clone();
  }

  /**
   * Returns the area under the curve: the probability that a positive scores higher than a
   * negative, where equal scores count half.
   *
   * @return the area, in [0, 1]; 0.5 for scores that tell nothing
   */
  public double auc() {
    return auc;
  }

  /**
   * Returns the area under the part of the curve up to a false positive rate, standardised as by
   * McClish [1]: {@code (1 + (A - m²/2) / (m - m²/2)) / 2}, where {@code A} is the area and {@code
   * m} the rate. DCASE takes 0.1.
   *
   * <p>Reference:
   *
   * <ol>
   *   <li>D. K. McClish (1989), Analyzing a portion of the ROC curve, Medical Decision Making 9. <a
   *       href="https://doi.org/10.1177/0272989X8900900307">doi:10.1177/0272989X8900900307</a>
   * </ol>
   *
   * @param maxFalsePositiveRate the rate, in (0, 1]; 1 gives {@link #auc()}
   * @return the standardised area: 1 for scores that part all, 0.5 for those that tell nothing
   * @throws IllegalArgumentException if the rate is NaN or not in (0, 1]
   */
  public double partialAuc(double maxFalsePositiveRate) {
    double max = maxFalsePositiveRate;
    if (!(max > 0 && max <= 1)) {
      throw new IllegalArgumentException("maxFalsePositiveRate: in (0, 1], got " + max);
    }
    if (max == 1) {
      return auc;
    }
    double area = 0;
    int i = 1;
    for (; falsePositiveRates[i] <= max; i++) {
      area += trapezium(i, falsePositiveRates[i], truePositiveRates[i]);
    }
    double share =
        (max - falsePositiveRates[i - 1]) / (falsePositiveRates[i] - falsePositiveRates[i - 1]);
    double height =
        truePositiveRates[i - 1] + share * (truePositiveRates[i] - truePositiveRates[i - 1]);
    area += trapezium(i, max, height);
    double least = 0.5 * max * max;
    return 0.5 * (1 + (area - least) / (max - least));
  }

  private double trapezium(int to, double x, double y) {
    return (x - falsePositiveRates[to - 1]) * (y + truePositiveRates[to - 1]) / 2;
  }
}
