package io.github.anomalydata.signal;

/** What is taken for the samples before the first and after the last. */
public enum Padding {
  /** Zeros, the default of librosa since 0.9 ({@code pad_mode='constant'}). */
  ZERO {
    @Override
    double at(double[] values, int from, int length, long index) {
      return index >= 0 && index < length ? values[from + (int) index] : 0;
    }
  },

  /** The first and the last sample, repeated ({@code pad_mode='edge'}). */
  EDGE {
    @Override
    double at(double[] values, int from, int length, long index) {
      return values[from + (int) Math.max(0, Math.min(length - 1, index))];
    }
  },

  /**
   * The signal mirrored before its first and after its last sample, which are there twice ({@code
   * pad_mode='symmetric'}).
   */
  SYMMETRIC {
    @Override
    double at(double[] values, int from, int length, long index) {
      int place = (int) Math.floorMod(index, 2L * length);
      return values[from + (place < length ? place : 2 * length - 1 - place)];
    }
  },

  /**
   * The signal mirrored at its first and last sample ({@code pad_mode='reflect'}), the default of
   * librosa before 0.9.
   */
  REFLECT {
    @Override
    double at(double[] values, int from, int length, long index) {
      int last = length - 1;
      if (last == 0) {
        return values[from];
      }
      int place = (int) Math.floorMod(index, 2L * last);
      return values[from + (place <= last ? place : 2 * last - place)];
    }
  };

  /** Returns the sample at an index that may lie outside the signal, which begins at from. */
  abstract double at(double[] values, int from, int length, long index);
}
