package io.github.anomalydata.drift.online;

import io.github.anomalydata.internal.Require;

/**
 * The distance between the newest samples and the reference.
 *
 * <p>There is no alarm before the window is full. The change is taken to have begun at the sample
 * of the window from which on the rest is farthest from the reference, weighed by the square root
 * of its size.
 *
 * @param distance how far apart they are
 * @param size the number of samples of the window, at least 2
 */
public record SlidingWindow(Distance distance, int size) implements Detector {

  /** How far a window is from the reference, F its distribution function and G the reference's. */
  public enum Distance {
    /** The greatest difference of both distribution functions, {@code sup |F - G|}. */
    KOLMOGOROV_SMIRNOV,
    /**
     * The sum of squares of Cramér and von Mises of the window against the reference: {@code 1 /
     * (12 n) + sum over i of ((2 i - 1) / (2 n) - G(x_i))²}, the samples in ascending order and i
     * from 1; at a value that the reference holds G is the middle of its step.
     */
    CRAMER_VON_MISES
  }

  /**
   * Checks the options.
   *
   * @param distance how far apart they are
   * @param size the number of samples
   * @throws IllegalArgumentException if the size is below 2
   */
  public SlidingWindow {
    Require.atLeast("size", size, 2);
  }

  /**
   * Returns one of 100 samples.
   *
   * @param distance how far apart they are
   * @return the options
   */
  public static SlidingWindow of(Distance distance) {
    return new SlidingWindow(distance, 100);
  }

  /**
   * Returns one of another size.
   *
   * @param samples the number of samples of the window, at least 2
   * @return the options
   * @throws IllegalArgumentException if there are fewer
   */
  public SlidingWindow withSize(int samples) {
    return new SlidingWindow(distance, samples);
  }
}
