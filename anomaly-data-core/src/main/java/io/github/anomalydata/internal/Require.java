package io.github.anomalydata.internal;

/** Rules that values of callers keep. Each returns the value, or says name, rule and value. */
public final class Require {
  private Require() {}

  /**
   * Requires a number that is not too small.
   *
   * @param name the name of the value
   * @param value the value
   * @param least the least that is accepted
   * @return the value
   * @throws IllegalArgumentException if it is less
   */
  public static int atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + ": at least " + least + ", got " + value);
    }
    return value;
  }

  /**
   * Requires a number within bounds.
   *
   * @param name the name of the value
   * @param value the value
   * @param least the least that is accepted
   * @param most the most that is accepted
   * @return the value
   * @throws IllegalArgumentException if it is less or more, or NaN
   */
  public static double between(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new IllegalArgumentException(name + ": in [" + least + ", " + most + "], got " + value);
    }
    return value;
  }

  /**
   * Requires a finite number above 0.
   *
   * @param name the name of the value
   * @param value the value
   * @return the value
   * @throws IllegalArgumentException if it is 0 or less, infinite or NaN
   */
  public static double positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + ": above 0 and finite, got " + value);
    }
    return value;
  }
}
