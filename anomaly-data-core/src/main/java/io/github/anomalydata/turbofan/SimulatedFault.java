package io.github.anomalydata.turbofan;

import io.github.anomalydata.internal.NormalDraws;
import java.util.random.RandomGenerator;

/** The fault that ends an engine's life, with the life lengths and growth seen in the real data. */
enum SimulatedFault {
  /** Degradation of the high-pressure compressor: the fault of FD001 and FD002. */
  HIGH_PRESSURE_COMPRESSOR(90, 110, 0.39, 128, 378, 3.2, 4.4),
  /** Degradation of the fan: the second fault of FD003 and FD004, with a later onset. */
  FAN(150, 130, 0.6, 185, 525, 4.5, 6);

  private final double offset;
  private final double scale;
  private final double spread;
  private final int shortest;
  private final int longest;
  private final double slowestGrowth;
  private final double fastestGrowth;

  SimulatedFault(
      double offset,
      double scale,
      double spread,
      int shortest,
      int longest,
      double slowestGrowth,
      double fastestGrowth) {
    this.offset = offset;
    this.scale = scale;
    this.spread = spread;
    this.shortest = shortest;
    this.longest = longest;
    this.slowestGrowth = slowestGrowth;
    this.fastestGrowth = fastestGrowth;
  }

  /**
   * Draws a life in cycles: log-normal above an offset, shorter for an engine that starts with more
   * wear, and drawn again outside the real range.
   */
  int life(RandomGenerator random, double initialWear) {
    // The factor is one for the mean initial wear.
    double scaled = scale * (1.16 - 0.66 * initialWear);
    double life;
    do {
      life = offset + scaled * StrictMath.exp(spread * NormalDraws.next(random));
    } while (life < shortest || life > longest);
    return (int) life;
  }

  /** Draws the exponent that wear growth reaches over a whole life: the larger, the later. */
  double growth(RandomGenerator random) {
    return slowestGrowth + (fastestGrowth - slowestGrowth) * random.nextDouble();
  }
}
