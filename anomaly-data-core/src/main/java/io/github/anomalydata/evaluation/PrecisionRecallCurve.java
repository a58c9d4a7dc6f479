package io.github.anomalydata.evaluation;

/**
 * Precision against recall of scores: at each threshold, the share of positives (anomalies) among
 * all that score at least as high, and the share of all positives that do.
 *
 * <p>There is one point for each distinct score, from the highest down. The numbers are those of
 * scikit-learn's {@code precision_recall_curve}, in the other order and without its last point, at
 * recall 0, and of {@code average_precision_score}.
 */
public final class PrecisionRecallCurve {
  private final double[] thresholds;
  private final double[] precisions;
  private final double[] recalls;

  private PrecisionRecallCurve(ThresholdCounts counts) {
    int points = counts.size();
    thresholds = new double[points];
    precisions = new double[points];
    recalls = new double[points];
    for (int i = 0; i < points; i++) {
      double hits = counts.truePositives(i);
      thresholds[i] = counts.threshold(i);
      precisions[i] = hits / (hits + counts.falsePositives(i));
      recalls[i] = hits / counts.positives();
    }
  }

  /**
   * Returns the curve of scores.
   *
   * @param scores the scores, the higher the more likely positive
   * @param positive whether each is of a positive
   * @return the curve
   * @throws IllegalArgumentException if there is no positive, the lengths differ, or a score is NaN
   */
  public static PrecisionRecallCurve of(double[] scores, boolean[] positive) {
    ThresholdCounts counts = ThresholdCounts.of(scores, positive);
    if (counts.positives() == 0) {
      throw new IllegalArgumentException("positive: at least one positive, got none");
    }
    return new PrecisionRecallCurve(counts);
  }

  /**
   * Returns the thresholds of the points.
   *
   * @return a new array, falling
   */
  public double[] thresholds() {
    return thresholds.clone();
  }

  /**
   * Returns the precisions of the points.
   *
   * @return a new array, in [0, 1]
   */
  public double[] precisions() {
    return precisions.clone();
  }

  /**
   * Returns the recalls of the points.
   *
   * @return a new array, rising to 1
   */
  public double[] recalls() {
    return recalls.clone();
  }

  /**
   * Returns the average precision: the mean of the precisions, each weighted by the rise in recall
   * from the threshold before, without interpolation.
   *
   * @return the average precision, in (0, 1]; near the share of positives for scores that tell
   *     nothing
   */
  public double averagePrecision() {
    double sum = 0;
    double before = 0;
    for (int i = 0; i < recalls.length; i++) {
      sum += (recalls[i] - before) * precisions[i];
      before = recalls[i];
    }
    return sum;
  }

  /**
   * A threshold and what it gives.
   *
   * @param threshold the threshold: what scores as high is called positive
   * @param precision the share of positives among those
   * @param recall the share of all positives that they are
   * @param f1 the harmonic mean of both
   */
  public record Best(double threshold, double precision, double recall, double f1) {}

  /**
   * Returns the threshold with the best {@code F1 = 2 P R / (P + R)}. It was chosen on these
   * scores, so that on others it will do worse.
   *
   * @return the threshold, the highest of several that are best
   */
  public Best best() {
    Best best = new Best(thresholds[0], precisions[0], recalls[0], f1(0));
    for (int i = 1; i < thresholds.length; i++) {
      if (f1(i) > best.f1()) {
        best = new Best(thresholds[i], precisions[i], recalls[i], f1(i));
      }
    }
    return best;
  }

  private double f1(int i) {
    double sum = precisions[i] + recalls[i];
    return sum == 0 ? 0 : 2 * precisions[i] * recalls[i] / sum;
  }
}
