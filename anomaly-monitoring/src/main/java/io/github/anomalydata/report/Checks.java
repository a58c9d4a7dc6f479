package io.github.anomalydata.report;

/** Rules that the parts of a report keep. */
final class Checks {
  private Checks() {}

  static String named(String name, String value) {
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + ": not blank, got '" + value + "'");
    }
    return value;
  }

  static void sameLength(String name, int length, int expected) {
    if (length != expected) {
      throw new IllegalArgumentException(
          name + ": " + expected + " values, one for each, got " + length);
    }
  }

  static void finite(String name, double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(name + ": finite, got " + values[i] + " at " + i);
      }
    }
  }
}
