package io.github.anomalydata.drift;

/**
 * Mean and spread of a sample.
 *
 * @param mean the mean
 * @param deviation the standard deviation, 0 where no value differs from another
 */
record Moments(double mean, double deviation) {

  /** Returns those of values, at least one. */
  static Moments of(double[] values) {
    double mean = 0;
    double least = values[0];
    double greatest = values[0];
    for (double value : values) {
      mean += value / values.length;
      least = Math.min(least, value);
      greatest = Math.max(greatest, value);
    }
    if (least == greatest) {
      return new Moments(least, 0);
    }
    double squares = 0;
    for (double value : values) {
      squares = Math.hypot(squares, value - mean);
    }
    return new Moments(mean, squares / Math.sqrt(values.length - 1));
  }
}
