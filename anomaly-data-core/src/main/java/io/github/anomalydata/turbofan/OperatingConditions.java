package io.github.anomalydata.turbofan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * How the operating conditions of a fleet are told apart by its settings, to be fitted on training
 * units.
 *
 * <p>FD002 and FD004 fly under six conditions, and a sensor's level depends far more on the
 * condition than on the engine's health. Within a condition the settings vary by a small fraction
 * of the distance to the next one, so that conditions are found in one pass: a row belongs to the
 * first condition whose first row is within the tolerances in all three settings, or founds a new
 * one. A condition's centre is the mean of its rows; conditions are numbered by their centres,
 * lowest altitude first, so that the order of the rows does not matter.
 */
public final class OperatingConditions {
  private static final int MAXIMUM = 64;
  private static final OperatingConditions DEFAULTS =
      new OperatingConditions(new double[] {1, 0.02, 1}, UnknownCondition.REFUSE);
  private static final OperatingConditions IGNORED =
      new OperatingConditions(
          new double[] {Double.MAX_VALUE, Double.MAX_VALUE, Double.MAX_VALUE},
          UnknownCondition.NEAREST);

  private final double[] tolerances;
  private final UnknownCondition unknown;

  /** What becomes of a row whose settings are near no condition of the training data. */
  public enum UnknownCondition {
    /** It is refused with an {@link IllegalArgumentException} that names engine and cycle. */
    REFUSE,
    /** It counts as the condition whose centre is nearest, in units of the tolerances. */
    NEAREST
  }

  private OperatingConditions(double[] tolerances, UnknownCondition unknown) {
    this.tolerances = tolerances;
    this.unknown = unknown;
  }

  /**
   * Returns the default: {@link #withTolerances tolerances} of 1000 feet, Mach 0.02 and 1 % TRA;
   * unknown conditions are {@linkplain UnknownCondition#REFUSE refused}.
   *
   * @return the conditions
   */
  public static OperatingConditions withDefaults() {
    return DEFAULTS;
  }

  /**
   * Returns a single condition for all rows, whatever their settings.
   *
   * @return the conditions
   */
  public static OperatingConditions ignored() {
    return IGNORED;
  }

  /**
   * Returns these conditions with other tolerances.
   *
   * @param altitude the tolerance of setting 1, in 1000 feet, above 0
   * @param mach the tolerance of setting 2, above 0
   * @param throttle the tolerance of setting 3, in percent, above 0
   * @return the new conditions
   * @throws IllegalArgumentException if a tolerance is not above 0
   */
  public OperatingConditions withTolerances(double altitude, double mach, double throttle) {
    double[] all = {altitude, mach, throttle};
    for (double tolerance : all) {
      if (!(tolerance > 0)) {
        throw new IllegalArgumentException("tolerances: above 0, got " + Arrays.toString(all));
      }
    }
    return new OperatingConditions(all, unknown);
  }

  /**
   * Returns these conditions with another rule for unknown ones.
   *
   * @param rule what becomes of a row near no condition
   * @return the new conditions
   */
  public OperatingConditions with(UnknownCondition rule) {
    return new OperatingConditions(tolerances, rule);
  }

  /**
   * Finds the conditions of training units.
   *
   * @param train the training units
   * @return the fitted conditions
   * @throws IllegalArgumentException if a run is not from a training file, or there are more than
   *     64 conditions: the settings then vary continuously, and need wider tolerances
   */
  public FittedConditions fit(EngineRuns train) {
    requireTraining(train);
    List<double[]> founders = new ArrayList<>();
    List<double[]> sums = new ArrayList<>();
    double[] settings = new double[tolerances.length];
    int condition = 0;
    for (EngineRun run : train.runs()) {
      double[][] columns = FittedConditions.settings(run);
      for (int cycle = 0; cycle < run.length(); cycle++) {
        FittedConditions.read(columns, run.start() + cycle, settings);
        // Neighbouring rows are mostly of the same few conditions: the last one is tried first.
        if (founders.isEmpty() || !isWithin(settings, founders.get(condition))) {
          condition = find(settings, founders, sums);
        }
        double[] sum = sums.get(condition);
        for (int i = 0; i < settings.length; i++) {
          sum[i] += settings[i];
        }
        sum[settings.length]++;
      }
    }
    List<double[]> centres = new ArrayList<>();
    for (double[] sum : sums) {
      double[] centre = new double[settings.length];
      Arrays.setAll(centre, i -> sum[i] / sum[centre.length]);
      centres.add(centre);
    }
    centres.sort(
        Comparator.comparingDouble((double[] c) -> c[0])
            .thenComparingDouble(c -> c[1])
            .thenComparingDouble(c -> c[2]));
    return new FittedConditions(centres.toArray(new double[0][]), tolerances.clone(), unknown);
  }

  private int find(double[] settings, List<double[]> founders, List<double[]> sums) {
    for (int i = 0; i < founders.size(); i++) {
      if (isWithin(settings, founders.get(i))) {
        return i;
      }
    }
    if (founders.size() == MAXIMUM) {
      throw new IllegalArgumentException(
          "train: at most "
              + MAXIMUM
              + " operating conditions within tolerances "
              + Arrays.toString(tolerances)
              + ", got more; widen the tolerances");
    }
    founders.add(settings.clone());
    sums.add(new double[settings.length + 1]);
    return founders.size() - 1;
  }

  private boolean isWithin(double[] settings, double[] founder) {
    for (int i = 0; i < settings.length; i++) {
      if (Math.abs(settings[i] - founder[i]) > tolerances[i]) {
        return false;
      }
    }
    return true;
  }

  /** Refuses to learn from anything but training units. */
  static void requireTraining(EngineRuns train) {
    for (EngineRun run : train.runs()) {
      if (!run.isTraining()) {
        throw new IllegalArgumentException(
            "train: training units only, as nothing may be learned from test units, got "
                + run.group());
      }
    }
  }
}
