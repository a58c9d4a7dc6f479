package io.github.anomalydata.metrics;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * One line of a history: a batch, or the labels of one. It is filled and used again, so that
 * logging leaves nothing to collect.
 */
final class Entry {
  private static final double[] NO_SCORES = {};

  /** The number of the batch. */
  long batch;

  /** Whether this is the labels of the batch, and not the batch. */
  boolean labels;

  /** When the batch was scored, in nanoseconds since 1970. */
  long time;

  /** When its labels came, in nanoseconds since 1970. */
  long labelled;

  String model = "";
  long predictions;
  long notFinite;
  long anomalies;
  double threshold;
  long latencyNanos;
  double drift;
  final Moments scores = new Moments();
  final BinCounts bins = new BinCounts();
  final Map<String, Double> measures = new TreeMap<>();

  /** The scores themselves if they are kept for labels. */
  double[] kept = NO_SCORES;

  final Confusion confusion = new Confusion();
  final BinCounts positives = new BinCounts();
  final BinCounts negatives = new BinCounts();

  private final int[] scratch = new int[2 * Bins.LAST + 1];

  void clear() {
    batch = 0;
    labels = false;
    time = 0;
    labelled = 0;
    model = "";
    predictions = 0;
    notFinite = 0;
    anomalies = 0;
    threshold = 0;
    latencyNanos = 0;
    drift = Double.NaN;
    scores.clear();
    bins.clear();
    measures.clear();
    kept = NO_SCORES;
    confusion.clear();
    positives.clear();
    negatives.clear();
  }

  /** Takes the scores of a batch. */
  void score(double[] values, double limit) {
    threshold = limit;
    predictions = values.length;
    int low = Integer.MAX_VALUE;
    int high = Integer.MIN_VALUE;
    double sum = 0;
    double min = Double.POSITIVE_INFINITY;
    double max = Double.NEGATIVE_INFINITY;
    for (double value : values) {
      if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
        notFinite++;
        continue;
      }
      if (value > limit) {
        anomalies++;
      }
      int bin = Bins.of(value);
      scratch[Bins.LAST + bin]++;
      low = Math.min(low, bin);
      high = Math.max(high, bin);
      sum += value;
      min = Math.min(min, value);
      max = Math.max(max, value);
    }
    long finite = predictions - notFinite;
    if (finite == 0) {
      return;
    }
    // Huge scores overflow the sum, not their mean.
    double mean = Double.isFinite(sum) ? sum / finite : meanOfHuge(values, finite);
    double squares = 0;
    for (double value : values) {
      if (Math.abs(value) < Double.POSITIVE_INFINITY) {
        squares += (value - mean) * (value - mean);
      }
    }
    scores.set(finite, mean, Math.min(squares, Double.MAX_VALUE), min, max);
    drain(low, high, bins);
  }

  private static double meanOfHuge(double[] values, long finite) {
    double mean = 0;
    for (double value : values) {
      if (Math.abs(value) < Double.POSITIVE_INFINITY) {
        mean += value / finite;
      }
    }
    return mean;
  }

  private void drain(int low, int high, BinCounts to) {
    for (int bin = low; bin <= high; bin++) {
      int count = scratch[Bins.LAST + bin];
      if (count != 0) {
        to.add(bin, count);
        scratch[Bins.LAST + bin] = 0;
      }
    }
  }

  /** Joins the scores of a batch and what they turned out to be. */
  void label(double[] values, boolean[] anomalous, double limit) {
    for (boolean positive : new boolean[] {true, false}) {
      int low = Integer.MAX_VALUE;
      int high = Integer.MIN_VALUE;
      for (int i = 0; i < values.length; i++) {
        double value = values[i];
        if (anomalous[i] == positive && Double.isFinite(value)) {
          confusion.add(value > limit, positive);
          int bin = Bins.of(value);
          scratch[Bins.LAST + bin]++;
          low = Math.min(low, bin);
          high = Math.max(high, bin);
        }
      }
      drain(low, high, positive ? positives : negatives);
    }
  }

  /** Bins in ascending order, and how many numbers are in each. */
  static final class BinCounts {
    int[] bins = new int[64];
    long[] counts = new long[64];
    int size;

    void clear() {
      size = 0;
    }

    void add(int bin, long count) {
      if (size == bins.length) {
        bins = Arrays.copyOf(bins, 2 * size);
        counts = Arrays.copyOf(counts, 2 * size);
      }
      bins[size] = bin;
      counts[size++] = count;
    }

    void addTo(Histogram histogram) {
      for (int i = 0; i < size; i++) {
        histogram.add(bins[i], counts[i]);
      }
    }
  }
}
