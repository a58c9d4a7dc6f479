package io.github.anomalydata.drift.online;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/** The statistics of a stream that were greater than all before, and their times. */
final class Records {
  private double[] statistics = new double[16];
  private long[] times = new long[16];
  private int size;

  void add(long time, double statistic) {
    if (!(statistic > greatest())) {
      return;
    }
    if (size == times.length) {
      statistics = Arrays.copyOf(statistics, 2 * size);
      times = Arrays.copyOf(times, 2 * size);
    }
    statistics[size] = statistic;
    times[size++] = time;
  }

  double greatest() {
    return size == 0 ? Double.NEGATIVE_INFINITY : statistics[size - 1];
  }

  DoubleStream statistics() {
    return Arrays.stream(statistics, 0, size);
  }

  /** Returns the time of the first statistic above a threshold, or another time if none is. */
  long firstAbove(double threshold, long otherwise) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (statistics[middle] > threshold) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low == size ? otherwise : times[low];
  }
}
