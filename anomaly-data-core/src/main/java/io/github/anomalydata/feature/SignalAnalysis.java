package io.github.anomalydata.feature;

import io.github.anomalydata.signal.Detrend;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The measurements of one signal that several features share, each made once and only when asked
 * for. One object serves one thread, signal after signal of one length.
 *
 * <p>A signal of magnitudes far from 1 is held divided by a power of two, which loses nothing and
 * keeps fourth powers in range; features take the power back by their degree.
 */
final class SignalAnalysis {
  private final int n;
  private final double rate;
  private final double[] x;
  private final double[] deviations;
  private final double[] squared;
  private final double[] magnitudes;
  private final double[] roots;
  private final SampleOrder order;
  private final Spectrum spectrum;
  private final Map<Object, Object> others = new HashMap<>();
  private final Map<Object, Object> fixed = new HashMap<>();

  private int exponent;
  private double sum;
  private double mean;
  private double min;
  private double max;

  private boolean centred;
  private double m2;
  private double m3;
  private double m4;

  private boolean measured;
  private double squares;
  private double meanMagnitude;
  private double meanRoot;

  private boolean differenced;
  private double lineLength;
  private double slopeVariance;
  private double bendVariance;

  private boolean ordered;
  private double[] sorted = new double[0];

  SignalAnalysis(int n, double rate, Detrend detrend) {
    this.n = n;
    this.rate = rate;
    this.x = new double[n];
    this.deviations = new double[n];
    this.squared = new double[n];
    this.magnitudes = new double[n];
    this.roots = new double[n];
    this.order = new SampleOrder(n);
    this.spectrum = new Spectrum(this, detrend);
  }

  /** Takes a signal in, and returns the index of its first sample that is not finite, or -1. */
  int load(double[] from, int at) {
    System.arraycopy(from, at, x, 0, n);
    return begin();
  }

  /** Takes a signal in, and returns the index of its first sample that is not finite, or -1. */
  int load(float[] from, int at) {
    for (int i = 0; i < n; i++) {
      x[i] = from[at + i];
    }
    return begin();
  }

  private int begin() {
    exponent = 0;
    sum = Sums.of(x, n);
    // A sum that is finite has no term that is not.
    if (!Double.isFinite(sum)) {
      int bad = firstNotFinite();
      if (bad < n) {
        return bad;
      }
    }
    double low = x[0];
    double high = x[0];
    for (int i = 1; i < n; i++) {
      double value = x[i];
      if (value < low) {
        low = value;
      } else if (value > high) {
        high = value;
      }
    }
    min = low;
    max = high;
    double largest = Math.max(-low, high);
    if (largest > 0x1p100 || (largest < 0x1p-100 && largest > 0)) {
      scale(Math.getExponent(largest));
    }
    // Rounding must not make a constant signal vary.
    mean = Math.min(max, Math.max(min, sum / n));
    centred = false;
    measured = false;
    differenced = false;
    ordered = false;
    spectrum.clear();
    if (!others.isEmpty()) {
      others.clear();
    }
    return -1;
  }

  private int firstNotFinite() {
    int i = 0;
    while (i < n && Double.isFinite(x[i])) {
      i++;
    }
    return i;
  }

  private void scale(int by) {
    exponent = by;
    for (int i = 0; i < n; i++) {
      x[i] = Math.scalb(x[i], -by);
    }
    min = Math.scalb(min, -by);
    max = Math.scalb(max, -by);
    sum = Sums.of(x, n);
  }

  int length() {
    return n;
  }

  double rate() {
    return rate;
  }

  /** Returns the power of two that samples were divided by. */
  int exponent() {
    return exponent;
  }

  /** Returns a sample as it was before it was scaled. */
  double raw(int i) {
    return exponent == 0 ? x[i] : Math.scalb(x[i], exponent);
  }

  double[] samples() {
    return x;
  }

  double sum() {
    return sum;
  }

  double mean() {
    return mean;
  }

  double min() {
    return min;
  }

  double max() {
    return max;
  }

  /** Returns the largest magnitude. */
  double peak() {
    return Math.max(-min, max);
  }

  boolean isConstant() {
    return min == max;
  }

  /** Returns the samples less their mean. */
  double[] deviations() {
    centre();
    return deviations;
  }

  /** Returns the mean square of the deviations. */
  double variance() {
    centre();
    return m2;
  }

  /** Returns the mean cube of the deviations. */
  double thirdMoment() {
    centre();
    return m3;
  }

  /** Returns the mean fourth power of the deviations. */
  double fourthMoment() {
    centre();
    return m4;
  }

  /**
   * Tells whether the signal varies by more than the rounding of its mean, by the rule of {@code
   * scipy.stats.skew}: below, moments are noise.
   */
  boolean varies() {
    double noise = 1e-15 * mean;
    return variance() > noise * noise;
  }

  private void centre() {
    if (centred) {
      return;
    }
    for (int i = 0; i < n; i++) {
      deviations[i] = x[i] - mean;
      squared[i] = deviations[i] * deviations[i];
    }
    m2 = Sums.of(squared, n) / n;
    m3 = Sums.products(squared, deviations, 0, n) / n;
    m4 = Sums.products(squared, squared, 0, n) / n;
    centred = true;
  }

  /** Returns the sum of squares. */
  double squares() {
    measure();
    return squares;
  }

  /** Returns the mean magnitude. */
  double meanMagnitude() {
    measure();
    return meanMagnitude;
  }

  /** Returns the mean of the square roots of magnitudes. */
  double meanRoot() {
    measure();
    return meanRoot;
  }

  double rms() {
    return Math.sqrt(squares() / n);
  }

  private void measure() {
    if (measured) {
      return;
    }
    // In a loop of their own, several roots are drawn at once.
    for (int i = 0; i < n; i++) {
      magnitudes[i] = Math.abs(x[i]);
      roots[i] = Math.sqrt(magnitudes[i]);
    }
    squares = Sums.products(x, x, 0, n);
    meanMagnitude = Sums.of(magnitudes, n) / n;
    meanRoot = Sums.of(roots, n) / n;
    measured = true;
  }

  /** Returns the sum of the magnitudes of the differences of neighbours. */
  double lineLength() {
    difference();
    return lineLength;
  }

  /** Returns the variance of the differences of neighbours. */
  double slopeVariance() {
    difference();
    return slopeVariance;
  }

  /** Returns the variance of the differences of these differences. */
  double bendVariance() {
    difference();
    return bendVariance;
  }

  private void difference() {
    if (differenced) {
      return;
    }
    // The sum of differences is the last less the first.
    double meanSlope = n < 2 ? 0 : (x[n - 1] - x[0]) / (n - 1);
    double meanBend = n < 3 ? 0 : (x[n - 1] - x[n - 2] - (x[1] - x[0])) / (n - 2);
    double before = n < 2 ? 0 : x[1] - x[0];
    double length = Math.abs(before);
    double slopes = (before - meanSlope) * (before - meanSlope);
    double bends = 0;
    for (int i = 2; i < n; i++) {
      double step = x[i] - x[i - 1];
      double bend = step - before - meanBend;
      length += Math.abs(step);
      slopes += (step - meanSlope) * (step - meanSlope);
      bends += bend * bend;
      before = step;
    }
    lineLength = length;
    slopeVariance = slopes / (n - 1);
    bendVariance = bends / (n - 2);
    differenced = true;
  }

  /** Returns the samples in ascending order. */
  double[] sorted() {
    if (!ordered) {
      sorted = order.of(x, min, max);
      ordered = true;
    }
    return sorted;
  }

  double quantile(double q) {
    return Order.quantile(sorted(), n, q);
  }

  double median() {
    return Order.median(sorted(), n);
  }

  Spectrum spectrum() {
    return spectrum;
  }

  /** Returns what is measured once for a signal and shared by few features. */
  <T> T shared(Object key, Supplier<T> measure) {
    return computed(others, key, measure);
  }

  /** Returns what is computed once for all signals. */
  <T> T fixed(Object key, Supplier<T> measure) {
    return computed(fixed, key, measure);
  }

  @SuppressWarnings("unchecked")
  private static <T> T computed(Map<Object, Object> known, Object key, Supplier<T> measure) {
    Object value = known.get(key);
    if (value == null) {
      value = measure.get();
      known.put(key, value);
    }
    return (T) value;
  }
}
