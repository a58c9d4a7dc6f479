package io.github.anomalydata.signal.wavelet;

/** The order of the nodes of a level of wavelet packets. */
public enum PacketOrder {
  /** From left to right in the tree, an approximation before its detail. */
  NATURAL,
  /**
   * From low to high frequency: the Gray code of the natural order, since the detail of a level
   * mirrors the frequencies of the next.
   */
  FREQUENCY;

  /** Returns the natural position of a node. */
  int natural(int position) {
    return this == NATURAL ? position : position ^ (position >>> 1);
  }
}
