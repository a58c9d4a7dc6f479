package io.github.anomalydata.feature;

import io.github.anomalydata.signal.RealFft;
import java.util.Arrays;

/**
 * The one-sided Fourier transform of signals of one length, into arrays that are used again.
 *
 * <p>Short signals are transformed by their definition: samples i and n - i share a cosine and, but
 * for the sign, a sine, and the sums over all bins need no branch and few loads. Up to some 64
 * samples that is faster than a fast transform. One object serves one thread.
 */
final class Fourier {
  private static final int SHORT = 64;

  private final int n;
  private final int bins;
  private final RealFft fft;
  private final double[][] cosines;
  private final double[][] sines;

  Fourier(int n) {
    this.n = n;
    this.bins = n / 2 + 1;
    this.fft = RealFft.of(n);
    // Four rows are taken at a time; those beyond the last are 0.
    int rows = n > SHORT ? 0 : ((n - 1) / 2 + 3) / 4 * 4;
    this.cosines = new double[rows][bins];
    this.sines = new double[rows][bins];
    for (int i = 1; i <= Math.min(rows, (n - 1) / 2); i++) {
      for (int k = 0; k < bins; k++) {
        double angle = 2 * Math.PI * (i * k % n) / n;
        cosines[i - 1][k] = Math.cos(angle);
        sines[i - 1][k] = Math.sin(angle);
      }
    }
  }

  int bins() {
    return bins;
  }

  /** Transforms the samples from an index on. */
  void transform(double[] x, int from, double[] re, double[] im) {
    if (n > SHORT) {
      fast(x, from, re, im);
      return;
    }
    double nyquist = n % 2 == 0 ? x[from + n / 2] : 0;
    for (int k = 0; k < bins; k++) {
      re[k] = x[from] + (k % 2 == 0 ? nyquist : -nyquist);
      im[k] = 0;
    }
    int last = (n - 1) / 2;
    for (int i = 1; i <= last; i += 4) {
      add(
          cosines,
          i,
          re,
          even(x, from, i, last),
          even(x, from, i + 1, last),
          even(x, from, i + 2, last),
          even(x, from, i + 3, last));
      add(
          sines,
          i,
          im,
          odd(x, from, i, last),
          odd(x, from, i + 1, last),
          odd(x, from, i + 2, last),
          odd(x, from, i + 3, last));
    }
  }

  private void fast(double[] x, int from, double[] re, double[] im) {
    double[] spectrum =
        fft.forward(from == 0 && x.length == n ? x : Arrays.copyOfRange(x, from, from + n));
    for (int k = 0; k < bins; k++) {
      re[k] = spectrum[2 * k];
      im[k] = spectrum[2 * k + 1];
    }
  }

  private double even(double[] x, int from, int i, int last) {
    return i > last ? 0 : x[from + i] + x[from + n - i];
  }

  private double odd(double[] x, int from, int i, int last) {
    return i > last ? 0 : x[from + n - i] - x[from + i];
  }

  private static void add(
      double[][] rows, int i, double[] to, double a, double b, double c, double d) {
    double[] first = rows[i - 1];
    double[] second = rows[i];
    double[] third = rows[i + 1];
    double[] fourth = rows[i + 2];
    for (int k = 0; k < to.length; k++) {
      to[k] += a * first[k] + b * second[k] + (c * third[k] + d * fourth[k]);
    }
  }
}
