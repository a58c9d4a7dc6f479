package io.github.anomalydata.report;

import io.github.anomalydata.internal.Require;
import java.util.Arrays;

/** The histogram of one sample, with the bins of {@link TwoSamples#histograms()}. */
public final class Histogram {
  private Histogram() {}

  /**
   * Returns a histogram of counts.
   *
   * @param title what it shows, not blank
   * @param quantity what the values are, with their unit
   * @param values the values; those that are not finite are left out
   * @return the chart
   * @throws IllegalArgumentException if the title is blank or no value is finite
   */
  public static Chart of(String title, String quantity, double... values) {
    double[] sorted = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    Require.atLeast("finite values", sorted.length, 1);
    Bins bins = Bins.of(sorted, sorted);
    long beyond = bins.beyond(sorted);
    Digits digits = Digits.significant(4);
    return Chart.of(title, Axis.of(quantity), Axis.of("count"), bins.edges())
        .withBins("count", Tone.BLUE, bins.counts(sorted))
        .withDescription(
            "Median "
                + digits.format(Bins.quantile(sorted, 0.5))
                + ", from "
                + digits.format(sorted[0])
                + " to "
                + digits.format(sorted[sorted.length - 1])
                + "."
                + (beyond == 0 ? "" : " The end bins hold " + beyond + " values beyond."));
  }
}
