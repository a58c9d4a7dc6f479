package io.github.anomalydata.feature;

/**
 * How much the spectrum changes from one part of a signal to the next: the mean Euclidean distance
 * of the magnitude spectra of frames that follow each other, each less its mean and of norm 1; a
 * frame without power has the spectrum 0. One object serves one thread.
 */
final class Flux {
  private final int frames;
  private final int length;
  private final Fourier fourier;
  private final double[] centred;
  private final double[] im;
  private double[] shape;
  private double[] before;

  Flux(int n, int frames) {
    this.frames = frames;
    this.length = n / frames;
    this.fourier = new Fourier(length);
    this.centred = new double[length];
    this.im = new double[fourier.bins()];
    this.shape = new double[fourier.bins()];
    this.before = new double[fourier.bins()];
  }

  double of(SignalAnalysis signal) {
    if (signal.isConstant()) {
      return Double.NaN;
    }
    double sum = 0;
    for (int frame = 0; frame < frames; frame++) {
      double[] swap = before;
      before = shape;
      shape = swap;
      centre(signal.samples(), frame * length);
      shape();
      sum += frame > 0 ? distance() : 0;
    }
    return sum / (frames - 1);
  }

  private void centre(double[] from, int at) {
    double sum = 0;
    boolean varies = false;
    for (int i = at; i < at + length; i++) {
      sum += from[i];
      varies |= from[i] != from[at];
    }
    double mean = sum / length;
    for (int i = 0; i < length; i++) {
      centred[i] = varies ? from[at + i] - mean : 0;
    }
  }

  private void shape() {
    fourier.transform(centred, 0, shape, im);
    for (int k = 0; k < shape.length; k++) {
      shape[k] = Math.sqrt(shape[k] * shape[k] + im[k] * im[k]);
    }
    shape[0] = 0;
    double squares = Sums.products(shape, shape, 0, shape.length);
    double norm = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (int k = 0; k < shape.length; k++) {
      shape[k] *= norm;
    }
  }

  private double distance() {
    double squares = 0;
    for (int k = 1; k < shape.length; k++) {
      squares += (shape[k] - before[k]) * (shape[k] - before[k]);
    }
    return Math.sqrt(squares);
  }
}
