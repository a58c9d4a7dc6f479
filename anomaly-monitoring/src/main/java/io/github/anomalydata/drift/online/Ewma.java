package io.github.anomalydata.drift.online;

/**
 * An exponentially weighted moving average, {@code a = (1 - weight) * a + weight * z}, divided by
 * the standard deviation that it has after as many independent samples; after S. W. Roberts,
 * "Control chart tests based on geometric moving averages", Technometrics 1 (1959),
 * doi:10.1080/00401706.1959.10489860. Of a stream of errors, 0 or 1, it is the ECDD of G. J. Ross
 * and others, 2012, doi:10.1016/j.patrec.2011.08.019.
 *
 * <p>The change is taken to have begun when the average left 0 for the last time.
 *
 * @param weight the weight of the newest sample, above 0 and at most 1; small ones see small shifts
 * @param direction the changes that raise an alarm
 */
public record Ewma(double weight, Direction direction) implements Detector {

  /**
   * Checks the options.
   *
   * @param weight the weight of the newest sample
   * @param direction the changes that raise an alarm
   * @throws IllegalArgumentException if the weight is not above 0 and at most 1
   */
  public Ewma {
    if (!(weight > 0 && weight <= 1)) {
      throw new IllegalArgumentException("weight: above 0 and at most 1, got " + weight);
    }
  }

  /**
   * Returns one with a weight of 0.1 for changes in either direction.
   *
   * @return the options
   */
  public static Ewma withDefaults() {
    return new Ewma(0.1, Direction.BOTH);
  }

  /**
   * Returns one with another weight.
   *
   * @param newWeight the weight of the newest sample, above 0 and at most 1
   * @return the options
   * @throws IllegalArgumentException if it is not above 0 and at most 1
   */
  public Ewma withWeight(double newWeight) {
    return new Ewma(newWeight, direction);
  }

  /**
   * Returns one for other changes.
   *
   * @param newDirection the changes that raise an alarm
   * @return the options
   */
  public Ewma with(Direction newDirection) {
    return new Ewma(weight, newDirection);
  }
}
