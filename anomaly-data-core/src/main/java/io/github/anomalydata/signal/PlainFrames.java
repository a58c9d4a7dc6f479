package io.github.anomalydata.signal;

import io.github.anomalydata.internal.simd.FrameTransform;
import java.util.Arrays;

/** Transforms one frame after the other, of any length. */
final class PlainFrames implements FrameTransform {
  /** As many as a cache line has numbers. */
  private static final int GROUP = 8;

  private final double[] weights;
  private final Detrend detrend;
  private final RealFft fft;
  private final double[][] spectra;
  private int count;

  PlainFrames(double[] weights, int length, int trend) {
    this.weights = weights;
    this.detrend = Detrend.values()[trend];
    fft = RealFft.of(length);
    spectra = new double[GROUP][2 * fft.bins()];
  }

  @Override
  public int group() {
    return GROUP;
  }

  @Override
  public void transform(double[] signal, int start, int hop, int frames) {
    count = frames;
    int size = weights.length;
    for (int t = 0; t < count; t++) {
      double[] frame = spectra[t];
      System.arraycopy(signal, start + t * hop, frame, 0, size);
      detrend.remove(frame, size);
      for (int i = 0; i < size; i++) {
        frame[i] *= weights[i];
      }
      Arrays.fill(frame, size, fft.length(), 0);
      fft.transform(frame, 0);
    }
  }

  @Override
  public void power(double real, double complex, double[] out, int at, int stride) {
    int last = fft.bins() - 1;
    double atLast = fft.multiplicity(last) == 1 ? real : complex;
    for (int t = 0; t < count; t++) {
      double[] spectrum = spectra[t];
      spectrum[0] = spectrum[0] * spectrum[0] * real;
      for (int k = 1; k <= last; k++) {
        double re = spectrum[2 * k];
        double im = spectrum[2 * k + 1];
        spectrum[k] = (re * re + im * im) * (k == last ? atLast : complex);
      }
    }
    Signals.interleave(spectra, count, fft.bins(), 1, out, at, stride);
  }

  @Override
  public void pairs(double factor, double[] out, int at, int stride) {
    if (factor != 1) {
      for (int t = 0; t < count; t++) {
        double[] spectrum = spectra[t];
        for (int i = 0; i < spectrum.length; i++) {
          spectrum[i] *= factor;
        }
      }
    }
    Signals.interleave(spectra, count, fft.bins(), 2, out, at, stride);
  }
}
