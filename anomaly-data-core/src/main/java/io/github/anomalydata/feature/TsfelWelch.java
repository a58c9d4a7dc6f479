package io.github.anomalydata.feature;

/**
 * The power density of one whole signal in a periodic Hann window, the mean taken out before and
 * the standard deviation made 1: {@code scipy.signal.welch} as tsfel calls it.
 *
 * <p>The window is {@code 1/2 - 1/2 cos(2 pi i / n)}, so that its spectrum is a sum of three
 * neighbours of the one without it, and no second transform is needed.
 */
final class TsfelWelch {
  private final double[] f;
  private final double[] power;

  TsfelWelch(SignalAnalysis signal) {
    f = signal.spectrum().frequencies();
    power = new double[f.length];
    if (signal.isConstant()) {
      return;
    }
    int n = signal.length();
    double[] x = signal.spectrum().re();
    double[] y = signal.spectrum().im();
    // The squares of the window sum to 3 n / 8, but for two samples to 1.
    double norm = signal.variance() * signal.rate() * (n == 2 ? 1 : 0.375 * n);
    for (int k = 0; k < power.length; k++) {
      double re = 0.5 * re(x, k, n) - 0.25 * (re(x, k - 1, n) + re(x, k + 1, n));
      double im = 0.5 * im(y, k, n) - 0.25 * (im(y, k - 1, n) + im(y, k + 1, n));
      power[k] = (re * re + im * im) * (k == 0 || 2 * k == n ? 1 : 2) / norm;
    }
  }

  /** Returns a real part beyond the ends of the one-sided spectrum; that of 0 Hz is 0. */
  private static double re(double[] spectrum, int k, int n) {
    return k == 0 ? 0 : spectrum[2 * Math.abs(k) > n ? n - k : Math.abs(k)];
  }

  private static double im(double[] spectrum, int k, int n) {
    if (k < 0) {
      return -im(spectrum, -k, n);
    }
    return 2 * k > n ? -spectrum[n - k] : spectrum[k];
  }

  double greatest() {
    double greatest = 0;
    for (double value : power) {
      greatest = Math.max(greatest, value);
    }
    return greatest;
  }

  double bandwidth() {
    double total = 0;
    for (double value : power) {
      total += value;
    }
    if (total == 0) {
      return 0;
    }
    return Math.abs(f[reaching(total, false)] - f[reaching(total, true)]);
  }

  /** Returns the bin up to which, from one end, 0.95 of the power is. */
  private int reaching(double total, boolean upwards) {
    double sum = 0;
    for (int i = 0; i < power.length; i++) {
      int k = upwards ? i : power.length - 1 - i;
      sum += power[k];
      if (sum >= 0.95 * total) {
        return k;
      }
    }
    return upwards ? power.length - 1 : 0;
  }
}
