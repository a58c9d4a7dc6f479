package io.github.anomalydata.feature;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The features of tsfel's domains {@code statistical} and {@code temporal}. */
final class TsfelStatistics {
  private static final double[] PERCENTILES = {0.2, 0.8};
  private static final int ECDF = 10;
  private static final int HISTOGRAM_BINS = 10;
  private static final int NEIGHBOURS = 10;

  private TsfelStatistics() {}

  static List<Feature> all() {
    List<Feature> all = new ArrayList<>();
    all.add(feature("Absolute energy", "x^2", 1, "sum(x^2)", SignalAnalysis::squares));
    all.add(
        feature(
            "Average power",
            "x^2 Hz",
            2,
            "sum(x^2) over the time from the first to the last sample",
            s -> s.squares() * s.rate() / (s.length() - 1)));
    for (int i = 0; i < ECDF; i++) {
      int number = i + 1;
      all.add(
          feature(
              "ECDF_" + i,
              "1",
              ECDF,
              "(i + 1) / n, whatever the signal",
              s -> (double) number / s.length()));
    }
    for (int i = 0; i < PERCENTILES.length; i++) {
      double part = PERCENTILES[i];
      all.add(
          feature(
              "ECDF Percentile_" + i,
              "x",
              5,
              "the greatest of the least samples that are at most the part " + part,
              s -> endsMeet(s) ? s.samples()[0] : s.sorted()[countUpTo(s, part) - 1]));
    }
    for (int i = 0; i < PERCENTILES.length; i++) {
      double part = PERCENTILES[i];
      all.add(
          feature(
              "ECDF Percentile Count_" + i,
              "1",
              1,
              "the number of samples that are at most the part " + part,
              s -> endsMeet(s) ? s.raw(0) : countUpTo(s, part)));
    }
    all.add(
        feature(
            "Entropy",
            "1",
            2,
            "of the frequencies of different values, over log2 n; 0 if constant",
            TsfelStatistics::entropy));
    all.add(
        feature(
            "Histogram mode",
            "x",
            1,
            "the middle of the fullest of 10 bins",
            TsfelStatistics::histogramMode));
    all.add(twin("Interquartile range", "iqr"));
    all.add(twin("Kurtosis", "kurtosis"));
    all.add(twin("Max", "max"));
    all.add(twin("Mean", "mean"));
    all.add(twin("Mean absolute deviation", "mean_absolute_deviation"));
    all.add(twin("Median", "median"));
    all.add(twin("Median absolute deviation", "median_absolute_deviation"));
    all.add(twin("Min", "min"));
    all.add(twin("Peak to peak distance", "peak_to_peak"));
    all.add(twin("Root mean square", "rms"));
    all.add(twin("Skewness", "skewness"));
    all.add(twin("Standard deviation", "std"));
    all.add(twin("Variance", "variance"));
    all.add(
        feature(
            "Area under the curve",
            "x s",
            1,
            "sum(|x[i] + x[i + 1]|) / (2 rate)",
            TsfelStatistics::area));
    all.add(
        feature(
            "Autocorrelation",
            "1",
            1,
            "the first lag up to n / 3 whose autocorrelation, divided by n - lag, is below 1 / e;"
                + " 1 if constant, undefined without one",
            TsfelStatistics::decorrelation));
    all.add(
        feature("Centroid", "s", 1, "sum(t x^2) / sum(x^2); 0 if 0", TsfelStatistics::centroid));
    all.add(
        feature(
            "Mean absolute diff",
            "x",
            2,
            "mean(|diff(x)|)",
            s -> s.lineLength() / (s.length() - 1)));
    all.add(
        feature(
            "Mean diff",
            "x",
            2,
            "mean(diff(x))",
            s -> (s.samples()[s.length() - 1] - s.samples()[0]) / (s.length() - 1)));
    all.add(
        feature(
            "Median absolute diff",
            "x",
            2,
            "median(|diff(x)|)",
            s -> Order.medianOf(Arrays.stream(steps(s)).map(Math::abs).toArray())));
    all.add(feature("Median diff", "x", 2, "median(diff(x))", s -> Order.medianOf(steps(s))));
    all.add(
        feature(
            "Negative turning points",
            "1",
            1,
            "samples below both neighbours",
            s -> turns(s.samples(), s.length(), -1)));
    all.add(
        feature(
            "Neighbourhood peaks",
            "1",
            1,
            "samples above the 10 before and the 10 behind",
            TsfelStatistics::neighbourhoodPeaks));
    all.add(
        feature(
            "Positive turning points",
            "1",
            1,
            "samples above both neighbours",
            s -> turns(s.samples(), s.length(), 1)));
    all.add(
        feature(
            "Signal distance",
            "1",
            1,
            "sum(sqrt(1 + diff(x)^2)), which depends on the unit of x",
            TsfelStatistics::distance));
    all.add(twin("Slope", "slope"));
    all.add(feature("Sum absolute diff", "x", 1, "sum(|diff(x)|)", SignalAnalysis::lineLength));
    all.add(
        feature(
            "Zero crossing rate",
            "1",
            1,
            "the number of changes of the sign, of which 0 is one",
            TsfelStatistics::signChanges));
    return all;
  }

  private static Feature feature(
      String name, String unit, int least, String definition, Kernel kernel) {
    return new Feature(
        name, FeatureGroup.STATISTICAL, unit, least, definition + " (tsfel)", Map.of(), kernel);
  }

  private static Feature twin(String name, String ours) {
    return Statistics.ALL.stream()
        .filter(f -> f.name().equals(ours))
        .findFirst()
        .orElseThrow()
        .named(name, ours + " (tsfel)");
  }

  /** tsfel's test of a constant signal: its differences sum to 0, rounded as numpy rounds. */
  private static boolean endsMeet(SignalAnalysis s) {
    return PairwiseSum.of(steps(s)) == 0;
  }

  private static int countUpTo(SignalAnalysis s, double part) {
    int n = s.length();
    int count = (int) (part * n) + 1;
    while (count > 0 && (double) count / n > part) {
      count--;
    }
    return count;
  }

  static double[] steps(SignalAnalysis s) {
    double[] x = s.samples();
    double[] steps = new double[x.length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = x[i + 1] - x[i];
    }
    return steps;
  }

  private static double entropy(SignalAnalysis s) {
    int n = s.length();
    if (n == 2 || s.isConstant()) {
      return 0;
    }
    double[] sorted = s.sorted();
    double sum = 0;
    int start = 0;
    for (int i = 1; i <= n; i++) {
      if (i == n || sorted[i] != sorted[start]) {
        double part = (double) (i - start) / n;
        sum -= part * Math.log(part);
        start = i;
      }
    }
    return sum / Math.log(n);
  }

  private static double histogramMode(SignalAnalysis s) {
    if (s.isConstant()) {
      // The bins of numpy reach from half below to half above.
      return Math.scalb(s.raw(0) + 0.05, -s.exponent());
    }
    return s.fixed("tsfel histogram", () -> new Histogram(s.length(), HISTOGRAM_BINS)).of(s).mode();
  }

  private static double area(SignalAnalysis s) {
    double[] x = s.samples();
    double sum = 0;
    for (int i = 1; i < x.length; i++) {
      sum += Math.abs(x[i - 1] + x[i]);
    }
    return sum / 2 / s.rate();
  }

  private static double decorrelation(SignalAnalysis s) {
    if (s.isConstant()) {
      return 1;
    }
    double[] d = s.deviations();
    int n = d.length;
    for (int lag = 1; lag <= n / 3; lag++) {
      double sum = 0;
      for (int i = lag; i < n; i++) {
        sum += d[i] * d[i - lag];
      }
      if (sum / (n - lag) / s.variance() < Math.exp(-1)) {
        return lag;
      }
    }
    return Double.NaN;
  }

  private static double centroid(SignalAnalysis s) {
    double[] x = s.samples();
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += i * (x[i] * x[i]);
    }
    return sum == 0 ? 0 : sum / s.rate() / s.squares();
  }

  static int turns(double[] values, int n, int sign) {
    int count = 0;
    for (int i = 1; i < n - 1; i++) {
      double before = sign * (values[i] - values[i - 1]);
      double behind = sign * (values[i + 1] - values[i]);
      count += before > 0 && behind < 0 ? 1 : 0;
    }
    return count;
  }

  private static double neighbourhoodPeaks(SignalAnalysis s) {
    double[] x = s.samples();
    int count = 0;
    for (int i = NEIGHBOURS; i < x.length - NEIGHBOURS; i++) {
      boolean peak = true;
      for (int k = 1; k <= NEIGHBOURS; k++) {
        peak &= x[i] > x[i - k] && x[i] > x[i + k];
      }
      count += peak ? 1 : 0;
    }
    return count;
  }

  private static double distance(SignalAnalysis s) {
    double sum = 0;
    for (int i = 1; i < s.length(); i++) {
      sum += Math.hypot(1, s.raw(i) - s.raw(i - 1));
    }
    return sum;
  }

  private static double signChanges(SignalAnalysis s) {
    double[] x = s.samples();
    int count = 0;
    for (int i = 1; i < x.length; i++) {
      count += Math.signum(x[i]) != Math.signum(x[i - 1]) ? 1 : 0;
    }
    return count;
  }
}
