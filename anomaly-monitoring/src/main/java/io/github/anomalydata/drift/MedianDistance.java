package io.github.anomalydata.drift;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The bandwidth by the median heuristic: see {@link Kernel#gaussian()}. */
final class MedianDistance {
  private static final int MOST_ROWS = 1_000;

  private MedianDistance() {}

  /** Returns the Gaussian kernel for pooled rows, and notes its gamma. */
  static Kernel.Gaussian gaussian(Rows pooled, List<String> notes) {
    double median = of(pooled, notes);
    double gamma = 1 / (2 * median * median);
    // Distances below 1e-154 or above 1e154 have no square.
    gamma = Math.max(Double.MIN_NORMAL, Math.min(Double.MAX_VALUE, gamma));
    notes.add(
        String.format(
            Locale.ROOT,
            "gamma %.6g of the Gaussian kernel from the median distance %.6g%s",
            gamma,
            median,
            pooled.count() > MOST_ROWS ? " of " + MOST_ROWS + " rows" : ""));
    return new Kernel.Gaussian(List.of(gamma));
  }

  private static double of(Rows pooled, List<String> notes) {
    double[] distances = distances(pooled.count() > MOST_ROWS ? pooled.thinned(MOST_ROWS) : pooled);
    Arrays.sort(distances);
    double median = median(distances);
    if (median > 0) {
      return median;
    }
    double[] positive = Arrays.stream(distances).filter(distance -> distance > 0).toArray();
    notes.add(
        "the median distance is 0: "
            + (positive.length > 0 ? "that of rows that differ" : "1")
            + " stands for it");
    return positive.length > 0 ? median(positive) : 1;
  }

  private static double median(double[] sorted) {
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
