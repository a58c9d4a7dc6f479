package io.github.anomalydata.report;

import java.util.Arrays;

/**
 * A series with few enough points to be drawn, which has the same extremes.
 *
 * @param places where the points are, in ascending order
 * @param values the values there, NaN where a stretch has none that is finite
 */
record Thinned(double[] places, double[] values) {

  /**
   * Thins out a series.
   *
   * @param values its values
   * @param start the place of the first
   * @param buckets of how many stretches the least and the greatest values are kept
   */
  static Thinned of(double[] values, double start, int buckets) {
    int n = values.length;
    if (n <= 2 * buckets) {
      double[] places = new double[n];
      Arrays.setAll(places, i -> start + i);
      return new Thinned(places, values);
    }
    double[] places = new double[2 * buckets];
    double[] kept = new double[2 * buckets];
    for (int bucket = 0; bucket < buckets; bucket++) {
      int from = (int) ((long) n * bucket / buckets);
      int to = (int) ((long) n * (bucket + 1) / buckets);
      int least = from;
      int most = from;
      for (int i = from; i < to; i++) {
        if (!(values[i] >= values[least])) {
          least = Double.isNaN(values[i]) ? least : i;
        }
        if (!(values[i] <= values[most])) {
          most = Double.isNaN(values[i]) ? most : i;
        }
      }
      int first = Math.min(least, most);
      int second = Math.max(least, most);
      places[2 * bucket] = start + first;
      kept[2 * bucket] = values[first];
      places[2 * bucket + 1] = start + (first == second ? to - 1 : second);
      kept[2 * bucket + 1] = values[second];
    }
    return new Thinned(places, kept);
  }
}
