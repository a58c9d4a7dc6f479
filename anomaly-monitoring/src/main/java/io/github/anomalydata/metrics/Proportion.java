package io.github.anomalydata.metrics;

/**
 * A share of a number of trials, and an interval for the probability behind it.
 *
 * @param successes the number of successes, 0 or more
 * @param trials the number of trials, no fewer
 */
public record Proportion(long successes, long trials) {
  /** The quantile of the standard normal distribution that leaves 2.5 in 100 above it. */
  private static final double Z = 1.959963984540054;

  /**
   * Creates a share.
   *
   * @param successes the number of successes, 0 or more
   * @param trials the number of trials, no fewer
   * @throws IllegalArgumentException if {@code successes} is negative or above {@code trials}
   */
  public Proportion {
    if (successes < 0 || successes > trials) {
      throw new IllegalArgumentException(
          "successes: from 0 to " + trials + " trials, got " + successes);
    }
  }

  /**
   * Returns the share.
   *
   * @return from 0 to 1; NaN without trials
   */
  public double value() {
    return (double) successes / trials;
  }

  /**
   * Returns the lower end of the 95 % interval of Wilson, which stays honest near 0 and 1 (E. B.
   * Wilson, 1927, doi:10.1080/01621459.1927.10502953).
   *
   * @return from 0 to 1; 0 without trials
   */
  public double lower() {
    // Exact where rounding would leave a trace.
    return successes == 0 ? 0 : centre() - halfWidth();
  }

  /**
   * Returns the upper end of the 95 % interval of Wilson.
   *
   * @return from 0 to 1; 1 without trials
   */
  public double upper() {
    return successes == trials ? 1 : centre() + halfWidth();
  }

  private double centre() {
    return (successes + Z * Z / 2) / (trials + Z * Z);
  }

  private double halfWidth() {
    double p = value();
    return Z * Math.sqrt(p * (1 - p) * trials + Z * Z / 4) / (trials + Z * Z);
  }
}
