package io.github.anomalydata.drift.online;

import io.github.anomalydata.internal.Require;

/**
 * The sum of what samples exceed their own running mean by, less a tolerance, above the least that
 * it was; after D. V. Hinkley, "Inference about the change-point from cumulative sum tests",
 * Biometrika 58 (1971), doi:10.1093/biomet/58.3.509. Unlike {@link Cusum} it does not hold the mean
 * of the stream to that of the reference, only to its own past.
 *
 * <p>The change is taken to have begun when the sum was least.
 *
 * @param tolerance what a sample may exceed the mean by, in standard deviations; above 0
 * @param warmUp the samples that are seen before the first alarm, at least 1
 * @param direction the changes that raise an alarm
 */
public record PageHinkley(double tolerance, int warmUp, Direction direction) implements Detector {

  /**
   * Checks the options.
   *
   * @param tolerance what a sample may exceed the mean by
   * @param warmUp the samples before the first alarm
   * @param direction the changes that raise an alarm
   * @throws IllegalArgumentException if the tolerance is not above 0 and finite, or the warm-up
   *     below 1
   */
  public PageHinkley {
    Require.positive("tolerance", tolerance);
    Require.atLeast("warmUp", warmUp, 1);
  }

  /**
   * Returns one with a tolerance of half a standard deviation and a warm-up of 30 samples, for
   * changes in either direction.
   *
   * @return the options
   */
  public static PageHinkley withDefaults() {
    return new PageHinkley(0.5, 30, Direction.BOTH);
  }

  /**
   * Returns one with another tolerance.
   *
   * @param newTolerance what a sample may exceed the mean by, in standard deviations; above 0
   * @return the options
   * @throws IllegalArgumentException if it is not above 0 and finite
   */
  public PageHinkley withTolerance(double newTolerance) {
    return new PageHinkley(newTolerance, warmUp, direction);
  }

  /**
   * Returns one with another warm-up.
   *
   * @param samples the samples before the first alarm, at least 1
   * @return the options
   * @throws IllegalArgumentException if there are fewer
   */
  public PageHinkley withWarmUp(int samples) {
    return new PageHinkley(tolerance, samples, direction);
  }

  /**
   * Returns one for other changes.
   *
   * @param newDirection the changes that raise an alarm
   * @return the options
   */
  public PageHinkley with(Direction newDirection) {
    return new PageHinkley(tolerance, warmUp, newDirection);
  }
}
