package io.github.anomalydata.augment;

/** Mean and deviation of one channel, over the values that are finite. */
final class ChannelStatistics {
  private ChannelStatistics() {}

  /** Returns the mean; 0 if no value is finite. */
  static double mean(double[] values, int from, int to) {
    double first = 0;
    double sum = 0;
    int count = 0;
    for (int i = from; i < to; i++) {
      if (Double.isFinite(values[i])) {
        // Sums of differences are exact for a constant channel, which then has no deviation.
        first = count == 0 ? values[i] : first;
        sum += values[i] - first;
        count++;
      }
    }
    return count == 0 ? 0 : first + sum / count;
  }

  /** Returns the standard deviation of the values themselves (divisor n); 0 if none is finite. */
  static double deviation(double[] values, int from, int to) {
    double mean = mean(values, from, to);
    double squares = 0;
    int count = 0;
    for (int i = from; i < to; i++) {
      if (Double.isFinite(values[i])) {
        squares += (values[i] - mean) * (values[i] - mean);
        count++;
      }
    }
    return count == 0 ? 0 : Math.sqrt(squares / count);
  }
}
