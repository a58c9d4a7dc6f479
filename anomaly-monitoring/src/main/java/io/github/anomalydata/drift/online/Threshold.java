package io.github.anomalydata.drift.online;

import io.github.anomalydata.internal.Require;

/**
 * The threshold of a monitor, and what was found out about it.
 *
 * @param value an alarm is raised by a statistic above it; finite
 * @param runLength the mean number of samples to a false alarm, estimated by the simulation; 0 if
 *     the threshold was given and not calibrated
 * @param standardError that of the run length, 0 likewise
 * @param blockLength the consecutive samples of the reference that the simulation drew as one, at
 *     least 1
 * @param replicates the number of simulated streams, 0 for a threshold that was given
 * @param seed the seed of the simulation
 */
public record Threshold(
    double value,
    double runLength,
    double standardError,
    int blockLength,
    int replicates,
    long seed) {

  /**
   * Checks the values.
   *
   * @param value the threshold
   * @param runLength the estimated run length
   * @param standardError its standard error
   * @param blockLength the samples of a block
   * @param replicates the number of streams
   * @param seed the seed
   * @throws IllegalArgumentException if a value is out of its range
   */
  public Threshold {
    if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("value: finite, got " + value);
    }
    requireNotNegative("runLength", runLength);
    requireNotNegative("standardError", standardError);
    Require.atLeast("blockLength", blockLength, 1);
    Require.atLeast("replicates", replicates, 0);
  }

  static Threshold given(double value) {
    return new Threshold(value, 0, 0, 1, 0, 0);
  }

  private static void requireNotNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + ": not negative and finite, got " + value);
    }
  }
}
