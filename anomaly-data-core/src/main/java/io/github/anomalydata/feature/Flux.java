package io.github.anomalydata.feature;

import io.github.anomalydata.signal.RealFft;

/** How much the spectrum changes from one part of a signal to the next. */
final class Flux {
  private Flux() {}

  /**
   * Returns the mean Euclidean distance of the magnitude spectra of frames that follow each other,
   * each less its mean and of norm 1; a frame without power has the spectrum 0.
   */
  static double of(SignalAnalysis signal, int frames) {
    if (signal.isConstant()) {
      return Double.NaN;
    }
    int length = signal.length() / frames;
    int bins = length / 2 + 1;
    double[] centred = new double[frames * length];
    for (int frame = 0; frame < frames; frame++) {
      centre(signal.samples(), centred, frame * length, length);
    }
    double[] spectra = RealFft.of(length).forward(centred);
    double[] before = new double[bins];
    double sum = 0;
    for (int frame = 0; frame < frames; frame++) {
      double[] shape = shape(spectra, frame * bins * 2, bins);
      if (frame > 0) {
        double squares = 0;
        for (int k = 1; k < bins; k++) {
          squares += (shape[k] - before[k]) * (shape[k] - before[k]);
        }
        sum += Math.sqrt(squares);
      }
      before = shape;
    }
    return sum / (frames - 1);
  }

  private static void centre(double[] from, double[] to, int at, int length) {
    double sum = 0;
    boolean varies = false;
    for (int i = at; i < at + length; i++) {
      sum += from[i];
      varies |= from[i] != from[at];
    }
    double mean = sum / length;
    for (int i = at; i < at + length; i++) {
      to[i] = varies ? from[i] - mean : 0;
    }
  }

  private static double[] shape(double[] spectra, int at, int bins) {
    double[] shape = new double[bins];
    double squares = 0;
    for (int k = 1; k < bins; k++) {
      double re = spectra[at + 2 * k];
      double im = spectra[at + 2 * k + 1];
      double square = re * re + im * im;
      squares += square;
      shape[k] = Math.sqrt(square);
    }
    double norm = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (int k = 1; k < bins; k++) {
      shape[k] *= norm;
    }
    return shape;
  }
}
