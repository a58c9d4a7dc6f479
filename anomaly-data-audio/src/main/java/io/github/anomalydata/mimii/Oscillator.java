package io.github.anomalydata.mimii;

/** A sine wave by rotation: sums and products alone, so that every machine gives the same bits. */
final class Oscillator {
  private final double cosStep;
  private final double sinStep;
  private double cos;
  private double sin;

  /**
   * Creates an oscillator.
   *
   * @param cycles the frequency in cycles a sample
   * @param phase the phase of the first sample, in cycles
   */
  Oscillator(double cycles, double phase) {
    cosStep = StrictMath.cos(2 * Math.PI * cycles);
    sinStep = StrictMath.sin(2 * Math.PI * cycles);
    cos = StrictMath.cos(2 * Math.PI * phase);
    sin = StrictMath.sin(2 * Math.PI * phase);
  }

  /** Returns the sine of this sample and goes on to the next. */
  double next() {
    double now = sin;
    sin = now * cosStep + cos * sinStep;
    cos = cos * cosStep - now * sinStep;
    return now;
  }
}
