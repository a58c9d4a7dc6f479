package io.github.anomalydata.signal.wavelet;

import io.github.anomalydata.internal.Require;

/** The shape of a batch of signals held one behind the other. */
final class Batch {
  private Batch() {}

  /** Returns the length of each of the rows. */
  static int length(double[] values, int rows) {
    Require.atLeast("rows", rows, 1);
    if (values.length == 0 || values.length % rows != 0) {
      throw new IllegalArgumentException(
          "signals: at least one value for each of "
              + rows
              + " rows, all of one length, got "
              + values.length
              + " values");
    }
    return values.length / rows;
  }

  static double[] allocate(int rows, int length) {
    long size = (long) rows * length;
    if (size > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "signals: a result of at most 2^31 values, got " + rows + " rows of " + length);
    }
    return new double[(int) size];
  }
}
