package io.github.anomalydata.feature;

/**
 * How many samples fall into each of some bins of equal width from the least to the greatest, as
 * {@code numpy.histogram} counts them: a bin holds its left edge, the last one also its right.
 *
 * @param low the left edge of the first bin
 * @param high the right edge of the last bin
 * @param counts the number of samples in each bin
 */
record Histogram(double low, double high, int[] counts) {
  static final int MAX_BINS = 1 << 16;

  static Histogram of(SignalAnalysis signal, int bins) {
    Histogram histogram = new Histogram(signal.min(), signal.max(), new int[bins]);
    if (signal.isConstant()) {
      histogram.counts[bins / 2] = signal.length();
    } else {
      histogram.count(signal.samples());
    }
    return histogram;
  }

  private void count(double[] x) {
    int bins = counts.length;
    double width = high - low;
    for (double value : x) {
      int bin = Math.min(bins - 1, (int) ((value - low) / width * bins));
      // The edges decide, and the division rounds.
      if (value < edge(bin)) {
        bin--;
      } else if (bin < bins - 1 && value >= edge(bin + 1)) {
        bin++;
      }
      counts[bin]++;
    }
  }

  double edge(int i) {
    return i == counts.length ? high : low + i * ((high - low) / counts.length);
  }

  /** Returns the entropy in bits. */
  double entropy() {
    double samples = 0;
    for (int count : counts) {
      samples += count;
    }
    double entropy = 0;
    for (int count : counts) {
      if (count > 0) {
        double part = count / samples;
        entropy -= part * Math.log(part);
      }
    }
    return Math.abs(entropy / Math.log(2));
  }

  /** Returns the first of the fullest bins. */
  int mode() {
    int best = 0;
    for (int i = 1; i < counts.length; i++) {
      best = counts[i] > counts[best] ? i : best;
    }
    return best;
  }
}
