package io.github.anomalydata.turbofan;

import io.github.anomalydata.data.Field;
import io.github.anomalydata.internal.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a model is to predict of an engine at the last cycle of a window.
 *
 * <p>All targets come from the remaining useful life (RUL), which is 0 at the last cycle of a
 * training unit and the number of the RUL file at the last cycle of a test unit. Regression targets
 * are one value, class targets one-hot.
 */
public final class RulTarget {
  private final Field field;
  private final String description;
  private final Rule rule;

  /** Computes the target of each cycle of a run. */
  private interface Rule {
    void fill(PreparedRuns prepared, int run, float[] targets);
  }

  /** A target of one value that depends on the RUL alone. */
  private interface RulFunction {
    double apply(int rul);
  }

  /** A class that depends on the RUL alone. */
  private interface RulClass {
    int of(int rul);
  }

  private RulTarget(Field field, String description, Rule rule) {
    this.field = field;
    this.description = description;
    this.rule = rule;
  }

  private static RulTarget regression(String description, RulFunction function) {
    return new RulTarget(
        Field.of("rul", 1),
        description,
        (prepared, index, targets) -> {
          EngineRun run = prepared.runs().runs().get(index);
          for (int i = 0; i < targets.length; i++) {
            targets[i] = (float) function.apply(run.rul(i + 1));
          }
        });
  }

  private static RulTarget classes(String description, List<String> names, RulClass classOf) {
    int width = names.size();
    return new RulTarget(
        Field.oneHot("class", names),
        description,
        (prepared, index, targets) -> {
          EngineRun run = prepared.runs().runs().get(index);
          for (int i = 0; i < run.length(); i++) {
            targets[i * width + classOf.of(run.rul(i + 1))] = 1f;
          }
        });
  }

  /**
   * Returns the RUL itself.
   *
   * @return the target, in cycles
   */
  public static RulTarget raw() {
    return regression("raw", rul -> rul);
  }

  /**
   * Returns the RUL, or a cap where it is greater: a new engine shows no wear that could tell 150
   * cycles from 300. The usual cap is 125.
   *
   * @param cap the cap, in cycles, above 0
   * @return the target, in cycles
   * @throws IllegalArgumentException if the cap is not above 0
   */
  public static RulTarget clippedAt(double cap) {
    if (!(cap > 0 && cap < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("cap: above 0 and finite, got " + cap);
    }
    return regression("clipped at " + cap, rul -> Math.min(cap, rul));
  }

  /**
   * Returns a piecewise-linear function of the RUL, constant outside its knots. {@link #clippedAt}
   * is the case of knots (0, 0) and (cap, cap).
   *
   * @param ruls the RULs of the knots, in cycles, strictly ascending, at least one
   * @param values the target at each knot
   * @return the target
   * @throws IllegalArgumentException if the lengths differ, there are no knots, a number is not
   *     finite or the RULs do not ascend
   */
  public static RulTarget piecewiseLinear(double[] ruls, double[] values) {
    double[] x = ruls.clone();
    double[] y = values.clone();
    boolean ascending = x.length > 0 && x.length == y.length;
    for (int i = 0; ascending && i < x.length; i++) {
      ascending = Double.isFinite(x[i]) && Double.isFinite(y[i]) && (i == 0 || x[i] > x[i - 1]);
    }
    if (!ascending) {
      throw new IllegalArgumentException(
          "ruls, values: as many finite values as strictly ascending RULs, got "
              + Arrays.toString(x)
              + " and "
              + Arrays.toString(y));
    }
    return regression(
        "piecewise linear " + Arrays.toString(x) + " " + Arrays.toString(y),
        rul -> interpolate(x, y, rul));
  }

  private static double interpolate(double[] x, double[] y, double at) {
    int above = 0;
    while (above < x.length && x[above] < at) {
      above++;
    }
    if (above == 0 || above == x.length) {
      return y[above == 0 ? 0 : x.length - 1];
    }
    double share = (at - x[above - 1]) / (x[above] - x[above - 1]);
    return y[above - 1] + share * (y[above] - y[above - 1]);
  }

  /**
   * Returns the share of the engine's life that remains: the RUL over the RUL at its first cycle.
   *
   * @return the target, 1 at the first cycle and 0 at failure
   */
  public static RulTarget relative() {
    return new RulTarget(
        Field.of("rul", 1),
        "relative",
        (prepared, index, targets) -> {
          EngineRun run = prepared.runs().runs().get(index);
          for (int i = 0; i < targets.length; i++) {
            targets[i] = (float) run.rul(i + 1) / Math.max(1, run.rul(1));
          }
        });
  }

  /**
   * Returns the RUL, or the RUL at the onset of degradation where it is greater: each engine has a
   * cap of its own. A unit without an onset keeps the RUL of its last cycle.
   *
   * @param onset how the onset is found
   * @return the target, in cycles
   */
  public static RulTarget clippedAtOnset(DegradationOnset onset) {
    return new RulTarget(
        Field.of("rul", 1),
        "clipped at onset",
        (prepared, index, targets) -> {
          EngineRun run = prepared.runs().runs().get(index);
          int cap = run.rul(onset.find(prepared, index).orElse(run.length()));
          for (int i = 0; i < targets.length; i++) {
            targets[i] = Math.min(cap, run.rul(i + 1));
          }
        });
  }

  /**
   * Returns whether the engine fails within some cycles.
   *
   * @param cycles the number of cycles, at least 1
   * @return the target, one-hot: class 0 if the RUL is at least {@code cycles}, class 1 if it is
   *     less
   * @throws IllegalArgumentException if the number is below 1
   */
  public static RulTarget failureWithin(int cycles) {
    Require.atLeast("cycles", cycles, 1);
    return classes(
        "failure within " + cycles,
        List.of("later", "within " + cycles),
        rul -> rul < cycles ? 1 : 0);
  }

  /**
   * Returns which of several ranges the RUL lies in.
   *
   * @param edges the RULs at which a new class begins, in cycles, strictly ascending, at least one
   * @return the target, one-hot: class 0 below the first edge, the last class from the last edge on
   * @throws IllegalArgumentException if there are no edges, one is below 1 or they do not ascend
   */
  public static RulTarget buckets(int... edges) {
    int[] from = edges.clone();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < from.length; i++) {
      if (from[i] < 1 || (i > 0 && from[i] <= from[i - 1])) {
        throw new IllegalArgumentException(
            "edges: at least 1 and strictly ascending, got " + Arrays.toString(from));
      }
      names.add((i == 0 ? 0 : from[i - 1]) + "-" + (from[i] - 1));
    }
    if (from.length == 0) {
      throw new IllegalArgumentException("edges: at least one, got none");
    }
    names.add(from[from.length - 1] + "+");
    return classes(
        "buckets " + Arrays.toString(from),
        names,
        rul -> {
          int found = Arrays.binarySearch(from, rul);
          return found >= 0 ? found + 1 : -found - 1;
        });
  }

  /**
   * Returns whether the engine has begun to degrade.
   *
   * @param onset how the onset is found
   * @return the target, one-hot: class 0 up to the onset, class 1 after it; class 0 throughout for
   *     a unit without an onset
   */
  public static RulTarget degraded(DegradationOnset onset) {
    return new RulTarget(
        Field.oneHot("class", List.of("healthy", "degraded")),
        "degraded",
        (prepared, index, targets) -> {
          int length = prepared.runs().runs().get(index).length();
          int last = onset.find(prepared, index).orElse(length);
          for (int i = 0; i < length; i++) {
            targets[2 * i + (i < last ? 0 : 1)] = 1f;
          }
        });
  }

  /**
   * Returns the field of the target.
   *
   * @return the field {@code rul} of shape {@code [1]}, or {@code class} with one value a class
   */
  public Field field() {
    return field;
  }

  /** The targets of all cycles of a run, one after another. */
  float[] of(PreparedRuns prepared, int run) {
    float[] targets = new float[prepared.runs().runs().get(run).length() * field.length()];
    rule.fill(prepared, run, targets);
    return targets;
  }

  /**
   * Returns the target as text.
   *
   * @return what it is
   */
  @Override
  public String toString() {
    return description;
  }
}
