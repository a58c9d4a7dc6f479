package io.github.anomalydata.drift;

import io.github.anomalydata.internal.ParallelRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A test of several variables at once, by one kernel, among other tests of the same rows.
 *
 * @param reference the reference, scaled
 * @param current the current rows, scaled as it is
 * @param kernel the kernel, which does not depend on samples any more
 * @param comparison the two samples
 * @param blocks the blocks that these rows need
 */
record JointKernel(
    MultivariateReference reference,
    Rows current,
    Kernel kernel,
    KernelComparison comparison,
    Blocks blocks) {

  /** Returns the test of a sample that has enough rows for the estimate. */
  static JointKernel of(FittedMaximumMeanDiscrepancy fitted, Rows sample) {
    MaximumMeanDiscrepancy options = fitted.options();
    MultivariateReference reference = fitted.reference();
    Rows current = fitted.scaled(sample);
    List<String> notes = new ArrayList<>(fitted.notes());
    Kernel kernel = KernelComparison.fixed(options.kernels().get(0), reference, current, notes);
    KernelComparison comparison =
        KernelComparison.of(options.with(kernel), reference, current).get(0);
    Blocks blocks = reference.blocks(options.dependence(), current);
    notes.addAll(0, blocks.notes());
    return new JointKernel(reference, current, kernel, comparison, blocks.with(notes));
  }

  KernelComparison.Splits splits(Permutations splits, ParallelRows workers) {
    return comparison.splits(splits, blocks.atLeast(splits.blockLength()).widening(), workers);
  }

  /** Returns where the effect size lies. */
  Optional<Interval> interval(
      KernelComparison.Splits splits, int blockLength, ParallelRows workers) {
    return error(splits, blocks.atLeast(blockLength), workers)
        .map(error -> error.about(splits.effect()).within(-1, 1));
  }

  /** Returns the standard error of the effect size, by the variance of the witness function. */
  Optional<StandardError> error(
      KernelComparison.Splits splits, Blocks longest, ParallelRows workers) {
    if (!(splits.within() > 0)) {
      return Optional.empty();
    }
    MultivariateReference swapped = new MultivariateReference(current);
    return new Influence(
            Witness.of(kernel, swapped, reference.rows(), workers),
            Witness.of(kernel, reference, current, workers))
        .times(2 / splits.within())
        .error(longest);
  }
}
