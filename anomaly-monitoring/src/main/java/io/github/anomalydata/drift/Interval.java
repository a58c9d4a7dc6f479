package io.github.anomalydata.drift;

/**
 * Where an effect lies, with a confidence of 95 in 100.
 *
 * @param lower the lower end
 * @param upper the upper end
 */
public record Interval(double lower, double upper) {

  /**
   * Checks the values.
   *
   * @param lower the lower end, finite
   * @param upper the upper end, finite and not below the lower one
   * @throws IllegalArgumentException if an end is not finite, or the upper one below the lower
   */
  public Interval {
    Rules.finite("lower", lower);
    if (!(Rules.finite("upper", upper) >= lower)) {
      throw new IllegalArgumentException("upper: at least " + lower + ", got " + upper);
    }
  }

  /**
   * Tells whether an effect is in the interval.
   *
   * @param effect the effect
   * @return whether it is, the ends included
   */
  public boolean contains(double effect) {
    return effect >= lower && effect <= upper;
  }

  /**
   * Returns the part of this interval in a range, that holds some of it or an end nearest to it.
   */
  Interval within(double least, double greatest) {
    return new Interval(
        Math.min(greatest, Math.max(least, lower)), Math.max(least, Math.min(greatest, upper)));
  }
}
