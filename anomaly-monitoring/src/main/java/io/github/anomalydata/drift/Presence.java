package io.github.anomalydata.drift;

import java.util.Arrays;

/**
 * Which pooled rows of a column have a value.
 *
 * @param reference how many of the reference have one
 * @param current how many of the current sample
 * @param places the place of each pooled row among those with a value, -1 for one without; empty
 *     where all have one
 */
record Presence(int reference, int current, int[] places) {

  static Presence of(MixedTable.Column reference, MixedTable.Column current) {
    int rows = reference.rows();
    int[] places = new int[Math.addExact(rows, current.rows())];
    int present = 0;
    int ofReference = 0;
    for (int row = 0; row < places.length; row++) {
      boolean missing = row < rows ? reference.isMissing(row) : current.isMissing(row - rows);
      places[row] = missing ? -1 : present++;
      ofReference = row < rows ? present : ofReference;
    }
    boolean all = present == places.length;
    return new Presence(ofReference, present - ofReference, all ? new int[0] : places);
  }

  /** Returns that of rows that all have a value. */
  static Presence all(int reference, int current) {
    return new Presence(reference, current, new int[0]);
  }

  /** Tells whether a row has no value. */
  boolean isPartial() {
    return places.length > 0;
  }

  /** Splits of the rows with a value, for one thread. */
  @FunctionalInterface
  interface Splitter {
    /**
     * Splits the rows with a value in the order that all rows have, into samples of their own
     * sizes.
     *
     * @param order the pooled rows in the order of a split, needed where a row has no value
     * @param mask the bits of the split
     * @return the bits of the rows with a value: those of the mask where all have one, or an array
     *     that the next call overwrites
     */
    long[] split(int[] order, long[] mask);
  }

  /** Returns what splits the rows for a thread. */
  Splitter splitter() {
    if (!isPartial()) {
      return (order, mask) -> mask;
    }
    long[] own = new long[(reference + current + 63) >>> 6];
    return (order, mask) -> {
      Arrays.fill(own, 0);
      int seen = 0;
      for (int row : order) {
        int place = places[row];
        if (place >= 0 && seen++ >= reference) {
          Permutations.set(own, place);
        }
      }
      return own;
    };
  }
}
