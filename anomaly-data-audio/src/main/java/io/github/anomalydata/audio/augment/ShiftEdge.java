package io.github.anomalydata.audio.augment;

/** What comes in at the end of a clip that is shifted away from it. */
public enum ShiftEdge {
  /** What goes out at the other end: nothing is lost. */
  CIRCULAR,

  /** Zeros, in labels and masks too: there, nothing counts. */
  ZERO
}
