package io.github.anomalydata.feature;

/**
 * Sums in four parts that a processor adds at the same time, where one sum would wait for each
 * addition to end; rounding errors grow more slowly, too.
 */
final class Sums {
  private Sums() {}

  static double of(double[] values, int n) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      a += values[i];
      b += values[i + 1];
      c += values[i + 2];
      d += values[i + 3];
    }
    for (; i < n; i++) {
      a += values[i];
    }
    return (a + b) + (c + d);
  }

  /** Returns the sum of the products of values from the start and values from an index on. */
  static double products(double[] first, double[] second, int from, int n) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < n; i += 4) {
      a += first[i] * second[from + i];
      b += first[i + 1] * second[from + i + 1];
      c += first[i + 2] * second[from + i + 2];
      d += first[i + 3] * second[from + i + 3];
    }
    for (; i < n; i++) {
      a += first[i] * second[from + i];
    }
    return (a + b) + (c + d);
  }
}
