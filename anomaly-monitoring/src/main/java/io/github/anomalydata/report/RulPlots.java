package io.github.anomalydata.report;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Plots of predicted against true remaining useful lives. Instances are immutable. */
public final class RulPlots {
  private final double[] predicted;
  private final double[] actual;

  private RulPlots(double[] predicted, double[] actual) {
    this.predicted = predicted;
    this.actual = actual;
  }

  /**
   * Returns the plots of predictions.
   *
   * @param predicted the predicted lives in cycles, finite; copied
   * @param actual the true lives, finite, as many; copied
   * @return the plots
   * @throws IllegalArgumentException if there is none, the lengths differ, or a life is not finite
   */
  public static RulPlots of(double[] predicted, double[] actual) {
    if (actual.length == 0) {
      throw new IllegalArgumentException("actual: at least one, got none");
    }
    Checks.sameLength("predicted", predicted.length, actual.length);
    Checks.finite("predicted", predicted);
    Checks.finite("actual", actual);
    int[] order =
        IntStream.range(0, actual.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> actual[i]))
            .mapToInt(i -> i)
            .toArray();
    return new RulPlots(pick(predicted, order), pick(actual, order));
  }

  private static double[] pick(double[] values, int[] order) {
    return IntStream.of(order).mapToDouble(i -> values[i]).toArray();
  }

  /**
   * Returns a point for each life, and the diagonal on which predictions are right. Above it a life
   * is predicted longer than it is: that is the dangerous side.
   *
   * @return the chart
   */
  public Chart predictedAgainstTrue() {
    long late = IntStream.range(0, actual.length).filter(i -> predicted[i] > actual[i]).count();
    return Chart.of(
            "Predicted against true",
            Axis.of("true RUL (cycles)"),
            Axis.of("predicted RUL (cycles)"),
            actual)
        .withDashes("right", Tone.GREY, actual)
        .withPoints("units", Tone.BLUE, predicted)
        .withDescription(
            late
                + " of "
                + actual.length
                + " predictions are above the diagonal: later than the failure.");
  }

  /**
   * Returns a histogram of errors, predicted less true.
   *
   * @return the chart
   */
  public Chart errors() {
    double[] errors =
        IntStream.range(0, actual.length).mapToDouble(i -> predicted[i] - actual[i]).toArray();
    return Histogram.of("Errors", "predicted − true (cycles)", errors)
        .withPlace("right", Tone.GREY, 0);
  }
}
