package io.github.anomalydata.feature;

import io.github.anomalydata.signal.Detrend;
import java.util.Arrays;
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
  private final double[] sorted;
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
  private double magnitudes;
  private double roots;

  private boolean differenced;
  private double lineLength;
  private double slopeVariance;
  private double bendVariance;

  private boolean ordered;

  SignalAnalysis(int n, double rate, Detrend detrend) {
    this.n = n;
    this.rate = rate;
    this.x = new double[n];
    this.deviations = new double[n];
    this.sorted = new double[n];
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
    double low = x[0];
    double high = x[0];
    // The product is NaN, and stays so, from the first sample that is not finite.
    double finite = 0;
    for (int i = 0; i < n; i++) {
      finite += 0 * x[i];
      low = Math.min(low, x[i]);
      high = Math.max(high, x[i]);
    }
    if (finite != 0) {
      return firstNotFinite();
    }
    min = low;
    max = high;
    exponent = 0;
    double largest = Math.max(-low, high);
    if (largest > 0x1p100 || (largest < 0x1p-100 && largest > 0)) {
      scale(Math.getExponent(largest));
    }
    summate();
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
    exponent = 0;
    int i = 0;
    while (Double.isFinite(x[i])) {
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
  }

  private void summate() {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      a += x[i];
      b += x[i + 1];
      c += x[i + 2];
      d += x[i + 3];
    }
    for (; i < n; i++) {
      a += x[i];
    }
    sum = (a + b) + (c + d);
    // Rounding must not make a constant signal vary.
    mean = Math.min(max, Math.max(min, sum / n));
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
    double second = 0;
    double third = 0;
    double fourth = 0;
    for (int i = 0; i < n; i++) {
      double d = x[i] - mean;
      deviations[i] = d;
      double square = d * d;
      second += square;
      third += square * d;
      fourth += square * square;
    }
    m2 = second / n;
    m3 = third / n;
    m4 = fourth / n;
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
    return magnitudes / n;
  }

  /** Returns the mean of the square roots of magnitudes. */
  double meanRoot() {
    measure();
    return roots / n;
  }

  double rms() {
    return Math.sqrt(squares() / n);
  }

  private void measure() {
    if (measured) {
      return;
    }
    double square = 0;
    double magnitude = 0;
    double root = 0;
    for (int i = 0; i < n; i++) {
      double a = Math.abs(x[i]);
      square += a * a;
      magnitude += a;
      root += Math.sqrt(a);
    }
    squares = square;
    magnitudes = magnitude;
    roots = root;
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
    double length = 0;
    double slopes = 0;
    double bends = 0;
    double before = 0;
    for (int i = 1; i < n; i++) {
      double step = x[i] - x[i - 1];
      length += Math.abs(step);
      slopes += (step - meanSlope) * (step - meanSlope);
      if (i > 1) {
        double bend = step - before - meanBend;
        bends += bend * bend;
      }
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
      System.arraycopy(x, 0, sorted, 0, n);
      Arrays.sort(sorted);
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
