package io.github.anomalydata.drift.online;

import io.github.anomalydata.internal.Require;

/**
 * A detector that knows the reference and its threshold. Immutable: any number of threads may start
 * monitors by it.
 */
public final class FittedDetector {
  private final Fit fit;
  private final Threshold threshold;
  private final int coolDown;

  FittedDetector(Fit fit, Threshold threshold, int coolDown) {
    this.fit = fit;
    this.threshold = threshold;
    this.coolDown = coolDown;
  }

  /**
   * Returns a detector with a threshold of the user's own. {@link Calibration} finds one for a mean
   * time between false alarms.
   *
   * @param detector the detector
   * @param reference the samples of normal operation, at least 2; not changed
   * @param threshold an alarm is raised by a statistic above it; finite
   * @return the detector
   * @throws IllegalArgumentException if there are fewer than 2 samples, one is not finite, 1e60 or
   *     more in magnitude, or of {@link Ddm} neither 0 nor 1, if all are equal and the detector
   *     takes their standard deviation as the unit, or if the threshold is not finite
   */
  public static FittedDetector of(Detector detector, double[] reference, double threshold) {
    return of(detector, Samples.ofOneColumn(reference), threshold);
  }

  /**
   * Returns a detector of rows with a threshold of the user's own.
   *
   * @param detector the detector; any but {@link SlidingDiscrepancy} takes rows of one column
   * @param reference the rows of normal operation, at least 2, all of one length; not changed
   * @param threshold an alarm is raised by a statistic above it; finite
   * @return the detector
   * @throws IllegalArgumentException if there are fewer than 2 rows, they differ in length or have
   *     another length than the detector takes, the rows of a window or of the reference that
   *     {@link SlidingDiscrepancy} keeps have 2^25 values or more, or as by {@link #of(Detector,
   *     double[], double)}
   */
  public static FittedDetector of(Detector detector, double[][] reference, double threshold) {
    return of(detector, Samples.of("reference", reference), threshold);
  }

  private static FittedDetector of(Detector detector, Samples reference, double threshold) {
    return new FittedDetector(Fit.of(detector, reference), Threshold.given(threshold), 0);
  }

  /**
   * Returns one whose monitors pass over samples after an alarm.
   *
   * @param samples the number of samples after an alarm that are counted and not looked at, at
   *     least 0; 0 by default
   * @return the detector
   * @throws IllegalArgumentException if there are fewer
   */
  public FittedDetector withCoolDown(int samples) {
    return new FittedDetector(fit, threshold, Require.atLeast("coolDown", samples, 0));
  }

  /**
   * Returns the choice of statistic.
   *
   * @return the options; the bandwidth of {@link SlidingDiscrepancy} is the one that was found
   */
  public Detector detector() {
    return fit.detector();
  }

  /**
   * Returns how many values a sample has.
   *
   * @return the number of columns, at least 1
   */
  public int columns() {
    return fit.kept().columns();
  }

  /**
   * Returns the threshold.
   *
   * @return the threshold, and what was found out about it
   */
  public Threshold threshold() {
    return threshold;
  }

  /**
   * Returns the samples that are passed over after an alarm.
   *
   * @return their number
   */
  public int coolDown() {
    return coolDown;
  }

  /**
   * Starts a monitor that has seen no sample.
   *
   * @return the monitor
   */
  public Monitor start() {
    return new Monitor(this);
  }

  Fit fit() {
    return fit;
  }

  /** Checks a sample of one value. */
  void check(double value) {
    requireColumns("value", 1);
    fit.check("value", value, "");
  }

  /** Checks a sample of any number of values. */
  void checkRow(double[] row) {
    requireColumns("values", row.length);
    for (int k = 0; k < row.length; k++) {
      fit.check("values", row[k], " at index " + k);
    }
  }

  /** Checks samples of one value each. */
  Samples checked(String name, double[] values) {
    requireColumns(name, 1);
    for (int i = 0; i < values.length; i++) {
      fit.check(name, values[i], " at index " + i);
    }
    return Samples.ofOneColumn(values);
  }

  /** Checks samples of any number of values. */
  Samples checked(Samples rows) {
    int columns = rows.columns();
    requireColumns("rows", columns);
    double[] values = rows.values();
    for (int i = 0; i < values.length; i++) {
      fit.check("rows", values[i], " at row " + i / columns + ", column " + i % columns);
    }
    return rows;
  }

  private void requireColumns(String name, int found) {
    if (found != columns()) {
      throw new IllegalArgumentException(
          name + ": samples of " + columns() + " columns, got " + found);
    }
  }
}
