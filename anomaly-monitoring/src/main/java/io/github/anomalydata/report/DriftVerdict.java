package io.github.anomalydata.report;

import io.github.anomalydata.drift.DriftResult.Aspect;
import io.github.anomalydata.drift.DriftResult.Column;
import io.github.anomalydata.drift.TestResult.InsufficientData;
import io.github.anomalydata.drift.TestResult.Tested;
import java.util.ArrayList;
import java.util.List;

/** What drift tests come to, in words. */
final class DriftVerdict {
  private static final int REASONS = 5;
  private static final Digits FOUR = Digits.decimals(4);
  private static final Digits THREE = Digits.decimals(3);

  private DriftVerdict() {}

  /**
   * Returns the verdict.
   *
   * @param columns what each test says, the smallest adjusted p-value first
   * @param alpha the level of all of them together
   */
  static Verdict of(List<Column> columns, double alpha) {
    List<Column> tested =
        columns.stream().filter(column -> column.result() instanceof Tested).toList();
    List<Column> drifted = columns.stream().filter(column -> column.reject(alpha)).toList();
    List<String> reasons = new ArrayList<>();
    drifted.stream().limit(REASONS).map(DriftVerdict::reason).forEach(reasons::add);
    if (drifted.size() > REASONS) {
      reasons.add("and " + (drifted.size() - REASONS) + " more, in the table below");
    }
    if (drifted.isEmpty() && !tested.isEmpty()) {
      Column least = tested.get(0);
      reasons.add(
          "The smallest adjusted p-value is "
              + FOUR.format(least.adjustedPValue())
              + ", of "
              + label(least)
              + "; the level is "
              + alpha
              + ".");
    }
    untested(columns, tested.size(), reasons);
    if (tested.isEmpty()) {
      return new Verdict(Mark.NEUTRAL, "Nothing could be tested", reasons);
    }
    return drifted.isEmpty()
        ? new Verdict(Mark.GOOD, "No drift found in " + count(tested.size()), reasons)
        : new Verdict(
            Mark.ALARM, "Drift in " + drifted.size() + " of " + count(tested.size()), reasons);
  }

  private static void untested(List<Column> columns, int tested, List<String> reasons) {
    int left = columns.size() - tested;
    columns.stream()
        .filter(column -> column.result() instanceof InsufficientData)
        .limit(1)
        .forEach(
            column ->
                reasons.add(
                    left
                        + " not tested; "
                        + label(column)
                        + ": "
                        + ((InsufficientData) column.result()).reason()));
  }

  private static String count(int tests) {
    return tests == 1 ? "1 test" : tests + " tests";
  }

  private static String reason(Column column) {
    Tested tested = (Tested) column.result();
    return label(column)
        + ": effect size "
        + THREE.format(tested.effectSize())
        + ", adjusted p-value "
        + FOUR.format(column.adjustedPValue());
  }

  /** Returns the name of a test. */
  static String label(Column column) {
    return column.name() + (column.aspect() == Aspect.MISSING ? " (missing)" : "");
  }
}
