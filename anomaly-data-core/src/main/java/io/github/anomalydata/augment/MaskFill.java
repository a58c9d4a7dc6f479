package io.github.anomalydata.augment;

/** What stands in a hole that was made on purpose. */
public enum MaskFill {
  /** Zero. */
  ZERO,

  /** The mean of the channel over its finite values before the holes were made. */
  CHANNEL_MEAN
}
