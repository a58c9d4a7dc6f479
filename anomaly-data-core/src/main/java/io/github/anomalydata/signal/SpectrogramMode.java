package io.github.anomalydata.signal;

/**
 * What a spectrogram tells of the spectrum X of a segment, the {@code mode} of {@code
 * scipy.signal.spectrogram}. With s the factor of the {@link SpectralScaling}:
 */
public enum SpectrogramMode {
  /** The power {@code s |X|^2}, of both signs of a frequency if only one is given ({@code psd}). */
  POWER(1) {
    @Override
    double value(double re, double im, double scale) {
      return (re * re + im * im) * scale;
    }
  },

  /** {@code sqrt(s) X} itself, real and imaginary part in a last axis ({@code complex}). */
  COMPLEX(2),

  /** {@code sqrt(s) |X|} ({@code magnitude}). */
  MAGNITUDE(1) {
    @Override
    double value(double re, double im, double scale) {
      return Math.sqrt(scale) * Signals.magnitude(re, im);
    }
  },

  /** The angle of X in {@code (-pi, pi]} ({@code angle}). */
  ANGLE(1) {
    @Override
    double value(double re, double im, double scale) {
      return Math.atan2(im, re);
    }
  },

  /**
   * The angle of X, continued without jumps above pi from each frequency to the next, in the order
   * of the frequencies, as scipy does ({@code phase}).
   */
  PHASE(1) {
    @Override
    double value(double re, double im, double scale) {
      return Math.atan2(im, re);
    }

    @Override
    void finish(double[] out, int at, int bins, int segments) {
      for (int s = 0; s < segments; s++) {
        unwrap(out, at + s, bins, segments);
      }
    }
  };

  /** Takes the jumps out of angles that lie a stride apart, by the rule of {@code numpy.unwrap}. */
  private static void unwrap(double[] angles, int at, int count, int stride) {
    double turns = 0;
    double before = angles[at];
    for (int k = 1; k < count; k++) {
      double now = angles[at + k * stride];
      double step = now - before;
      if (Math.abs(step) >= Math.PI) {
        double wrapped = step + Math.PI;
        wrapped -= 2 * Math.PI * Math.floor(wrapped / (2 * Math.PI));
        double least = wrapped == 0 && step > 0 ? Math.PI : wrapped - Math.PI;
        turns += least - step;
      }
      before = now;
      angles[at + k * stride] = now + turns;
    }
  }

  private final int parts;

  SpectrogramMode(int parts) {
    this.parts = parts;
  }

  /** Returns how many numbers there are for a frequency and a segment. */
  int parts() {
    return parts;
  }

  /** Returns whether a part changes its sign with the frequency. */
  boolean isOdd(int part) {
    return this == COMPLEX ? part == 1 : this == ANGLE || this == PHASE;
  }

  /** Returns what the mode tells of X, if that is one number. */
  double value(double re, double im, double scale) {
    throw new UnsupportedOperationException(name());
  }

  /** Completes the values of a signal, {@code [bins, segments, parts]}. */
  void finish(double[] out, int at, int bins, int segments) {}
}
