package io.github.anomalydata.audio.spectral;

/** What {@link Deltas} take for the frames before the first and after the last. */
public enum DeltaEdges {
  /**
   * None: the polynomial of the first, or last, whole window is used up to the edge, whose highest
   * derivative is the same everywhere ({@code mode='interp'}).
   */
  INTERPOLATE {
    @Override
    double at(double[] row, int index) {
      return row[index];
    }
  },

  /** The first and the last frame, repeated ({@code mode='nearest'}). */
  NEAREST {
    @Override
    double at(double[] row, int index) {
      return row[Math.max(0, Math.min(row.length - 1, index))];
    }
  },

  /** The frames mirrored at the first and the last ({@code mode='mirror'}). */
  MIRROR {
    @Override
    double at(double[] row, int index) {
      int last = row.length - 1;
      int place = last == 0 ? 0 : Math.floorMod(index, 2 * last);
      return row[Math.min(place, 2 * last - place)];
    }
  },

  /** Zeros ({@code mode='constant'}). */
  CONSTANT {
    @Override
    double at(double[] row, int index) {
      return index >= 0 && index < row.length ? row[index] : 0;
    }
  },

  /** The frames from the other end on ({@code mode='wrap'}). */
  WRAP {
    @Override
    double at(double[] row, int index) {
      return row[Math.floorMod(index, row.length)];
    }
  };

  /** Returns the value at an index that may lie outside the row. */
  abstract double at(double[] row, int index);
}
