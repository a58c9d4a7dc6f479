package io.github.anomalydata.audio.augment;

import java.util.random.RandomGenerator;

/** Checks of ranges that options are drawn from, and draws from them. */
final class Ranges {
  private Ranges() {}

  static void require(String name, double least, double most, double low, double high) {
    if (!(low >= least && low <= high && high <= most)) {
      throw new IllegalArgumentException(
          name + ": a range within [" + least + ", " + most + "], got [" + low + ", " + high + "]");
    }
  }

  static double draw(double low, double high, RandomGenerator random) {
    return low + (high - low) * random.nextDouble();
  }
}
