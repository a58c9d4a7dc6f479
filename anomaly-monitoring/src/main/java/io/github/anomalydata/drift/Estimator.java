package io.github.anomalydata.drift;

/** How a squared maximum mean discrepancy is estimated from the kernel values of pairs of rows. */
public enum Estimator {
  /**
   * Without the pairs of a row with itself: \( \frac{1}{n(n-1)} \sum_{i \ne j} k(x_i, x_j) +
   * \frac{1}{m(m-1)} \sum_{i \ne j} k(y_i, y_j) - \frac{2}{nm} \sum_{i, j} k(x_i, y_j) \). Its mean
   * is 0 for samples of one distribution, so that it may be negative.
   */
  UNBIASED,
  /**
   * With these pairs, means of \( n^2 \) and \( m^2 \) values: the squared distance of the samples,
   * never negative, and above 0 for samples of one distribution.
   */
  BIASED;

  /** Returns the least number of rows of a sample. */
  int fewest() {
    return this == UNBIASED ? 2 : 1;
  }

  /**
   * Returns the estimate.
   *
   * @param reference the sum over ordered pairs of rows of the reference
   * @param current that of the current sample
   * @param between that over pairs of one row of each
   * @param n the rows of the reference
   * @param m the rows of the current sample
   */
  double of(double reference, double current, double between, double n, double m) {
    return this == UNBIASED
        ? reference / (n * (n - 1)) + current / (m * (m - 1)) - 2 * between / (n * m)
        : reference / (n * n) + current / (m * m) - 2 * between / (n * m);
  }
}
