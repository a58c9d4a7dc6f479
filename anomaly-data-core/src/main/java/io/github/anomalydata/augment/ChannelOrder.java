package io.github.anomalydata.augment;

/** The orders channels may be put into. */
public enum ChannelOrder {
  /** Every order, each as likely. */
  ANY,

  /** The given order, begun at any channel, each as likely. */
  ROTATED
}
