package io.github.anomalydata.augment;

import java.util.random.RandomGenerator;

/** Some neighbours in a row: from the first to before the last. */
record Hole(int from, int to) {

  /** Draws one of up to a ratio of the row, rounded down, each length and place as likely. */
  static Hole draw(int length, double ratio, RandomGenerator random) {
    int longest = (int) (ratio * length);
    int width = (int) (random.nextDouble() * (longest + 1));
    int from = (int) (random.nextDouble() * (length - width + 1));
    return new Hole(from, from + width);
  }
}
