package io.github.anomalydata.drift.online;

import java.time.Duration;

/**
 * How long a monitor runs from one false alarm to the next, on average, while nothing changes.
 *
 * @param samples the number of samples, above 1
 */
public record RunLength(double samples) {

  /**
   * Checks the number.
   *
   * @param samples the number of samples
   * @throws IllegalArgumentException if it is not above 1 and below 2^40
   */
  public RunLength {
    if (!(samples > 1 && samples < 0x1p40)) {
      throw new IllegalArgumentException("samples: above 1 and below 2^40, got " + samples);
    }
  }

  /**
   * Returns a number of samples.
   *
   * @param samples the number of samples, above 1
   * @return the run length
   * @throws IllegalArgumentException if it is not above 1 and below 2^40
   */
  public static RunLength ofSamples(double samples) {
    return new RunLength(samples);
  }

  /**
   * Returns a time.
   *
   * @param time from one false alarm to the next
   * @param perSample from one sample to the next, above 0
   * @return the run length
   * @throws IllegalArgumentException if the time between samples is not above 0, or the run length
   *     not above 1 sample and below 2^40
   */
  public static RunLength ofTime(Duration time, Duration perSample) {
    if (perSample.isNegative() || perSample.isZero()) {
      throw new IllegalArgumentException("perSample: above 0, got " + perSample);
    }
    return new RunLength(seconds(time) / seconds(perSample));
  }

  private static double seconds(Duration duration) {
    return duration.getSeconds() + duration.getNano() * 1e-9;
  }
}
