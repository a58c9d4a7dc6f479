package io.github.anomalydata.feature;

/**
 * The sum of numbers in the order in which numpy adds them: eight partial sums of up to 128
 * numbers, halves of more. Wanted only where a tool asks whether such a sum is exactly 0.
 */
final class PairwiseSum {
  private static final int BLOCK = 128;

  private PairwiseSum() {}

  static double of(double[] values) {
    return of(values, 0, values.length);
  }

  private static double of(double[] values, int from, int n) {
    if (n < 8) {
      double sum = 0;
      for (int i = 0; i < n; i++) {
        sum += values[from + i];
      }
      return sum;
    }
    if (n > BLOCK) {
      int half = n / 2;
      half -= half % 8;
      return of(values, from, half) + of(values, from + half, n - half);
    }
    double[] r = new double[8];
    System.arraycopy(values, from, r, 0, 8);
    int i = 8;
    for (; i < n - n % 8; i += 8) {
      for (int k = 0; k < 8; k++) {
        r[k] += values[from + i + k];
      }
    }
    double sum = ((r[0] + r[1]) + (r[2] + r[3])) + ((r[4] + r[5]) + (r[6] + r[7]));
    for (; i < n; i++) {
      sum += values[from + i];
    }
    return sum;
  }
}
