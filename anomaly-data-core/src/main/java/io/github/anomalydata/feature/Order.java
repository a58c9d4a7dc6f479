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
    int steep = steepPeaks(values, n, height);
    if (steep >= 0) {
      return steep;
    }
    int count = 0;
    for (int i = nextPeak(values, n, 0, height); i >= 0; i = nextPeak(values, n, i, height)) {
      count++;
    }
    return count;
  }

  /** Counts peaks without branches that depend on the values; -1 if two neighbours are equal. */
  private static int steepPeaks(double[] values, int n, double height) {
    long count = 0;
    long level = 0;
    long rose = 0;
    for (int i = 1; i < n; i++) {
      long falls = below(values[i], values[i - 1]);
      long rises = below(values[i - 1], values[i]);
      count += rose & falls & (1 - below(values[i - 1], height));
      level |= 1 - (falls | rises);
      rose = rises;
    }
    return level == 0 ? (int) count : -1;
  }

  /** Returns 1 if the first number is below the second, else 0: the sign of their difference. */
  static long below(double first, double second) {
    // Adding 0 takes the sign from a difference of -0.
    return Double.doubleToRawLongBits(first - second + 0.0) >>> 63;
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
