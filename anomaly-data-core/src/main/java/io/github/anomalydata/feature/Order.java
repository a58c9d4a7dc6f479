package io.github.anomalydata.feature;

import java.util.Arrays;

/** What is read off samples in order, and counts of peaks. */
final class Order {
  private Order() {}

  static double median(double[] sorted, int n) {
    return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
  }

  /** Returns the median of values, which are put into order. */
  static double medianOf(double[] values) {
    Arrays.sort(values);
    return median(values, values.length);
  }

  /** Interpolates linearly between the two nearest, from the nearer one, as numpy does. */
  static double quantile(double[] sorted, int n, double q) {
    double place = q * (n - 1);
    int low = (int) place;
    if (low >= n - 1) {
      return sorted[n - 1];
    }
    double part = place - low;
    double step = sorted[low + 1] - sorted[low];
    return part < 0.5 ? sorted[low] + step * part : sorted[low + 1] - step * (1 - part);
  }

  /** Counts peaks by the rule of {@code scipy.signal.find_peaks}: a plateau is one, an end none. */
  static int peaks(double[] values, int n, double height) {
    int count = 0;
    for (int i = nextPeak(values, n, 0, height); i >= 0; i = nextPeak(values, n, i, height)) {
      count++;
    }
    return count;
  }

  /** Returns the middle of the first peak behind an index, or -1. */
  static int nextPeak(double[] values, int n, int after, double height) {
    for (int i = after + 1; i < n - 1; i++) {
      if (values[i - 1] < values[i]) {
        int end = i;
        while (end < n - 1 && values[end + 1] == values[i]) {
          end++;
        }
        if (end < n - 1 && values[end + 1] < values[i] && values[i] >= height) {
          return (i + end) / 2;
        }
        i = end;
      }
    }
    return -1;
  }
}
