package io.github.anomalydata.mimii;

/** What is known of a machine while it was recorded. */
public enum Label {
  /** The machine is sound. */
  NORMAL,
  /** The machine has a fault. */
  ABNORMAL,
  /** Nothing is told, as in the evaluation sets of DCASE. */
  UNLABELLED
}
