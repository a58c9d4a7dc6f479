package io.github.anomalydata.feature;

import java.util.Arrays;

/**
 * Puts the samples of one signal after another into ascending order.
 *
 * <p>Samples are first dealt into as many buckets of equal width as there are samples, which leaves
 * almost all in order, and then inserted. That takes a fraction of the time of comparing them all,
 * whose outcomes no processor can foresee. Samples that crowd in few buckets are sorted as usual.
 */
final class SampleOrder {
  /** Beyond, buckets no longer fit in the nearest cache. */
  private static final int LONGEST = 1 << 12;

  /** With more in one bucket, insertion would take longer than sorting. */
  private static final int CROWD = 12;

  private final int n;
  private final double[] sorted;
  private final int[] bucket;
  private final int[] place;

  SampleOrder(int n) {
    this.n = n;
    this.sorted = new double[n];
    this.bucket = new int[n];
    this.place = new int[n + 1];
  }

  /** Returns the samples in ascending order, in an array that the next call writes over. */
  double[] of(double[] x, double min, double max) {
    double scale = (n - 1) / (max - min);
    if (n > LONGEST || !(scale < Double.POSITIVE_INFINITY) || !deal(x, min, scale)) {
      System.arraycopy(x, 0, sorted, 0, n);
      Arrays.sort(sorted);
      return sorted;
    }
    insert();
    return sorted;
  }

  /** Puts samples bucket by bucket, unless they crowd in one. */
  private boolean deal(double[] x, double min, double scale) {
    Arrays.fill(place, 0);
    for (int i = 0; i < n; i++) {
      bucket[i] = (int) ((x[i] - min) * scale);
    }
    for (int i = 0; i < n; i++) {
      place[bucket[i] + 1]++;
    }
    int most = 0;
    for (int i = 1; i <= n; i++) {
      most = Math.max(most, place[i]);
      place[i] += place[i - 1];
    }
    if (most > CROWD) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      sorted[place[bucket[i]]++] = x[i];
    }
    return true;
  }

  private void insert() {
    for (int i = 1; i < n; i++) {
      double value = sorted[i];
      int at = i - 1;
      while (at >= 0 && sorted[at] > value) {
        sorted[at + 1] = sorted[at];
        at--;
      }
      sorted[at + 1] = value;
    }
  }
}
