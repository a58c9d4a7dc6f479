package io.github.anomalydata.feature;

/** Checks of what callers hand in; each returns the value. */
final class Rules {
  private Rules() {}

  static int plusOne(String name, int value) {
    if (value == Integer.MAX_VALUE) {
      throw new IllegalArgumentException(name + ": below " + value + ", got " + value);
    }
    return value + 1;
  }

  static double inRange(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(
          name + ": " + Names.number(least) + " to " + Names.number(most) + ", got " + value);
    }
    return value;
  }
}
