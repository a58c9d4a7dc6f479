package io.github.anomalydata.metrics;

import java.util.Arrays;

/** The batches of one hour in one file, and where their lines are. */
final class Bucket {
  static final long LENGTH = 3600 * Times.SECOND;

  final long start;
  final Totals totals = new Totals();

  /** Pairs of the first byte of a run of lines, and the byte behind it. */
  private long[] runs = new long[2];

  private int size;

  Bucket(long start) {
    this.start = start;
  }

  static long start(long time) {
    return Math.floorDiv(time, LENGTH) * LENGTH;
  }

  void add(Entry entry, long from, long to) {
    totals.add(entry);
    if (size > 0 && runs[size - 1] == from) {
      runs[size - 1] = to;
      return;
    }
    if (size == runs.length) {
      runs = Arrays.copyOf(runs, 2 * size);
    }
    runs[size++] = from;
    runs[size++] = to;
  }

  /** Returns the lines, as pairs of the first byte and the byte behind the last. */
  long[] runs() {
    return Arrays.copyOf(runs, size);
  }
}
