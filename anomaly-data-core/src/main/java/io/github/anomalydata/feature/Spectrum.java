package io.github.anomalydata.feature;

import io.github.anomalydata.signal.Detrend;

/**
 * The one-sided power spectrum of a signal and what is read off it, each computed once.
 *
 * <p>Bin k is the frequency {@code k rate / n}. Powers sum to the mean square of what was
 * transformed. The bin of frequency 0 counts only if the mean was left in.
 */
final class Spectrum {
  private final SignalAnalysis signal;
  private final Detrend detrend;
  private final int n;
  private final int bins;
  private final int first;
  private final double[] power;
  private final double[] frequencies;
  private final Fourier fourier;
  private final double[] re;
  private final double[] im;

  private boolean centred;
  private boolean transformed;
  private double total;
  private double centroid;
  private double variance;
  private int strongest;

  private boolean logarithmic;
  private double entropy;
  private double flatness;

  Spectrum(SignalAnalysis signal, Detrend detrend) {
    this.signal = signal;
    this.detrend = detrend;
    this.n = signal.length();
    this.bins = n / 2 + 1;
    this.first = detrend == Detrend.NONE ? 0 : 1;
    this.fourier = new Fourier(n);
    this.re = new double[bins];
    this.im = new double[bins];
    this.power = new double[bins];
    this.frequencies = new double[bins];
    for (int k = 0; k < bins; k++) {
      frequencies[k] = k * signal.rate() / n;
    }
  }

  void clear() {
    centred = false;
    transformed = false;
    logarithmic = false;
  }

  /** Transforms the samples less their mean. */
  private void centre() {
    if (!centred) {
      fourier.transform(signal.deviations(), 0, re, im);
      centred = true;
    }
  }

  /** Returns the real part of the spectrum of the samples less their mean. */
  double[] re() {
    centre();
    return re;
  }

  /** Returns the imaginary part of the spectrum of the samples less their mean. */
  double[] im() {
    centre();
    return im;
  }

  private void transform() {
    if (transformed) {
      return;
    }
    switch (detrend) {
      case CONSTANT -> centre();
      case NONE -> fourier.transform(signal.samples(), 0, re, im);
      case LINEAR -> fourier.transform(Detrend.LINEAR.apply(signal.samples(), n), 0, re, im);
    }
    // Features of tsfel ask for the other spectrum.
    centred = detrend == Detrend.CONSTANT;
    double norm = 1.0 / n / n;
    double sum = 0;
    double weighted = 0;
    double largest = -1;
    strongest = 0;
    power[0] = 0;
    for (int k = first; k < bins; k++) {
      // The frequency 0 and that of Nyquist have no conjugate counterpart.
      double square = (re[k] * re[k] + im[k] * im[k]) * (k == 0 || 2 * k == n ? norm : 2 * norm);
      power[k] = square;
      sum += square;
      weighted += k * square;
      if (square > largest) {
        largest = square;
        strongest = k;
      }
    }
    total = sum;
    centroid = weighted / sum;
    double squares = 0;
    for (int k = first; k < bins; k++) {
      squares += (k - centroid) * (k - centroid) * power[k];
    }
    variance = squares / sum;
    transformed = true;
  }

  private void logarithms() {
    if (logarithmic) {
      return;
    }
    transform();
    double information = 0;
    double logs = 0;
    for (int k = first; k < bins; k++) {
      double part = power[k] / total;
      double log = Math.log(part);
      logs += log;
      information -= part == 0 ? 0 : part * log;
    }
    entropy = information / Math.log(2);
    int count = bins - first;
    flatness = Math.exp(logs / count) * count;
    logarithmic = true;
  }

  int length() {
    return n;
  }

  int bins() {
    return bins;
  }

  double[] frequencies() {
    return frequencies;
  }

  double[] power() {
    transform();
    return power;
  }

  double total() {
    transform();
    return total;
  }

  /** Tells whether there is any power, without which nothing but the total is defined. */
  boolean isPresent() {
    return total() > 0;
  }

  private double hertz(double bin) {
    return bin * signal.rate() / n;
  }

  double dominant() {
    return isPresent() ? hertz(strongest) : Double.NaN;
  }

  double centroid() {
    return isPresent() ? hertz(centroid) : Double.NaN;
  }

  double spread() {
    return isPresent() ? hertz(Math.sqrt(variance)) : Double.NaN;
  }

  /** Returns the mean power of the deviation from the centroid, over that of the spread. */
  double standardized(int exponent) {
    if (!isPresent() || variance == 0) {
      return Double.NaN;
    }
    double sum = 0;
    for (int k = first; k < bins; k++) {
      double d = k - centroid;
      sum += (exponent == 3 ? d * d * d : d * d * d * d) * power[k];
    }
    return sum / total / (exponent == 3 ? variance * Math.sqrt(variance) : variance * variance);
  }

  /** Returns the entropy in bits. */
  double entropy() {
    if (!isPresent()) {
      return Double.NaN;
    }
    logarithms();
    return entropy;
  }

  /** Returns the entropy over that of white noise. */
  double normalizedEntropy() {
    int count = bins - first;
    return count < 2 ? Double.NaN : entropy() / (Math.log(count) / Math.log(2));
  }

  /** Returns the geometric mean of powers over the arithmetic mean. */
  double flatness() {
    if (!isPresent()) {
      return Double.NaN;
    }
    logarithms();
    return flatness;
  }

  double rolloff(double part) {
    if (!isPresent()) {
      return Double.NaN;
    }
    double sum = 0;
    int k = first;
    for (; k < bins - 1; k++) {
      sum += power[k];
      if (sum >= part * total) {
        break;
      }
    }
    return frequencies[k];
  }

  double band(double low, double high) {
    transform();
    double sum = 0;
    for (int k = first; k < bins; k++) {
      if (frequencies[k] >= low && frequencies[k] < high) {
        sum += power[k];
      }
    }
    return sum;
  }

  double peaks(double part) {
    return isPresent() ? Order.peaks(power, bins, part * power[strongest]) : 0;
  }
}
