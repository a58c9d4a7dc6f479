package io.github.anomalydata.drift.calibration;

import java.util.Locale;

/**
 * How often a test rejected.
 *
 * @param rejections the number of rejections
 * @param runs the number of tests
 */
record Rate(int rejections, int runs) {
  private static final double QUANTILE = 1.959963984540054;

  double value() {
    return (double) rejections / runs;
  }

  /** Returns a bound of the interval of 95 in 100: E. B. Wilson, 1927, doi:10.2307/2276774. */
  private double bound(int side) {
    double square = QUANTILE * QUANTILE / runs;
    double middle = value() + square / 2;
    double half = Math.sqrt(square * (value() * (1 - value()) + square / 4));
    return (middle + side * half) / (1 + square);
  }

  double low() {
    return bound(-1);
  }

  double high() {
    return bound(1);
  }

  /** Tells whether the rate may be within bounds, as far as so many runs can tell. */
  boolean mayBeWithin(double least, double most) {
    return high() >= least && low() <= most;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", value(), low(), high());
  }
}
