package io.github.anomalydata.report;

import java.util.Arrays;

/**
 * Bins of one width for one or two samples: as D. Freedman and P. Diaconis, 1981, have it for the
 * first, {@code 2 IQR n^(-1/3)} wide, and no more than 60. They cover all values, but for those
 * beyond 4 interquartile ranges from the quartiles, which the first and the last bin count.
 *
 * @param edges the edges of the bins, ascending
 */
record Bins(double[] edges) {
  private static final int MOST = 60;
  private static final double REACH = 4;

  /** Returns bins for sorted values. */
  static Bins of(double[] first, double[] second) {
    double low = Math.min(quantile(first, 0.25), quantile(second, 0.25));
    double high = Math.max(quantile(first, 0.75), quantile(second, 0.75));
    double from = Math.min(first[0], second[0]);
    double to = Math.max(first[first.length - 1], second[second.length - 1]);
    if (high > low) {
      from = Math.max(from, low - REACH * (high - low));
      to = Math.min(to, high + REACH * (high - low));
    }
    if (!(from < to)) {
      double half = from == 0 ? 0.5 : Math.abs(from) / 2;
      return new Bins(new double[] {from - half, from + half});
    }
    double own = quantile(first, 0.75) - quantile(first, 0.25);
    double width = 2 * own / Math.cbrt(first.length);
    double wanted = width > 0 ? Math.ceil((to - from) / width) : MOST;
    int count = (int) Math.max(1, Math.min(MOST, wanted));
    double[] edges = new double[count + 1];
    for (int i = 0; i <= count; i++) {
      edges[i] = from + (to - from) * i / count;
    }
    return new Bins(edges);
  }

  /** Returns a quantile of sorted values, linear between them. */
  static double quantile(double[] sorted, double level) {
    double place = level * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  double width() {
    return (edges[edges.length - 1] - edges[0]) / (edges.length - 1);
  }

  /** Returns how many values are in each bin, and 0 for the last edge. */
  double[] counts(double[] values) {
    int bins = edges.length - 1;
    double[] counts = new double[bins + 1];
    for (double value : values) {
      double place = Math.floor((value - edges[0]) / width());
      counts[(int) Math.max(0, Math.min(bins - 1, place))]++;
    }
    return counts;
  }

  /** Returns the counts scaled to an area of 1. */
  double[] densities(double[] values) {
    double one = width() * values.length;
    return Arrays.stream(counts(values)).map(count -> count / one).toArray();
  }

  /** Returns how many values lie beyond the bins. */
  long beyond(double[] values) {
    return Arrays.stream(values)
        .filter(value -> value < edges[0] || value > edges[edges.length - 1])
        .count();
  }
}
