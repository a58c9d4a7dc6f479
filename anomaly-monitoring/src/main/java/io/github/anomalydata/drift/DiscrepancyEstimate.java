package io.github.anomalydata.drift;

/**
 * A squared maximum mean discrepancy that was estimated from a part of what there is.
 *
 * @param value the estimate
 * @param standardError the standard deviation of the estimate from one draw to another
 */
public record DiscrepancyEstimate(double value, double standardError) {

  /**
   * Checks the numbers.
   *
   * @param value the estimate, finite
   * @param standardError its standard error, finite and at least 0
   * @throws IllegalArgumentException if a number is out of its range
   */
  public DiscrepancyEstimate {
    Rules.finite("value", value);
    if (!(Rules.finite("standardError", standardError) >= 0)) {
      throw new IllegalArgumentException("standardError: at least 0, got " + standardError);
    }
  }

  /** Returns the mean of draws that do not depend on one another, at least two. */
  static DiscrepancyEstimate meanOf(double[] draws) {
    double mean = 0;
    for (double draw : draws) {
      mean += draw / draws.length;
    }
    double squares = 0;
    for (double draw : draws) {
      squares += (draw - mean) * (draw - mean);
    }
    return new DiscrepancyEstimate(mean, Math.sqrt(squares / (draws.length - 1) / draws.length));
  }
}
