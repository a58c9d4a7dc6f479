package io.github.anomalydata.audio.spectral;

/** Power spectra, turned into other powers of magnitudes. */
final class Powers {
  private Powers() {}

  /** Turns squares of magnitudes into magnitudes to an exponent. */
  static void raise(double[] squares, double exponent) {
    if (exponent == 1) {
      for (int i = 0; i < squares.length; i++) {
        squares[i] = Math.sqrt(squares[i]);
      }
    } else if (exponent != 2) {
      for (int i = 0; i < squares.length; i++) {
        squares[i] = Math.pow(squares[i], exponent / 2);
      }
    }
  }
}
