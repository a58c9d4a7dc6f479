package io.github.anomalydata.audio.spectral;

/** Magnitudes of complex spectra, raised to a power. */
final class Powers {
  private Powers() {}

  static void of(double[] spectrum, double exponent, double[] powers) {
    for (int k = 0; k < powers.length; k++) {
      double re = spectrum[2 * k];
      double im = spectrum[2 * k + 1];
      powers[k] = re * re + im * im;
    }
    if (exponent == 1) {
      for (int k = 0; k < powers.length; k++) {
        powers[k] = Math.sqrt(powers[k]);
      }
    } else if (exponent != 2) {
      for (int k = 0; k < powers.length; k++) {
        powers[k] = Math.pow(powers[k], exponent / 2);
      }
    }
  }
}
