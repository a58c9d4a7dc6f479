package io.github.anomalydata.drift;

import java.time.Duration;

/** Rules that values of callers keep; each message gives name, rule and value. */
final class Rules {
  private Rules() {}

  static double finite(String name, double value) {
    if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + ": finite, got " + value);
    }
    return value;
  }

  static String named(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + ": not blank, got '" + value + "'");
    }
    return value;
  }

  static double probability(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw new IllegalArgumentException(name + ": above 0 and at most 1, got " + value);
    }
    return value;
  }

  static Duration notNegative(String name, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(name + ": not negative, got " + value);
    }
    return value;
  }

  /** Checks a level of significance. */
  static double level(double alpha) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha: above 0 and below 1, got " + alpha);
    }
    return alpha;
  }

  /** Checks a sample. */
  static double[] finite(String name, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!(Math.abs(values[i]) < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(name + ": finite, got " + values[i] + " at index " + i);
      }
    }
    return values;
  }
}
