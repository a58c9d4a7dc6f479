package io.github.anomalydata.feature;

import io.github.anomalydata.internal.Require;
import java.util.List;
import java.util.Map;

/** The statistical features. */
final class Statistics {
  private static final int ENTROPY_BINS = 10;

  /** Those with a name of their own. */
  static final List<Feature> ALL =
      List.of(
          feature("mean", "x", 1, "sum(x) / n", SignalAnalysis::mean),
          feature("std", "x", 1, "sqrt(variance)", s -> Math.sqrt(s.variance())),
          feature(
              "std_sample",
              "x",
              2,
              "sqrt(variance_sample)",
              s -> Math.sqrt(s.variance() * s.length() / (s.length() - 1))),
          feature("variance", "x^2", 1, "sum((x - mean)^2) / n", SignalAnalysis::variance),
          feature(
              "variance_sample",
              "x^2",
              2,
              "sum((x - mean)^2) / (n - 1)",
              s -> s.variance() * s.length() / (s.length() - 1)),
          feature("min", "x", 1, "the least sample", SignalAnalysis::min),
          feature("max", "x", 1, "the greatest sample", SignalAnalysis::max),
          feature("median", "x", 1, "the middle sample or the mean of two", SignalAnalysis::median),
          feature(
              "iqr",
              "x",
              1,
              "quantile:0.75 - quantile:0.25",
              s -> s.quantile(0.75) - s.quantile(0.25)),
          feature(
              "skewness",
              "1",
              1,
              "m3 / m2^1.5, moments about the mean; undefined if constant",
              Statistics::skewness),
          feature(
              "skewness_unbiased",
              "1",
              3,
              "sqrt(n (n - 1)) / (n - 2) skewness; undefined if constant",
              s -> {
                double n = s.length();
                return Math.sqrt(n * (n - 1)) / (n - 2) * skewness(s);
              }),
          feature(
              "kurtosis",
              "1",
              1,
              "m4 / m2^2 - 3 (Fisher, 0 for normal); undefined if constant",
              s -> pearson(s) - 3),
          feature(
              "kurtosis_unbiased",
              "1",
              4,
              "((n^2 - 1) m4 / m2^2 - 3 (n - 1)^2) / ((n - 2) (n - 3)); undefined if constant",
              Statistics::unbiasedKurtosis),
          feature(
              "kurtosis_pearson",
              "1",
              1,
              "m4 / m2^2 (3 for normal); undefined if constant",
              Statistics::pearson),
          feature(
              "kurtosis_pearson_unbiased",
              "1",
              4,
              "kurtosis_unbiased + 3; undefined if constant",
              s -> unbiasedKurtosis(s) + 3),
          feature("rms", "x", 1, "sqrt(sum(x^2) / n)", SignalAnalysis::rms),
          feature("peak_to_peak", "x", 1, "max - min", s -> s.max() - s.min()),
          feature("peak", "x", 1, "max |x|", SignalAnalysis::peak),
          feature("mean_magnitude", "x", 1, "sum(|x|) / n", SignalAnalysis::meanMagnitude),
          feature("crest_factor", "1", 1, "peak / rms; undefined if 0", s -> s.peak() / s.rms()),
          feature(
              "shape_factor",
              "1",
              1,
              "rms / mean_magnitude; undefined if 0",
              s -> s.rms() / s.meanMagnitude()),
          feature(
              "impulse_factor",
              "1",
              1,
              "peak / mean_magnitude; undefined if 0",
              s -> s.peak() / s.meanMagnitude()),
          feature(
              "clearance_factor",
              "1",
              1,
              "peak / (sum(sqrt |x|) / n)^2; undefined if 0",
              s -> s.peak() / (s.meanRoot() * s.meanRoot())),
          feature("energy", "x^2", 1, "sum(x^2)", SignalAnalysis::squares),
          feature(
              "zero_crossing_rate",
              "1",
              2,
              "changes between x < 0 and x >= 0, over n - 1",
              s -> changes(s.samples(), s.length())),
          feature(
              "zero_crossing_rate_hold",
              "1",
              2,
              "changes between x < 0 and x > 0, where 0 keeps the last sign, over n - 1",
              s -> changesOfHeldSign(s.samples(), s.length())),
          feature(
              "mean_crossing_rate",
              "1",
              2,
              "changes between x < mean and x >= mean, over n - 1",
              s -> changes(s.deviations(), s.length())),
          feature(
              "mean_absolute_deviation", "x", 1, "sum(|x - mean|) / n", Statistics::meanDeviation),
          feature(
              "median_absolute_deviation",
              "x",
              1,
              "median(|x - median|)",
              Statistics::medianDeviation),
          feature("hjorth_activity", "x^2", 1, "variance", SignalAnalysis::variance),
          feature(
              "hjorth_mobility",
              "1",
              2,
              "std(diff(x)) / std(x); undefined if constant",
              Statistics::mobility),
          feature(
              "hjorth_complexity",
              "1",
              3,
              "mobility of diff(x) / mobility of x; undefined if constant or straight",
              s ->
                  s.isConstant() || s.slopeVariance() == 0
                      ? Double.NaN
                      : Math.sqrt(s.bendVariance() / s.slopeVariance()) / mobility(s)),
          feature("line_length", "x", 2, "sum(|diff(x)|)", SignalAnalysis::lineLength),
          feature(
              "slope", "x", 2, "slope of the line of least squares, a sample", Statistics::slope),
          feature(
              "peak_count",
              "1",
              1,
              "samples, or level runs of them, above both neighbours",
              s -> Order.peaks(s.samples(), s.length(), Double.NEGATIVE_INFINITY)));

  private Statistics() {}

  private static Feature feature(
      String name, String unit, int least, String definition, Kernel kernel) {
    return new Feature(name, FeatureGroup.STATISTICAL, unit, least, definition, Map.of(), kernel);
  }

  /** The features of the group: those above but the twins of others, and usual parameters. */
  static List<Feature> group() {
    return List.of(
            "mean,std,variance,min,max,median,quantile:0.25,quantile:0.75,iqr,skewness",
            "skewness_unbiased,kurtosis,kurtosis_unbiased,kurtosis_pearson,rms,peak_to_peak",
            "crest_factor,shape_factor,impulse_factor,clearance_factor,energy",
            "zero_crossing_rate,mean_crossing_rate,entropy:" + ENTROPY_BINS,
            "autocorrelation:1,autocorrelation:2,autocorrelation:3",
            "hjorth_activity,hjorth_mobility,hjorth_complexity,line_length,slope,peak_count")
        .stream()
        .flatMap(line -> List.of(line.split(",")).stream())
        .map(Feature::of)
        .toList();
  }

  static Feature quantile(double q) {
    return new Feature(
        "quantile:" + Names.number(q),
        FeatureGroup.STATISTICAL,
        "x",
        1,
        "the sample at q (n - 1) in order, interpolated linearly",
        Map.of("q", Names.number(Rules.inRange("q", q, 0, 1))),
        s -> s.quantile(q));
  }

  static Feature autocorrelation(int lag) {
    Require.atLeast("lag", lag, 1);
    return new Feature(
        "autocorrelation:" + lag,
        FeatureGroup.STATISTICAL,
        "1",
        Rules.plusOne("lag", lag),
        "sum(d[i] d[i + lag]) / sum(d^2), d = x - mean; undefined if constant",
        Map.of("lag", String.valueOf(lag)),
        s -> autocorrelation(s, lag));
  }

  static Feature entropy(int bins) {
    if (bins < 2 || bins > Histogram.MAX_BINS) {
      throw new IllegalArgumentException("bins: 2 to " + Histogram.MAX_BINS + ", got " + bins);
    }
    String key = "histogram of " + bins;
    return new Feature(
        "entropy:" + bins,
        FeatureGroup.STATISTICAL,
        "bit",
        1,
        "-sum(p log2 p) over a histogram of equal bins from min to max; 0 if constant",
        Map.of("bins", String.valueOf(bins)),
        s -> s.fixed(key, () -> new Histogram(s.length(), bins)).of(s).entropy());
  }

  private static double skewness(SignalAnalysis s) {
    return s.varies() ? s.thirdMoment() / (s.variance() * Math.sqrt(s.variance())) : Double.NaN;
  }

  private static double pearson(SignalAnalysis s) {
    return s.varies() ? s.fourthMoment() / (s.variance() * s.variance()) : Double.NaN;
  }

  private static double unbiasedKurtosis(SignalAnalysis s) {
    double n = s.length();
    return ((n * n - 1) * pearson(s) - 3 * (n - 1) * (n - 1)) / ((n - 2) * (n - 3));
  }

  private static double mobility(SignalAnalysis s) {
    return s.isConstant() ? Double.NaN : Math.sqrt(s.slopeVariance() / s.variance());
  }

  private static double slope(SignalAnalysis s) {
    double[] d = s.deviations();
    double n = s.length();
    double middle = (n - 1) / 2;
    double sum = 0;
    for (int i = 0; i < d.length; i++) {
      sum += (i - middle) * d[i];
    }
    return sum / (n * (n * n - 1) / 12);
  }

  private static double autocorrelation(SignalAnalysis s, int lag) {
    if (s.isConstant()) {
      return Double.NaN;
    }
    double[] d = s.deviations();
    return Sums.products(d, d, lag, d.length - lag) / (s.variance() * d.length);
  }

  private static double meanDeviation(SignalAnalysis s) {
    double sum = 0;
    for (double d : s.deviations()) {
      sum += Math.abs(d);
    }
    return sum / s.length();
  }

  private static double medianDeviation(SignalAnalysis s) {
    double median = s.median();
    double[] d = s.samples().clone();
    for (int i = 0; i < d.length; i++) {
      d[i] = Math.abs(d[i] - median);
    }
    return Order.medianOf(d);
  }

  private static double changes(double[] values, int n) {
    // Signs change as they like, which a branch could not foresee.
    long count = 0;
    long before = Order.below(values[0], 0);
    for (int i = 1; i < n; i++) {
      long negative = Order.below(values[i], 0);
      count += negative ^ before;
      before = negative;
    }
    return (double) count / (n - 1);
  }

  private static double changesOfHeldSign(double[] values, int n) {
    int count = 0;
    double last = 0;
    for (int i = 0; i < n; i++) {
      double sign = Math.signum(values[i]);
      if (sign != 0) {
        count += last != 0 && sign != last ? 1 : 0;
        last = sign;
      }
    }
    return (double) count / (n - 1);
  }
}
