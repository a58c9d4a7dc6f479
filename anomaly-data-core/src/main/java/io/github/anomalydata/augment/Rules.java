package io.github.anomalydata.augment;

import io.github.anomalydata.internal.Require;
import java.util.List;

/** Checks of options. */
final class Rules {
  private static final int MAX_KNOTS = 1000;

  private Rules() {}

  static int knots(int value) {
    if (value < 1 || value > MAX_KNOTS) {
      throw new IllegalArgumentException("knots: in [1, " + MAX_KNOTS + "], got " + value);
    }
    return value;
  }

  /** Refuses parts of a series, such as knots, that are more than its steps. */
  static int atMostSteps(String name, int value, int time) {
    if (value > time) {
      throw new IllegalArgumentException(
          name + ": at most the number of steps, " + time + ", got " + value);
    }
    return time;
  }

  /** Returns the steps of a share of a series, rounded; refuses a share that has none. */
  static int window(double ratio, int time) {
    int steps = (int) Math.rint(ratio * time);
    if (steps == 0) {
      throw new IllegalArgumentException(
          "ratio: a window of at least one of " + time + " steps, got " + ratio);
    }
    return steps;
  }

  static double between(double minimum, double maximum, String name, double value) {
    return Require.between(name, value, minimum, maximum);
  }

  static double probability(String name, double value) {
    return between(0, 1, name, value);
  }

  /** Refuses what is no share of a whole that is neither nothing nor more than it. */
  static double ratio(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + ": in (0, 1], got " + value);
    }
    return value;
  }

  static double notNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + ": finite and not negative, got " + value);
    }
    return value;
  }

  /** Refuses a choice between series of several lengths, which are no batch. */
  static int sameTime(String name, int expected, int actual) {
    if (expected != actual) {
      throw new IllegalArgumentException(
          name + ": of one number of steps whatever is drawn, got " + expected + " and " + actual);
    }
    return expected;
  }

  static List<Augmentation> some(List<Augmentation> augmentations) {
    if (augmentations.isEmpty()) {
      throw new IllegalArgumentException("augmentations: at least one, got none");
    }
    return List.copyOf(augmentations);
  }
}
