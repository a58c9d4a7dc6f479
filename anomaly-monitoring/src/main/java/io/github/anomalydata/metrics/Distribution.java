package io.github.anomalydata.metrics;

/**
 * The moments of numbers, exact, and their quantiles, within 1/128 of the number.
 *
 * <p>Quantiles come from bins (64 between two powers of two), not from the numbers: one of at least
 * 1e-12 in magnitude is off by at most 0.8 %, smaller ones are 0, those above 1e12 are not told
 * apart. Instances are immutable.
 */
public final class Distribution {
  private final Moments moments = new Moments();
  private final Histogram bins;

  Distribution(Moments moments, Histogram bins) {
    this.moments.add(moments);
    this.bins = bins.copy();
  }

  Distribution(Moments moments) {
    this(moments, new Histogram());
  }

  /**
   * Returns how many numbers there are.
   *
   * @return 0 or more
   */
  public long count() {
    return moments.count;
  }

  /**
   * Returns the mean.
   *
   * @return the mean; NaN without numbers
   */
  public double mean() {
    return count() == 0 ? Double.NaN : moments.mean;
  }

  /**
   * Returns the standard deviation, of the sample: the squares over the count less 1.
   *
   * @return the standard deviation; NaN below two numbers
   */
  public double standardDeviation() {
    return count() < 2 ? Double.NaN : Math.sqrt(moments.squares / (count() - 1));
  }

  /**
   * Returns the least number.
   *
   * @return the least; NaN without numbers
   */
  public double min() {
    return count() == 0 ? Double.NaN : moments.min;
  }

  /**
   * Returns the greatest number.
   *
   * @return the greatest; NaN without numbers
   */
  public double max() {
    return count() == 0 ? Double.NaN : moments.max;
  }

  /**
   * Returns the smallest number that at least this share of all numbers does not exceed. A custom
   * measure has none: NaN.
   *
   * @param share the share, from 0 to 1; 0.5 for the median
   * @return the quantile, within 1/128 of it, never beyond least and greatest; NaN without numbers
   * @throws IllegalArgumentException if the share is not from 0 to 1
   */
  public double quantile(double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("share: from 0 to 1, got " + share);
    }
    return Math.max(min(), Math.min(max(), bins.quantile(share)));
  }
}
