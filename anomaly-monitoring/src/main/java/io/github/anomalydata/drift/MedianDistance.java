package io.github.anomalydata.drift;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The median distance of pooled rows: see {@link Kernel#gaussian()}.
 *
 * @param value the distance, above 0
 * @param rows the number of rows it is of
 */
record MedianDistance(double value, int rows) {
  private static final int MOST_ROWS = 1_000;

  /** Returns that of pooled rows, and notes what stands for it where it is 0. */
  static MedianDistance of(Rows pooled, List<String> notes) {
    Rows rows = pooled.count() > MOST_ROWS ? pooled.thinned(MOST_ROWS) : pooled;
    double[] distances = distances(rows);
    RadixSort.sort(distances);
    double median = median(distances);
    if (!(median > 0)) {
      double[] positive = Arrays.stream(distances).filter(distance -> distance > 0).toArray();
      notes.add(
          "the median distance is 0: "
              + (positive.length > 0 ? "that of rows that differ" : "1")
              + " stands for it");
      median = positive.length > 0 ? median(positive) : 1;
    }
    return new MedianDistance(median, rows.count());
  }

  /** Returns the Gaussian kernel of a multiple, and notes its gamma. */
  Kernel.Gaussian gaussian(Kernel.MedianGaussian kernel, List<String> notes) {
    double bandwidth = kernel.factor() * value;
    // Distances below 1e-154 or above 1e154 have no square.
    double gamma =
        Math.max(Double.MIN_NORMAL, Math.min(Double.MAX_VALUE, 1 / (2 * bandwidth * bandwidth)));
    notes.add(
        String.format(
            Locale.ROOT,
            "gamma %.6g of the Gaussian kernel from the median distance %.6g of %d rows",
            gamma,
            value,
            rows));
    return new Kernel.Gaussian(List.of(gamma));
  }

  private static double median(double[] sorted) {
    if (sorted.length == 0) {
      return 0;
    }
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2;
  }

  private static double[] distances(Rows rows) {
    int n = rows.count();
    double[] distances = new double[n * (n - 1) / 2];
    int next = 0;
    for (int i = 1; i < n; i++) {
      for (int j = 0; j < i; j++) {
        distances[next++] =
            Math.sqrt(
                KernelFunction.squaredDistance(
                    rows.values(),
                    i * rows.columns(),
                    rows.values(),
                    j * rows.columns(),
                    rows.columns()));
      }
    }
    return distances;
  }
}
