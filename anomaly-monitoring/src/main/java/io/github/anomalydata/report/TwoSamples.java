package io.github.anomalydata.report;

import io.github.anomalydata.internal.Require;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Plots of how a reference and current values of one variable are distributed. Values that are not
 * finite are left out. Instances are immutable.
 */
public final class TwoSamples {
  private static final int QUANTILES = 200;
  private static final int STRETCHES = 300;

  private final String quantity;
  private final List<String> names;
  private final double[] firstInTime;
  private final double[] secondInTime;
  private final double[] first;
  private final double[] second;

  private TwoSamples(
      String quantity, List<String> names, double[] firstInTime, double[] secondInTime) {
    this.quantity = quantity;
    this.names = names;
    this.firstInTime = firstInTime;
    this.secondInTime = secondInTime;
    this.first = sorted("reference", firstInTime);
    this.second = sorted("current", secondInTime);
  }

  private static double[] finiteOrNan(double[] values) {
    return Arrays.stream(values)
        .map(value -> Double.isFinite(value) ? value : Double.NaN)
        .toArray();
  }

  private static double[] sorted(String name, double[] values) {
    double[] finite = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
    Require.atLeast("finite values of " + name, finite.length, 1);
    return finite;
  }

  /**
   * Returns two samples, named reference and current.
   *
   * @param quantity what the values are, with their unit; any text
   * @param reference the values before, in the order of time; copied
   * @param current the values now, in the order of time; copied
   * @return the samples
   * @throws IllegalArgumentException if either has no finite value
   */
  public static TwoSamples of(String quantity, double[] reference, double[] current) {
    return new TwoSamples(
        quantity, List.of("reference", "current"), finiteOrNan(reference), finiteOrNan(current));
  }

  /**
   * Returns these samples under other names.
   *
   * @param reference the name of the first
   * @param current the name of the second
   * @return the samples
   */
  public TwoSamples withNames(String reference, String current) {
    return new TwoSamples(quantity, List.of(reference, current), firstInTime, secondInTime);
  }

  /**
   * Returns histograms over the same bins, scaled to an area of 1 each. Bins are as wide as D.
   * Freedman and P. Diaconis, 1981, have it for the reference, {@code 2 IQR n^(-1/3)}, and no more
   * than 60 of them; they cover both samples, but for values beyond 4 interquartile ranges from the
   * quartiles of both, which the first and the last bin count: the description says how many.
   *
   * @return the chart
   */
  public Chart histograms() {
    Bins bins = Bins.of(first, second);
    long beyond = bins.beyond(first) + bins.beyond(second);
    return Chart.of("Distribution", Axis.of(quantity), Axis.of("density"), bins.edges())
        .withBins(names.get(0), Tone.BLUE, bins.densities(first))
        .withBins(names.get(1), Tone.ORANGE, bins.densities(second))
        .withDescription(
            quartiles(0, first)
                + " "
                + quartiles(1, second)
                + (beyond == 0 ? "" : " The end bins hold " + beyond + " values beyond."));
  }

  private String quartiles(int sample, double[] sorted) {
    return "Median of "
        + names.get(sample)
        + " "
        + number(Bins.quantile(sorted, 0.5))
        + ", middle half "
        + number(Bins.quantile(sorted, 0.25))
        + " to "
        + number(Bins.quantile(sorted, 0.75))
        + ".";
  }

  private static String number(double value) {
    return Digits.significant(4).format(value);
  }

  /**
   * Returns the empirical distribution functions, at up to 201 quantiles of both samples together,
   * where they are exact.
   *
   * @return the chart
   */
  public Chart distributionFunctions() {
    double[] pooled =
        DoubleStream.concat(Arrays.stream(first), Arrays.stream(second)).sorted().toArray();
    double[] places =
        IntStream.rangeClosed(0, QUANTILES)
            .mapToDouble(i -> pooled[(int) ((long) i * (pooled.length - 1) / QUANTILES)])
            .distinct()
            .toArray();
    double[] before = shares(first, places);
    double[] now = shares(second, places);
    int where = 0;
    for (int i = 1; i < places.length; i++) {
      where = Math.abs(before[i] - now[i]) > Math.abs(before[where] - now[where]) ? i : where;
    }
    return Chart.of(
            "Empirical distribution function", Axis.of(quantity), Axis.of("share at most"), places)
        .withSteps(names.get(0), Tone.BLUE, before)
        .withSteps(names.get(1), Tone.ORANGE, now)
        .withDescription(
            "Farthest apart, by "
                + Digits.decimals(3).format(Math.abs(before[where] - now[where]))
                + ", at "
                + number(places[where])
                + ".");
  }

  /** Returns the share of values that are at most each place. */
  private static double[] shares(double[] sorted, double[] places) {
    double[] shares = new double[places.length];
    int count = 0;
    for (int i = 0; i < places.length; i++) {
      while (count < sorted.length && sorted[count] <= places[i]) {
        count++;
      }
      shares[i] = (double) count / sorted.length;
    }
    return shares;
  }

  /**
   * Returns quantiles of the second sample against those of the first. Points on the diagonal are
   * equal quantiles; a shift moves all of them, another scale turns them. Quantiles are linear
   * between values.
   *
   * @return the chart
   */
  public Chart quantiles() {
    int count = Math.min(QUANTILES, Math.min(first.length, second.length));
    double[] before = new double[count];
    double[] now = new double[count];
    for (int i = 0; i < count; i++) {
      double level = (i + 0.5) / count;
      before[i] = Bins.quantile(first, level);
      now[i] = Bins.quantile(second, level);
    }
    return Chart.of("Quantiles", Axis.of(names.get(0)), Axis.of(names.get(1)), before)
        .withDashes("equal", Tone.GREY, before)
        .withPoints("quantiles", Tone.ORANGE, now)
        .withDescription(fifths(0, first) + " " + fifths(1, second));
  }

  private String fifths(int sample, double[] sorted) {
    return "From 5 % to 95 %, "
        + names.get(sample)
        + " is "
        + number(Bins.quantile(sorted, 0.05))
        + " to "
        + number(Bins.quantile(sorted, 0.95))
        + ".";
  }

  /**
   * Returns the values in the order of time, those of the first sample and then those of the
   * second. More than 600 rows of a sample are thinned out to the least and the greatest of 300
   * stretches.
   *
   * @return the chart
   */
  public Chart overTime() {
    Thinned before = Thinned.of(firstInTime, 0, STRETCHES);
    Thinned now = Thinned.of(secondInTime, firstInTime.length, STRETCHES);
    int rows = before.values().length + now.values().length;
    double[] places =
        DoubleStream.concat(Arrays.stream(before.places()), Arrays.stream(now.places())).toArray();
    double[] left = new double[rows];
    double[] right = new double[rows];
    Arrays.fill(left, Double.NaN);
    Arrays.fill(right, Double.NaN);
    System.arraycopy(before.values(), 0, left, 0, before.values().length);
    System.arraycopy(now.values(), 0, right, before.values().length, now.values().length);
    boolean thinned = rows < firstInTime.length + secondInTime.length;
    return Chart.of("In the order of time", Axis.of("row"), Axis.of(quantity), places)
        .withLine(names.get(0), Tone.BLUE, left)
        .withLine(names.get(1), Tone.ORANGE, right)
        .withPlace(names.get(1), Tone.GREY, firstInTime.length)
        .withDescription(
            firstInTime.length
                + " rows of "
                + names.get(0)
                + ", then "
                + secondInTime.length
                + " of "
                + names.get(1)
                + "."
                + (thinned ? " Drawn are the least and the greatest of stretches of rows." : ""));
  }
}
