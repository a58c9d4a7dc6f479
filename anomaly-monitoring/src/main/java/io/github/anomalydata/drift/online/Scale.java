package io.github.anomalydata.drift.online;

/** The mean of the reference, and its standard deviation as the unit. */
record Scale(double mean, double deviation) {
  Scale {
    if (!(Math.abs(mean) < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("mean: finite, got " + mean);
    }
    if (!(deviation >= 0 && deviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("deviation: not negative and finite, got " + deviation);
    }
  }

  double of(double value) {
    return (value - mean) / deviation;
  }
}
