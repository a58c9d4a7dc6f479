package io.github.anomalydata.augment;

/**
 * Sums of the differences of some values to the first of them, and of their squares.
 *
 * <p>They are exact for values that are all alike. As the first value is at most {@code sqrt(n)}
 * deviations away from the mean, the difference of squares loses no more than a factor {@code n} of
 * the precision, and one pass is enough.
 */
record Moments(double first, double sum, double squares, int count) {

  /** Sums at least one value; the result is not finite if one of them is not. */
  static Moments of(double[] values, int from, int to) {
    double first = values[from];
    double sum = 0;
    double squares = 0;
    double otherSum = 0;
    double otherSquares = 0;
    int i = from;
    // Two sums each, as an addition waits for the one before it.
    for (; i + 1 < to; i += 2) {
      double difference = values[i] - first;
      double other = values[i + 1] - first;
      sum += difference;
      otherSum += other;
      squares += difference * difference;
      otherSquares += other * other;
    }
    double last = i < to ? values[i] - first : 0;
    return new Moments(
        first, sum + otherSum + last, squares + otherSquares + last * last, to - from);
  }

  /** Returns the mean; 0 of no values. */
  double mean() {
    return count == 0 ? 0 : first + sum / count;
  }

  /** Returns the standard deviation with divisor n; 0 of no values. */
  double deviation() {
    double mean = sum / count;
    return count == 0 ? 0 : Math.sqrt(Math.max(0, squares / count - mean * mean));
  }
}
