package io.github.anomalydata.cli.drift;

import io.github.anomalydata.drift.Kernel;
import io.github.anomalydata.drift.MaximumMeanDiscrepancy;
import io.github.anomalydata.drift.TestResult;
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

  /** Tests the rows. */
  TestResult test(double[][] reference, double[][] current, DriftMethod.Options choice) {
    return options()
        .with(choice.dependence())
        .withPermutations(choice.permutations())
        .fit(reference)
        .test(current, choice.seed());
  }

  /** Returns the witness at each current row. */
  double[] witness(double[][] reference, double[][] current) {
    return options().fit(reference).witness(current);
  }

  private MaximumMeanDiscrepancy options() {
    return MaximumMeanDiscrepancy.withDefaults()
        .with(kernel)
        .withWorkers(ForkJoinPool.commonPool(), Runtime.getRuntime().availableProcessors());
  }
}
