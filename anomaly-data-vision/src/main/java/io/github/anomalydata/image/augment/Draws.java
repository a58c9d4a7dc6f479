package io.github.anomalydata.image.augment;

import io.github.anomalydata.internal.Require;
import java.util.random.RandomGenerator;

/** Draws that augmentations share, and checks of their bounds. */
final class Draws {
  private Draws() {}

  static double uniform(double least, double most, RandomGenerator random) {
    return least + (most - least) * random.nextDouble();
  }

  static int below(int bound, RandomGenerator random) {
    return (int) (random.nextDouble() * bound);
  }

  /** Refuses bounds that are not above 0, finite, and in order. */
  static void requireBounds(String name, double least, double most, double highest) {
    Require.positive(name, least);
    Require.between(name, most, least, highest);
  }
}
