package io.github.anomalydata.augment;

/** How long a window that was cut out of a series is in the end. */
public enum SliceLength {
  /** As long as the series: the window is stretched. */
  KEPT,

  /** The ratio of the series, rounded, at least one step: whole steps are kept as they are. */
  SHORTER
}
