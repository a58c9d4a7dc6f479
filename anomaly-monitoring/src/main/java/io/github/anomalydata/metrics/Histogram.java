package io.github.anomalydata.metrics;

import java.util.Arrays;

/**
 * How many numbers are in each of the {@link Bins}. Merging is exact and its order does not matter.
 *
 * <p>While numbers are added it is an array over the bins in use, at most 82 kB; {@link #pack}ed it
 * is two or three bytes for each of them.
 */
final class Histogram {
  private static final long[] NO_COUNTS = {};
  private static final byte[] NO_BYTES = {};

  private long[] counts = NO_COUNTS;
  private int first;
  private byte[] packed = NO_BYTES;
  private long total;

  /** Takes the bins in ascending order. */
  @FunctionalInterface
  interface Visitor {
    void bin(int bin, long count);
  }

  void add(int bin, long count) {
    unpack();
    int at = bin - first;
    if (at < 0 || at >= counts.length) {
      at = grow(bin);
    }
    counts[at] += count;
    total += count;
  }

  void add(Histogram other) {
    if (other.total > 0) {
      other.forEach(this::add);
    }
  }

  long total() {
    return total;
  }

  /** Makes room for a bin, with a margin so that growing is rare. */
  private int grow(int bin) {
    int margin = 16;
    int low = counts.length == 0 ? bin : Math.min(bin, first);
    int high = counts.length == 0 ? bin : Math.max(bin, first + counts.length - 1);
    low = low == first && counts.length > 0 ? low : Math.max(-Bins.LAST, low - margin);
    high = Math.min(Bins.LAST, high + margin);
    long[] larger = new long[high - low + 1];
    System.arraycopy(counts, 0, larger, counts.length == 0 ? 0 : first - low, counts.length);
    counts = larger;
    first = low;
    return bin - low;
  }

  /** Visits all bins that are not empty. */
  void forEach(Visitor visitor) {
    if (packed.length > 0) {
      visitPacked(visitor);
      return;
    }
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        visitor.bin(first + i, counts[i]);
      }
    }
  }

  private void visitPacked(Visitor visitor) {
    int bin = -Bins.LAST;
    for (int at = 0; at < packed.length; ) {
      int gap = 0;
      for (int shift = 0; ; shift += 7) {
        byte b = packed[at++];
        gap |= (b & 0x7F) << shift;
        if (b >= 0) {
          break;
        }
      }
      long count = 0;
      for (int shift = 0; ; shift += 7) {
        byte b = packed[at++];
        count |= (b & 0x7FL) << shift;
        if (b >= 0) {
          break;
        }
      }
      bin += gap;
      visitor.bin(bin, count);
    }
  }

  /** Makes it small until numbers are added again. */
  void pack() {
    if (counts.length == 0) {
      return;
    }
    byte[] bytes = new byte[64];
    int size = 0;
    int last = -Bins.LAST;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] != 0) {
        bytes = size + 16 > bytes.length ? Arrays.copyOf(bytes, 2 * bytes.length) : bytes;
        size = varint(first + i - last, bytes, size);
        size = varint(counts[i], bytes, size);
        last = first + i;
      }
    }
    packed = Arrays.copyOf(bytes, size);
    counts = NO_COUNTS;
    first = 0;
  }

  private static int varint(long value, byte[] to, int at) {
    long rest = value;
    int end = at;
    while (rest > 0x7F) {
      to[end++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    to[end++] = (byte) rest;
    return end;
  }

  private void unpack() {
    if (packed.length > 0) {
      byte[] bytes = packed;
      total = 0;
      packed = NO_BYTES;
      Histogram whole = new Histogram();
      whole.packed = bytes;
      whole.visitPacked(this::add);
    }
  }

  /**
   * Returns the middle of the bin of the smallest number that at least this share of all numbers
   * does not exceed; NaN without numbers.
   */
  double quantile(double share) {
    long rank = (long) Math.max(1, Math.ceil(share * total));
    double[] found = {Double.NaN};
    long[] seen = {0};
    forEach(
        (bin, count) -> {
          if (seen[0] < rank) {
            seen[0] += count;
            found[0] = Bins.middle(bin);
          }
        });
    return found[0];
  }

  Histogram copy() {
    Histogram copy = new Histogram();
    copy.add(this);
    return copy;
  }
}
