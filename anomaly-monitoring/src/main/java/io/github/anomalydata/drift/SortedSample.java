package io.github.anomalydata.drift;

/** A sample in ascending order, and measured from its median in its interquartile range. */
final class SortedSample {
  private final double[] values;
  private final double[] standardised;
  private int filled;

  SortedSample(int size) {
    values = new double[size];
    standardised = new double[size];
  }

  /** Forgets all values, for those of another sample. */
  void clear() {
    filled = 0;
  }

  /** Adds a value that is not below those before it. */
  void add(double value) {
    values[filled++] = value;
  }

  double median() {
    return quantile(0.5);
  }

  /** Returns a quantile, linear between the values. */
  private double quantile(double probability) {
    double place = probability * (values.length - 1);
    int index = (int) place;
    int next = Math.min(index + 1, values.length - 1);
    return values[index] + (place - index) * (values[next] - values[index]);
  }

  /**
   * Returns what the values are measured in: the interquartile range, or the mean distance from the
   * median where that is 0; 1 for values that are all equal.
   */
  double width() {
    double range = quantile(0.75) - quantile(0.25);
    if (range > 0) {
      return range;
    }
    double median = median();
    double sum = 0;
    for (double value : values) {
      sum += Math.abs(value - median);
    }
    return sum > 0 ? sum / values.length : 1;
  }

  /** Returns the widths from the median to each value; the next call overwrites them. */
  double[] standardised() {
    double median = median();
    double scale = 1 / width();
    for (int i = 0; i < values.length; i++) {
      standardised[i] = (values[i] - median) * scale;
    }
    return standardised;
  }
}
