package io.github.anomalydata.turbofan;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.anomalydata.turbofan.OperatingConditions.UnknownCondition;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The operating conditions that were found in training data, numbered from 0.
 *
 * <p>A row is of the condition whose centre is nearest, by the Euclidean distance of the settings
 * each divided by its tolerance. If a setting is further from that centre than its tolerance, the
 * condition is unknown.
 */
@JsonAutoDetect(getterVisibility = Visibility.NONE, isGetterVisibility = Visibility.NONE)
public final class FittedConditions {
  @JsonProperty private final double[][] centres;
  @JsonProperty private final double[] tolerances;
  @JsonProperty private final UnknownCondition unknown;

  /** Rows are many, and a division takes longer than all else that is done with them. */
  private final double[] perTolerance;

  FittedConditions(double[][] centres, double[] tolerances, UnknownCondition unknown) {
    this.centres = centres;
    this.tolerances = tolerances;
    this.unknown = unknown;
    this.perTolerance = Arrays.stream(tolerances).map(t -> 1 / t).toArray();
  }

  @JsonCreator
  static FittedConditions restore(
      @JsonProperty("centres") double[][] centres,
      @JsonProperty("tolerances") double[] tolerances,
      @JsonProperty("unknown") UnknownCondition unknown) {
    int settings = Channel.settings().size();
    boolean sizes = centres.length > 0 && tolerances.length == settings;
    for (double[] centre : centres) {
      sizes &= centre.length == settings && Arrays.stream(centre).allMatch(Double::isFinite);
    }
    if (!sizes || !Arrays.stream(tolerances).allMatch(t -> t > 0)) {
      throw new IllegalArgumentException(
          "centres of "
              + settings
              + " finite settings and tolerances above 0, got "
              + Arrays.deepToString(centres)
              + " and "
              + Arrays.toString(tolerances));
    }
    return new FittedConditions(centres, tolerances, unknown);
  }

  /** Returns the columns of the settings, of which the rows of the run are a part. */
  static double[][] settings(EngineRun run) {
    return Channel.settings().stream().map(run::column).toArray(double[][]::new);
  }

  /** Reads the settings of a row of the columns. */
  static void read(double[][] columns, int row, double[] settings) {
    for (int i = 0; i < settings.length; i++) {
      settings[i] = columns[i][row];
    }
  }

  /**
   * Returns the number of conditions.
   *
   * @return the number, at least 1
   */
  public int size() {
    return centres.length;
  }

  /**
   * Returns the centres of the conditions, in the order of their numbers.
   *
   * @return for each condition its altitude in 1000 feet, its Mach number and its TRA in percent
   */
  public List<List<Double>> centres() {
    return Stream.of(centres).map(c -> Arrays.stream(c).boxed().toList()).toList();
  }

  /**
   * Returns the condition of each row of some runs.
   *
   * @param runs the runs
   * @return the number of a condition for each row, engine after engine
   * @throws IllegalArgumentException if a row is of no known condition, and such rows are refused
   */
  public int[] of(EngineRuns runs) {
    int[] conditions = new int[runs.rows()];
    double[] settings = new double[tolerances.length];
    int row = 0;
    for (EngineRun run : runs.runs()) {
      double[][] columns = settings(run);
      for (int cycle = 0; cycle < run.length(); cycle++) {
        read(columns, run.start() + cycle, settings);
        int nearest = nearest(settings);
        if (nearest < 0) {
          throw new IllegalArgumentException(
              "settings: near one of the conditions "
                  + centres()
                  + ", got "
                  + Arrays.toString(settings)
                  + " at cycle "
                  + (cycle + 1)
                  + " of "
                  + run.group()
                  + "; fit on units that fly there too, or choose "
                  + UnknownCondition.NEAREST);
        }
        conditions[row++] = nearest;
      }
    }
    return conditions;
  }

  private int nearest(double[] settings) {
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int condition = 0; condition < centres.length; condition++) {
      double distance = 0;
      for (int i = 0; i < settings.length; i++) {
        double difference = (settings[i] - centres[condition][i]) * perTolerance[i];
        distance += difference * difference;
      }
      if (distance < least) {
        least = distance;
        nearest = condition;
      }
    }
    return unknown == UnknownCondition.NEAREST || isNear(settings, nearest) ? nearest : -1;
  }

  private boolean isNear(double[] settings, int condition) {
    for (int i = 0; i < settings.length; i++) {
      if (Math.abs(settings[i] - centres[condition][i]) > tolerances[i]) {
        return false;
      }
    }
    return true;
  }
}
