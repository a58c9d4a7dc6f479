package io.github.anomalydata.drift;

/**
 * How far an estimate may be off by chance.
 *
 * @param value the standard error
 * @param freedom the degrees of freedom it was estimated with
 */
record StandardError(double value, double freedom) {
  /** The quantile of the standard normal distribution that leaves 2.5 in 100 above it. */
  static final double Z = 1.959963984540054;

  /** Returns the interval about an estimate. */
  Interval about(double estimate) {
    double half = quantile() * value;
    return new Interval(estimate - half, estimate + half);
  }

  /**
   * Returns the quantile of Student's distribution that leaves 2.5 in 100 above it, by the
   * expansion of R. A. Fisher and E. A. Cornish, 1960, doi:10.2307/1266546: for 3 degrees of
   * freedom within 1 in 500, for 10 within 1 in 100,000.
   */
  double quantile() {
    double z2 = Z * Z;
    double f = freedom;
    double first = Z * (z2 + 1) / 4;
    double second = Z * ((5 * z2 + 16) * z2 + 3) / 96;
    double third = Z * (((3 * z2 + 19) * z2 + 17) * z2 - 15) / 384;
    double fourth = Z * ((((79 * z2 + 776) * z2 + 1482) * z2 - 1920) * z2 - 945) / 92160;
    return Z + (first + (second + (third + fourth / f) / f) / f) / f;
  }
}
