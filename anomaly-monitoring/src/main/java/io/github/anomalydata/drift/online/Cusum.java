package io.github.anomalydata.drift.online;

import io.github.anomalydata.internal.Require;

/**
 * Cumulative sums of what exceeds half the shift that matters: {@code S = max(0, S + |z| - shift /
 * 2)}, one sum for each direction, after E. S. Page, "Continuous inspection schemes", Biometrika 41
 * (1954), doi:10.1093/biomet/41.1-2.100. The quickest to see a lasting shift of about the size that
 * it is made for.
 *
 * <p>The change is taken to have begun after the sum was 0 for the last time.
 *
 * @param shift the shift of the mean that matters, in standard deviations of the reference; above 0
 * @param direction the changes that raise an alarm
 */
public record Cusum(double shift, Direction direction) implements Detector {

  /**
   * Checks the options.
   *
   * @param shift the shift that matters
   * @param direction the changes that raise an alarm
   * @throws IllegalArgumentException if the shift is not above 0 and finite
   */
  public Cusum {
    Require.positive("shift", shift);
  }

  /**
   * Returns one for a shift of one standard deviation in either direction.
   *
   * @return the options
   */
  public static Cusum withDefaults() {
    return new Cusum(1, Direction.BOTH);
  }

  /**
   * Returns one for another shift.
   *
   * @param newShift the shift that matters, in standard deviations; above 0
   * @return the options
   * @throws IllegalArgumentException if it is not above 0 and finite
   */
  public Cusum withShift(double newShift) {
    return new Cusum(newShift, direction);
  }

  /**
   * Returns one for other changes.
   *
   * @param newDirection the changes that raise an alarm
   * @return the options
   */
  public Cusum with(Direction newDirection) {
    return new Cusum(shift, newDirection);
  }
}
