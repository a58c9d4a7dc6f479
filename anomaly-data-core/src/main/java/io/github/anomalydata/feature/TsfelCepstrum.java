package io.github.anomalydata.feature;

import io.github.anomalydata.signal.RealFft;
import java.util.Arrays;

/** tsfel's mel-frequency cepstral coefficients and linear prediction cepstral coefficients. */
final class TsfelCepstrum {
  static final int COEFFICIENTS = 12;
  private static final int FFT = 512;
  private static final int FILTERS = 40;
  private static final double PRE_EMPHASIS = 0.97;
  private static final double LIFTER = 22;

  private TsfelCepstrum() {}

  static double mel(SignalAnalysis signal, int index) {
    return signal.shared("tsfel mfcc", () -> melCoefficients(signal))[index];
  }

  static double prediction(SignalAnalysis signal, int index) {
    return signal.shared("tsfel lpcc", () -> predictionCoefficients(signal))[index];
  }

  private static double[] melCoefficients(SignalAnalysis signal) {
    double[] emphasized = new double[FFT];
    for (int i = 0; i < Math.min(FFT, signal.length()); i++) {
      emphasized[i] = signal.raw(i) - (i == 0 ? 0 : PRE_EMPHASIS * signal.raw(i - 1));
    }
    double[] spectrum = RealFft.of(FFT).forward(emphasized);
    double[][] filters = signal.fixed("tsfel filters", () -> filters(signal.rate()));
    double[] decibels = new double[FILTERS];
    for (int m = 0; m < FILTERS; m++) {
      double energy = 0;
      for (int k = 0; k < filters[m].length; k++) {
        double re = spectrum[2 * k];
        double im = spectrum[2 * k + 1];
        energy += filters[m][k] * ((re * re + im * im) / FFT);
      }
      decibels[m] = 20 * Math.log10(energy == 0 ? Math.ulp(1.0) : energy);
    }
    return liftered(decibels);
  }

  private static double[] liftered(double[] decibels) {
    double[] c = new double[COEFFICIENTS];
    for (int k = 0; k < COEFFICIENTS; k++) {
      double sum = 0;
      for (int m = 0; m < FILTERS; m++) {
        sum += decibels[m] * Math.cos(Math.PI * (k + 1) * (2 * m + 1) / (2.0 * FILTERS));
      }
      c[k] = sum * Math.sqrt(2.0 / FILTERS);
    }
    double mean = Arrays.stream(c).sum() / COEFFICIENTS + 1e-8;
    for (int k = 0; k < COEFFICIENTS; k++) {
      c[k] = (c[k] - mean) * (1 + LIFTER / 2 * Math.sin(Math.PI * k / LIFTER));
    }
    return c;
  }

  /** Triangles on the mel scale, each over its width, whose corners are bins rounded down. */
  private static double[][] filters(double rate) {
    double top = 2595 * Math.log10(1 + rate / 2 / 700);
    double[] hertz = new double[FILTERS + 2];
    int[] corner = new int[FILTERS + 2];
    for (int i = 0; i < hertz.length; i++) {
      double mel = i == FILTERS + 1 ? top : i * (top / (FILTERS + 1));
      hertz[i] = 700 * (Math.pow(10, mel / 2595) - 1);
      corner[i] = (int) Math.floor((FFT + 1) * hertz[i] / rate);
    }
    double[][] filters = new double[FILTERS][FFT / 2 + 1];
    for (int m = 0; m < FILTERS; m++) {
      double norm = 2 / (hertz[m + 2] - hertz[m]);
      for (int k = corner[m]; k < corner[m + 1]; k++) {
        filters[m][k] = norm * (k - corner[m]) / (corner[m + 1] - corner[m]);
      }
      for (int k = corner[m + 1]; k < corner[m + 2]; k++) {
        filters[m][k] = norm * (corner[m + 2] - k) / (corner[m + 2] - corner[m + 1]);
      }
    }
    return filters;
  }

  private static double[] predictionCoefficients(SignalAnalysis signal) {
    double[] r = autocorrelations(signal);
    double[] result = new double[COEFFICIENTS];
    if (r[0] == 0) {
      return result;
    }
    double[] filter = predictor(r);
    double[] log = new double[COEFFICIENTS];
    for (int j = 0; j < COEFFICIENTS; j++) {
      double re = 0;
      double im = 0;
      for (int i = 0; i < COEFFICIENTS; i++) {
        re += filter[i] * Math.cos(angle(i * j));
        im -= filter[i] * Math.sin(angle(i * j));
      }
      log[j] = Math.log(re * re + im * im);
    }
    for (int k = 0; k < COEFFICIENTS; k++) {
      double re = 0;
      double im = 0;
      for (int j = 0; j < COEFFICIENTS; j++) {
        re += log[j] * Math.cos(angle(k * j));
        im += log[j] * Math.sin(angle(k * j));
      }
      result[k] = Math.hypot(re, im) / COEFFICIENTS;
    }
    return result;
  }

  private static double angle(int product) {
    return 2 * Math.PI * (product % COEFFICIENTS) / COEFFICIENTS;
  }

  /** tsfel keeps autocorrelations in single precision, whose rounding the coefficients show. */
  private static double[] autocorrelations(SignalAnalysis signal) {
    double[] x = signal.samples();
    int exponent = Math.getExponent(signal.squares());
    double[] r = new double[COEFFICIENTS];
    for (int lag = 0; lag < COEFFICIENTS; lag++) {
      double sum = 0;
      for (int i = lag; i < x.length; i++) {
        sum += x[i] * x[i - lag];
      }
      // Divided by a power of two, they never leave the range of a float.
      r[lag] = signal.squares() == 0 ? 0 : (float) Math.scalb(sum, -exponent);
    }
    return r;
  }

  /** Solves the equations of Yule and Walker by elimination with row exchanges. */
  private static double[] predictor(double[] r) {
    int order = COEFFICIENTS - 1;
    double[][] a = new double[order][order + 1];
    for (int i = 0; i < order; i++) {
      for (int j = 0; j < order; j++) {
        a[i][j] = r[Math.abs(i - j)];
      }
      a[i][order] = -r[i + 1];
    }
    for (int column = 0; column < order; column++) {
      int pivot = column;
      for (int row = column + 1; row < order; row++) {
        pivot = Math.abs(a[row][column]) > Math.abs(a[pivot][column]) ? row : pivot;
      }
      double[] swap = a[pivot];
      a[pivot] = a[column];
      a[column] = swap;
      for (int row = column + 1; row < order; row++) {
        double factor = a[row][column] / a[column][column];
        for (int j = column; j <= order; j++) {
          a[row][j] -= factor * a[column][j];
        }
      }
    }
    double[] filter = new double[COEFFICIENTS];
    filter[0] = 1;
    for (int row = order - 1; row >= 0; row--) {
      double sum = a[row][order];
      for (int j = row + 1; j < order; j++) {
        sum -= a[row][j] * filter[j + 1];
      }
      filter[row + 1] = sum / a[row][row];
    }
    return filter;
  }
}
