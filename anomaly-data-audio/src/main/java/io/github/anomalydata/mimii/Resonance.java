package io.github.anomalydata.mimii;

/** A filter of two poles, which lets the band around one frequency pass and rings when struck. */
final class Resonance {
  private final double first;
  private final double second;
  private final double gain;
  private double last;
  private double lastButOne;

  /**
   * Creates a resonance at rest.
   *
   * @param cycles its frequency in cycles a sample
   * @param radius the radius of its poles, below 1: it falls by this factor in each sample
   */
  Resonance(double cycles, double radius) {
    first = 2 * radius * StrictMath.cos(2 * Math.PI * cycles);
    second = -radius * radius;
    // The peak of the response is about one.
    gain = (1 - radius) * 2 * StrictMath.sin(2 * Math.PI * cycles);
  }

  double next(double input) {
    double output = gain * input + first * last + second * lastButOne;
    lastButOne = last;
    last = output;
    return output;
  }
}
