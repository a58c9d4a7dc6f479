package io.github.anomalydata.signal.wavelet;

import io.github.anomalydata.signal.RealFft;

/** Convolutions of signals with several kernels by Fourier transforms of one length. */
final class KernelConvolution {
  private final int rows;
  private final int length;
  private final double[][] kernels;
  private final RealFft fft;

  /** The spectra of the signals, which take less memory than what comes of one kernel. */
  private final double[] spectra;

  KernelConvolution(double[] signals, int rows, double[][] kernels) {
    this.rows = rows;
    this.length = signals.length / rows;
    this.kernels = kernels;
    int longest = 0;
    for (double[] kernel : kernels) {
      longest = Math.max(longest, kernel.length);
    }
    fft = RealFft.of(smooth(length + longest - 1));
    spectra = Batch.allocate(rows, 2 * fft.bins());
    for (int row = 0; row < rows; row++) {
      double[] spectrum = spectrum(signals, row * length, length);
      System.arraycopy(spectrum, 0, spectra, row * spectrum.length, spectrum.length);
    }
  }

  /** Returns the least even number from a length on whose only factors are 2, 3 and 5. */
  private static int smooth(int length) {
    for (int size = length + length % 2; ; size += 2) {
      int rest = size;
      for (int factor = 2; factor <= 5; factor++) {
        while (rest % factor == 0) {
          rest /= factor;
        }
      }
      if (rest == 1) {
        return size;
      }
    }
  }

  private double[] spectrum(double[] values, int from, int count) {
    double[] padded = new double[fft.length()];
    System.arraycopy(values, from, padded, 0, count);
    return fft.forward(padded);
  }

  /** Writes the middles of the convolutions, {@code [kernel][row][time]}. */
  void writeTo(double[] out) {
    int size = 2 * fft.bins();
    double[] product = new double[size];
    for (int k = 0; k < kernels.length; k++) {
      double[] kernel = spectrum(kernels[k], 0, kernels[k].length);
      int shift = (kernels[k].length - 1) / 2;
      for (int row = 0; row < rows; row++) {
        for (int i = 0; i < size; i += 2) {
          double re = spectra[row * size + i];
          double im = spectra[row * size + i + 1];
          product[i] = re * kernel[i] - im * kernel[i + 1];
          product[i + 1] = re * kernel[i + 1] + im * kernel[i];
        }
        double[] convolved = fft.inverse(product);
        System.arraycopy(convolved, shift, out, (k * rows + row) * length, length);
      }
    }
  }
}
