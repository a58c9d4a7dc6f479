package io.github.anomalydata.feature;

/**
 * How many samples fall into each of some bins of equal width from the least to the greatest, as
 * {@code numpy.histogram} counts them: a bin holds its left edge, the last one also its right. One
 * object serves one thread, signal after signal.
 */
final class Histogram {
  static final int MAX_BINS = 1 << 16;

  private final int n;
  private final int[] counts;
  private final double[] edges;

  /** The products of a count and its logarithm: there are few, and logarithms take time. */
  private final double[] products;

  Histogram(int n, int bins) {
    this.n = n;
    this.counts = new int[bins];
    this.edges = new double[bins + 1];
    this.products = new double[n + 1];
    for (int count = 1; count <= n; count++) {
      products[count] = count * Math.log(count);
    }
  }

  /** Counts the samples of a signal. */
  Histogram of(SignalAnalysis signal) {
    int bins = counts.length;
    double low = signal.min();
    double step = (signal.max() - low) / bins;
    for (int i = 0; i < bins; i++) {
      edges[i] = low + i * step;
    }
    edges[bins] = signal.max();
    double[] sorted = signal.sorted();
    int at = 0;
    for (int bin = 0; bin < bins - 1; bin++) {
      int start = at;
      while (at < n && sorted[at] < edges[bin + 1]) {
        at++;
      }
      counts[bin] = at - start;
    }
    counts[bins - 1] = n - at;
    return this;
  }

  /** Returns the entropy in bits. */
  double entropy() {
    double sum = 0;
    for (int count : counts) {
      sum += products[count];
    }
    return Math.max(0, (products[n] - sum) / n / Math.log(2));
  }

  /** Returns the middle of the first of the fullest bins. */
  double mode() {
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return (edges[best] + edges[best + 1]) / 2;
  }
}
