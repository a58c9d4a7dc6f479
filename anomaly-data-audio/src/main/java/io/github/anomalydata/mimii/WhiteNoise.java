package io.github.anomalydata.mimii;

import java.util.random.RandomGenerator;

/** Uniform noise: what is heard of it after a filter is as good as normal, and cheaper to draw. */
final class WhiteNoise {
  private WhiteNoise() {}

  /** Returns a number in [-1, 1). */
  static double next(RandomGenerator random) {
    return (random.nextLong() >> 10) * 0x1p-53;
  }

  /** Returns a number between two bounds. */
  static double between(RandomGenerator random, double low, double high) {
    return low + (high - low) * 0.5 * (1 + next(random));
  }
}
