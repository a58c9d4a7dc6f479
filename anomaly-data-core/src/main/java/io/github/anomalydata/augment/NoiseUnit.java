package io.github.anomalydata.augment;

/** What the amount of noise is measured in. */
public enum NoiseUnit {
  /** The unit of the data: the amount is the standard deviation of the noise. */
  ABSOLUTE,

  /** The standard deviation of the channel: the amount is the ratio of noise to channel. */
  CHANNEL_DEVIATIONS,

  /**
   * Decibels of signal to noise: the standard deviation of the noise is that of the channel times
   * {@code 10^(-amount / 20)}. The mean of a channel carries no signal and does not count.
   */
  SIGNAL_TO_NOISE_DECIBELS
}
