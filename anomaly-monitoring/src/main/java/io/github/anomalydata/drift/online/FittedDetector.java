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
   * @return the options
   */
  public Detector detector() {
    return fit.detector();
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
}
