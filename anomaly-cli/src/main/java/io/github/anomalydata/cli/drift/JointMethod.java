package io.github.anomalydata.cli.drift;

import io.github.anomalydata.drift.CategoryChanges;
import io.github.anomalydata.drift.DriftResult;
import io.github.anomalydata.drift.Kernel;
import io.github.anomalydata.drift.MaximumMeanDiscrepancy;
import io.github.anomalydata.drift.TestResult;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;

/**
 * The test of the command that sees all columns together.
 *
 * @param kernel the kernel
 */
record JointMethod(Kernel kernel) {
  /** The name of the method. */
  static final String NAME = "mmd";

  /**
   * Returns the test for the value of an option.
   *
   * @param gamma a number above 0, or median
   */
  static JointMethod of(String gamma) {
    if (gamma.equals("median")) {
      return new JointMethod(Kernel.gaussian());
    }
    try {
      return new JointMethod(Kernel.gaussian(Double.parseDouble(gamma)));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--gamma: median, or a number above 0, got '" + gamma + "'", e);
    }
  }

  /** Tests the rows without a missing value. */
  DriftResult.Column test(DriftTable reference, DriftTable current, DriftMethod.Options options) {
    double[][] before = reference.completeRows();
    double[][] now = current.completeRows();
    if (before.length == 0) {
      throw new IllegalArgumentException("--reference: at least one row without a missing value");
    }
    TestResult result =
        MaximumMeanDiscrepancy.withDefaults()
            .with(kernel)
            .with(options.dependence())
            .withPermutations(options.permutations())
            .withWorkers(ForkJoinPool.commonPool(), Runtime.getRuntime().availableProcessors())
            .fit(before)
            .test(now, options.seed());
    double p = result instanceof TestResult.Tested tested ? tested.pValue() : 1;
    return new DriftResult.Column(
        "all columns",
        DriftResult.Aspect.VALUES,
        result,
        p,
        p,
        reference.rows() - before.length,
        current.rows() - now.length,
        new CategoryChanges(Map.of(), Map.of()));
  }
}
