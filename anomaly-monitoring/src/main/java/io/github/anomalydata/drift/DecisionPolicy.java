package io.github.anomalydata.drift;

import io.github.anomalydata.internal.Require;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When drift is reason enough to retrain.
 *
 * <p>Instances are immutable.
 */
public sealed interface DecisionPolicy {

  /**
   * Drift that is significant at a level which all tests of a decision share, whatever its size.
   *
   * @param alpha the probability of a false alarm of a decision that is accepted, above 0 and below
   *     1
   * @return the policy
   * @throws IllegalArgumentException if it is not above 0 and below 1
   */
  static Calibrated atLevel(double alpha) {
    return new Calibrated(
        alpha, Adjustment.WESTFALL_YOUNG, Map.of(), Map.of(), 1, 1, Duration.ZERO);
  }

  /**
   * The fixed rules of the prototype of this library, for comparison: {@link Legacy}, with a limit
   * of 2 standard deviations.
   *
   * @return the policy
   */
  static Legacy legacy() {
    return new Legacy(2);
  }

  /**
   * Drift that is significant, large enough, lasting, and not just acted on.
   *
   * @param alpha the probability of a false alarm of a decision that is accepted: of all its tests
   *     together, by an adjustment that controls it
   * @param adjustment how p-values are adjusted
   * @param floors the least effect that counts, by what is measured, in its unit; 0 where there is
   *     none
   * @param columnFloors the least Wasserstein distance that counts of a feature, in the unit of the
   *     feature, by its name
   * @param alarms how many of the last windows must show drift
   * @param windows how many windows are looked back at, this one included
   * @param coolDown how long after a decision to retrain no other is made
   */
  record Calibrated(
      double alpha,
      Adjustment adjustment,
      Map<Measure, Double> floors,
      Map<String, Double> columnFloors,
      int alarms,
      int windows,
      Duration coolDown)
      implements DecisionPolicy {

    /**
     * Checks the values.
     *
     * @param alpha the level, above 0 and below 1
     * @param adjustment how p-values are adjusted
     * @param floors the least effect that counts, at least 0 and finite, of a ratio at least 1
     * @param columnFloors the least distance of a feature, at least 0 and finite
     * @param alarms how many windows must show drift, from 1 to {@code windows}
     * @param windows how many windows are looked back at
     * @param coolDown how long no other decision to retrain is made, not negative
     * @throws IllegalArgumentException if a value is out of its range
     */
    public Calibrated {
      Rules.level(alpha);
      floors = Collections.unmodifiableMap(new LinkedHashMap<>(floors));
      columnFloors = Collections.unmodifiableMap(new LinkedHashMap<>(columnFloors));
      floors.forEach(
          (measure, floor) ->
              requireFloor(measure.name(), floor, measure == Measure.SCORE_SPREAD ? 1 : 0));
      columnFloors.forEach((column, floor) -> requireFloor("'" + column + "'", floor, 0));
      Require.atLeast("windows", windows, 1);
      if (alarms < 1 || alarms > windows) {
        throw new IllegalArgumentException("alarms: from 1 to " + windows + ", got " + alarms);
      }
      Rules.notNegative("coolDown", coolDown);
    }

    private static void requireFloor(String of, double floor, double least) {
      if (!(floor >= least && floor < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "floor of " + of + ": at least " + least + " and finite, got " + floor);
      }
    }

    /**
     * Sets how p-values are adjusted.
     *
     * @param choice the adjustment
     * @return the policy
     */
    public Calibrated with(Adjustment choice) {
      return new Calibrated(alpha, choice, floors, columnFloors, alarms, windows, coolDown);
    }

    /**
     * Sets the least effect that counts.
     *
     * @param measure what is measured
     * @param effect the effect size, in the unit of the measure; at least 0, of a ratio at least 1
     * @return the policy
     * @throws IllegalArgumentException if it is less or not finite
     */
    public Calibrated withFloor(Measure measure, double effect) {
      Map<Measure, Double> more = new LinkedHashMap<>(floors);
      more.put(measure, effect);
      return new Calibrated(alpha, adjustment, more, columnFloors, alarms, windows, coolDown);
    }

    /**
     * Sets the least change of a feature of numbers that counts, in the feature's own unit, such as
     * 0.2 bar. It takes the place of the floor of {@link Measure#FEATURE_DISTANCE} there.
     *
     * @param column the name of the feature
     * @param distance the Wasserstein distance, at least 0
     * @return the policy
     * @throws IllegalArgumentException if it is less or not finite
     */
    public Calibrated withFloor(String column, double distance) {
      Map<String, Double> more = new LinkedHashMap<>(columnFloors);
      more.put(column, distance);
      return new Calibrated(alpha, adjustment, floors, more, alarms, windows, coolDown);
    }

    /**
     * Sets how lasting drift must be.
     *
     * @param count how many of the last windows must show drift, at least 1
     * @param of how many windows are looked back at, this one included, at least as many
     * @return the policy
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Calibrated withWindows(int count, int of) {
      return new Calibrated(alpha, adjustment, floors, columnFloors, count, of, coolDown);
    }

    /**
     * Sets how long after a decision to retrain no other is made. Windows are tested and counted
     * meanwhile.
     *
     * @param time the time, not negative
     * @return the policy
     * @throws IllegalArgumentException if it is negative
     */
    public Calibrated withCoolDown(Duration time) {
      return new Calibrated(alpha, adjustment, floors, columnFloors, alarms, windows, time);
    }

    /** Tells whether a decision depends on those before it. */
    boolean remembers() {
      return windows > 1 || !coolDown.isZero();
    }
  }

  /**
   * Fixed limits, whatever the sizes of the samples and the number of columns: any of
   *
   * <ul>
   *   <li>latents whose biased squared maximum mean discrepancy with {@code gamma = 1} is above
   *       0.1;
   *   <li>a latent or a feature of numbers whose Kolmogorov-Smirnov distance is above 0.2, or whose
   *       Wasserstein distance is above 0.3 in its own unit;
   *   <li>scores whose mean moved by more than the limit, in standard deviations of the reference;
   *   <li>scores whose variance is less than half or more than twice that of the reference.
   * </ul>
   *
   * <p>Without any drift, of independent standard normal values, it raises false alarms nearly
   * always in small windows or many columns, and is blind in large ones: the guide has the measured
   * rates. It is here to compare with, and to replay decisions of old.
   *
   * @param shift the limit of the mean of the scores; the prototype used 2, and 3 for severe drift
   */
  record Legacy(double shift) implements DecisionPolicy {
    /**
     * Checks the limit.
     *
     * @param shift the limit, above 0 and finite
     * @throws IllegalArgumentException if it is not
     */
    public Legacy {
      Require.positive("shift", shift);
    }
  }
}
