package io.github.anomalydata.cli.signal;

import io.github.anomalydata.signal.Padding;

/** The words of librosa for what is beyond the ends of a centred signal. */
public enum PadMode {
  /** Zeros. */
  constant(Padding.ZERO),
  /** The first and last sample. */
  edge(Padding.EDGE),
  /** The signal, mirrored at its ends. */
  reflect(Padding.REFLECT),
  /** The signal, mirrored beyond its ends. */
  symmetric(Padding.SYMMETRIC);

  private final Padding padding;

  PadMode(Padding padding) {
    this.padding = padding;
  }

  /**
   * Returns the padding.
   *
   * @return the padding
   */
  public Padding padding() {
    return padding;
  }
}
