package io.github.anomalydata.drift;

/**
 * The difference of the means of two samples over its standard error, with a variance for each: B.
 * L. Welch, "The generalization of 'Student's' problem when several different population variances
 * are involved", 1947, doi:10.1093/biomet/34.1-2.28.
 */
final class Studentised {
  /** Of the variance of all values: what takes the place of a variance of 0. */
  private static final double LEAST_VARIANCE = 1e-12;

  private final double[] values;
  private final int n;
  private final double sum;
  private final double squares;
  private final double least;

  /**
   * Prepares the pool.
   *
   * @param values the pooled values; not copied
   * @param n the number of those of the reference, at least 2, as of the others
   */
  Studentised(double[] values, int n) {
    this.values = values;
    this.n = n;
    double total = 0;
    double totalSquares = 0;
    for (double value : values) {
      total += value;
      totalSquares += value * value;
    }
    this.sum = total;
    this.squares = totalSquares;
    double deviation = deviation(values, 0, values.length);
    this.least = LEAST_VARIANCE * deviation * deviation;
  }

  static double mean(double[] values, int from, int to) {
    double total = 0;
    for (int i = from; i < to; i++) {
      total += values[i];
    }
    return total / (to - from);
  }

  static double deviation(double[] values, int from, int to) {
    double mean = mean(values, from, to);
    double total = 0;
    for (int i = from; i < to; i++) {
      total += (values[i] - mean) * (values[i] - mean);
    }
    return Math.sqrt(total / (to - from - 1));
  }

  /** Returns the statistic of a split, 0 where all values are equal. */
  double statistic(long[] mask) {
    if (least == 0) {
      return 0;
    }
    double total = 0;
    double totalSquares = 0;
    for (int word = 0; word < mask.length; word++) {
      for (long bits = mask[word]; bits != 0; bits &= bits - 1) {
        double value = values[(word << 6) + Long.numberOfTrailingZeros(bits)];
        total += value;
        totalSquares += value * value;
      }
    }
    int m = values.length - n;
    double error =
        variance(sum - total, squares - totalSquares, n) / n + variance(total, totalSquares, m) / m;
    return Math.abs(total / m - (sum - total) / n) / Math.sqrt(error);
  }

  private double variance(double total, double totalSquares, int count) {
    return Math.max(least, (totalSquares - total * total / count) / (count - 1));
  }
}
