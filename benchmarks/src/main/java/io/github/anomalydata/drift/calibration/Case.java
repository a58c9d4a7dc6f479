package io.github.anomalydata.drift.calibration;

import io.github.anomalydata.drift.Dependence;
import io.github.anomalydata.drift.Distance;
import io.github.anomalydata.drift.DriftTest;
import io.github.anomalydata.drift.FittedMaximumMeanDiscrepancy;
import io.github.anomalydata.drift.MaximumMeanDiscrepancy;
import io.github.anomalydata.drift.TestResult;
import java.util.Locale;

/**
 * A test of pairs of samples.
 *
 * @param question what is asked
 * @param test the test: a distance, of all columns together by Westfall and Young, or {@link #MMD}
 * @param blocks whether rows are permuted in estimated blocks, not each on its own
 * @param reference where references come from
 * @param current where current samples come from
 */
record Case(
    Question question,
    String test,
    boolean blocks,
    SimulatedProcess reference,
    SimulatedProcess current) {
  /** The maximum mean discrepancy with the median bandwidth. */
  static final String MMD = "mmd";

  private static final double LEVEL = 0.05;
  private static final int PERMUTATIONS = 199;

  /** What is asked of a case. */
  enum Question {
    /** False alarms of independent rows. */
    INDEPENDENT,
    /** False alarms of AR(1) processes. */
    DEPENDENT,
    /** How often drift is found. */
    POWER,
    /** The figure. */
    FIGURE
  }

  /** What a test says. */
  enum Outcome {
    REJECTED,
    KEPT,
    INSUFFICIENT
  }

  static String name(Distance distance) {
    return distance.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static Distance distance(String name) {
    return Distance.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** Draws a pair and tests it. */
  Outcome run(long number) {
    double[][] before = reference.draw(2 * number);
    double[][] after = current.draw(2 * number + 1);
    Dependence dependence = blocks ? Dependence.estimated() : Dependence.independent();
    if (test.equals(MMD)) {
      FittedMaximumMeanDiscrepancy fitted =
          MaximumMeanDiscrepancy.withDefaults()
              .with(dependence)
              .withPermutations(PERMUTATIONS)
              .fit(SimulatedProcess.rows(before));
      TestResult result = fitted.test(SimulatedProcess.rows(after), number);
      return outcome(result instanceof TestResult.Tested, result.reject(LEVEL));
    }
    var result =
        DriftTest.withDefaults()
            .with(distance(test))
            .with(dependence)
            .withPermutations(PERMUTATIONS)
            .fit(SimulatedProcess.table(before))
            .test(SimulatedProcess.table(after), number);
    return outcome(
        result.columns().stream().anyMatch(column -> column.result() instanceof TestResult.Tested),
        result.reject(LEVEL));
  }

  private static Outcome outcome(boolean tested, boolean rejected) {
    return rejected ? Outcome.REJECTED : tested ? Outcome.KEPT : Outcome.INSUFFICIENT;
  }
}
