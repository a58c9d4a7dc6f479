package io.github.anomalydata.cli.drift;

import io.github.anomalydata.drift.FittedMaximumMeanDiscrepancy;
import io.github.anomalydata.drift.Kernel;
import io.github.anomalydata.drift.MaximumMeanDiscrepancy;
import io.github.anomalydata.drift.Scaling;
import java.util.concurrent.ForkJoinPool;

/**
 * The test of the command that sees all columns together.
 *
 * @param kernel the kernel
 * @param scaling what columns are divided by
 */
record JointMethod(Kernel kernel, Scaling scaling) {
  /** The name of the method. */
  static final String NAME = "mmd";

  /** The bandwidth unless another one is chosen. */
  static final String MEDIAN = "median";

  /** No scale, unless one is chosen. */
  static final String OFF = "off";

  /**
   * Returns the test for the values of options.
   *
   * @param gamma a number above 0, or median
   * @param scale off, deviation or robust
   */
  static JointMethod of(String gamma, String scale) {
    return new JointMethod(kernel(gamma), scaling(scale));
  }

  private static Scaling scaling(String scale) {
    return switch (scale) {
      case OFF -> Scaling.NONE;
      case "deviation" -> Scaling.STANDARD_DEVIATION;
      case "robust" -> Scaling.ROBUST;
      default ->
          throw new IllegalArgumentException(
              "--scale: off, deviation or robust, got '" + scale + "'");
    };
  }

  private static Kernel kernel(String gamma) {
    if (gamma.equals(MEDIAN)) {
      return Kernel.gaussian();
    }
    try {
      return Kernel.gaussian(Double.parseDouble(gamma));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--gamma: median, or a number above 0, got '" + gamma + "'", e);
    }
  }

  /** Prepares the reference. */
  FittedMaximumMeanDiscrepancy fit(double[][] reference, DriftMethod.Options options) {
    return MaximumMeanDiscrepancy.withDefaults()
        .with(kernel)
        .with(scaling)
        .with(options.dependence())
        .withPermutations(options.permutations())
        .withWorkers(ForkJoinPool.commonPool(), Runtime.getRuntime().availableProcessors())
        .fit(reference);
  }
}
