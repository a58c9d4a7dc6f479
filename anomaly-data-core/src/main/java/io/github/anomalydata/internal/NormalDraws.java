package io.github.anomalydata.internal;

import java.util.random.RandomGenerator;

/**
 * Draws nearly normal numbers that are the same on every Java release and machine.
 *
 * <p>{@link RandomGenerator#nextGaussian()} is not: between Java 17 and 25 its sequences part after
 * some million draws. A draw here is the number of heads in 64 tosses of a coin, smoothed by a
 * triangle of two units, in integer arithmetic but for the last scaling. The distribution function
 * is within 0.0008 of the normal one and the variance is one.
 */
public final class NormalDraws {
  private static final double SCALE = 1 / Math.sqrt(64 / 4.0 + 1 / 6.0);

  private NormalDraws() {}

  /**
   * Draws a number with mean zero and variance one.
   *
   * @param random the generator, of which two longs are taken
   * @return the number, less than 8.1 in magnitude
   */
  public static double next(RandomGenerator random) {
    int heads = Long.bitCount(random.nextLong());
    long bits = random.nextLong();
    double triangle = ((bits >>> 32) - (bits & 0xFFFF_FFFFL)) * 0x1p-32;
    return (heads - 32 + triangle) * SCALE;
  }
}
