package io.github.anomalydata.audio.spectral;

/** A scale of frequencies on which steps that are equal sound equal. */
public enum MelScale {
  /**
   * That of M. Slaney, "Auditory Toolbox", 1998, the default of librosa: {@code 3 f / 200} below
   * 1000 Hz, which is 15 mel; above it {@code 15 + 27 ln(f / 1000) / ln 6.4}.
   */
  SLANEY {
    @Override
    double mel(double hertz) {
      return hertz < BREAK_HERTZ
          ? hertz / LINEAR_STEP
          : BREAK_MEL + Math.log(hertz / BREAK_HERTZ) / LOG_STEP;
    }

    @Override
    double hertz(double mel) {
      return mel < BREAK_MEL
          ? mel * LINEAR_STEP
          : BREAK_HERTZ * Math.exp(LOG_STEP * (mel - BREAK_MEL));
    }
  },

  /** That of the Hidden Markov Toolkit: {@code 2595 log10(1 + f / 700)}. */
  HTK {
    @Override
    double mel(double hertz) {
      return 2595 * Math.log10(1 + hertz / 700);
    }

    @Override
    double hertz(double mel) {
      return 700 * (Math.pow(10, mel / 2595) - 1);
    }
  };

  private static final double LINEAR_STEP = 200.0 / 3;
  private static final double BREAK_HERTZ = 1000;
  private static final double BREAK_MEL = 15;
  private static final double LOG_STEP = Math.log(6.4) / 27;

  abstract double mel(double hertz);

  abstract double hertz(double mel);

  /**
   * Returns the place of a frequency on the scale.
   *
   * @param hertz the frequency in Hz, not negative
   * @return the place in mel
   * @throws IllegalArgumentException if the frequency is negative, infinite or NaN
   */
  public double toMel(double hertz) {
    return mel(requireNotNegative("hertz", hertz));
  }

  /**
   * Returns the frequency of a place on the scale.
   *
   * @param mel the place in mel, not negative
   * @return the frequency in Hz
   * @throws IllegalArgumentException if the place is negative, infinite or NaN
   */
  public double toHertz(double mel) {
    return hertz(requireNotNegative("mel", mel));
  }

  private static double requireNotNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + ": finite and not negative, got " + value);
    }
    return value;
  }
}
