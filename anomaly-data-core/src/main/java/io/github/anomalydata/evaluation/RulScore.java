package io.github.anomalydata.evaluation;

/**
 * How far predictions of remaining useful life are from the truth, with {@code d = predicted -
 * actual} in cycles.
 *
 * @param count the number of predictions, at least 1
 * @param rmse the root of the mean of {@code d²}
 * @param meanAbsoluteError the mean of {@code |d|}
 * @param meanError the mean of {@code d}: positive if failures come earlier than predicted
 * @param nasaScore the sum of {@code exp(-d/13) - 1} for {@code d < 0} and {@code exp(d/10) - 1}
 *     otherwise: to predict too late is worse than to predict too early (Saxena et al., "Damage
 *     propagation modeling for aircraft engine run-to-failure simulation", PHM 2008)
 */
public record RulScore(
    int count, double rmse, double meanAbsoluteError, double meanError, double nasaScore) {

  /**
   * Scores predictions.
   *
   * <p>Whether the actual lives are clipped, as the training targets are, changes the result by a
   * cycle or more: say which it is.
   *
   * @param predicted the predicted lives, in cycles
   * @param actual the actual lives, in cycles
   * @return the score
   * @throws IllegalArgumentException if there are none, the numbers differ, or a value is NaN or
   *     infinite
   */
  public static RulScore of(double[] predicted, double[] actual) {
    if (predicted.length != actual.length || predicted.length == 0) {
      throw new IllegalArgumentException(
          "predicted, actual: as many of each and at least one, got "
              + predicted.length
              + " and "
              + actual.length);
    }
    double squares = 0;
    double absolute = 0;
    double sum = 0;
    double nasa = 0;
    for (int i = 0; i < predicted.length; i++) {
      double d = predicted[i] - actual[i];
      if (!Double.isFinite(d)) {
        throw new IllegalArgumentException(
            "predicted, actual: finite, got " + predicted[i] + " and " + actual[i] + " at " + i);
      }
      squares += d * d;
      absolute += Math.abs(d);
      sum += d;
      nasa += Math.expm1(d < 0 ? -d / 13 : d / 10);
    }
    int n = predicted.length;
    return new RulScore(n, Math.sqrt(squares / n), absolute / n, sum / n, nasa);
  }
}
