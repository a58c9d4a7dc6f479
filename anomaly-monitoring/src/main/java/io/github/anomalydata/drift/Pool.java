package io.github.anomalydata.drift;

import java.util.Arrays;

/**
 * Two samples sorted into one. After each value, the difference of the empirical distribution
 * functions, current less reference, is an integer over {@code n m}, for {@code n} reference and
 * {@code m} current rows:
 *
 * <pre>
 * h = N c - m k      k of the N = n + m values so far, c of them current ones
 * </pre>
 *
 * <p>At tied values only the last one counts, so that a split is judged by the values alone.
 */
final class Pool {
  private final Series reference;
  private final Series current;
  private final double[] sorted;
  private final long[] origins;

  Pool(Series reference, Series current) {
    this.reference = reference;
    this.current = current;
    this.sorted = new double[Math.addExact(reference.size(), current.size())];
    this.origins = new long[(sorted.length + 63) >>> 6];
    merge(reference.sorted(), current.sorted());
  }

  private void merge(double[] a, double[] b) {
    int i = 0;
    int j = 0;
    for (int place = 0; place < sorted.length; place++) {
      if (j == b.length || (i < a.length && a[i] <= b[j])) {
        sorted[place] = a[i++];
      } else {
        sorted[place] = b[j++];
        origins[place >> 6] |= 1L << place;
      }
    }
  }

  int reference() {
    return reference.size();
  }

  int current() {
    return current.size();
  }

  int size() {
    return sorted.length;
  }

  /** Returns the value of a place in ascending order. */
  double value(int place) {
    return sorted[place];
  }

  /** Tells whether a place is the last of those whose values are equal. */
  boolean isLast(int place) {
    return place == sorted.length - 1 || sorted[place] != sorted[place + 1];
  }

  /** Returns the bits of the places whose values are current ones; not a copy. */
  long[] origins() {
    return origins;
  }

  /** Returns the mean of {@code |x - y|} over all pairs of a reference and a current value. */
  double meanDifference() {
    double sum = 0;
    int below = 0;
    for (int place = 0; place + 1 < sorted.length; place++) {
      while (below < reference() && reference.sorted()[below] <= sorted[place]) {
        below++;
      }
      double f = (double) below / reference();
      double g = (place + 1.0 - below) / current();
      sum += (f * (1 - g) + g * (1 - f)) * (sorted[place + 1] - sorted[place]);
    }
    return sum;
  }

  /** Returns for each place the pooled row whose value is there. */
  int[] rows() {
    int[] starts = new int[sorted.length];
    double[] distinct = new double[sorted.length];
    int groups = 0;
    for (int place = 0; place < sorted.length; place++) {
      if (place == 0 || isLast(place - 1)) {
        starts[groups] = place;
        distinct[groups++] = sorted[place];
      }
    }
    int[] rows = new int[sorted.length];
    double[] first = reference.values();
    double[] second = current.values();
    for (int row = 0; row < rows.length; row++) {
      double value = row < first.length ? first[row] : second[row - first.length];
      rows[starts[Arrays.binarySearch(distinct, 0, groups, value)]++] = row;
    }
    return rows;
  }
}
