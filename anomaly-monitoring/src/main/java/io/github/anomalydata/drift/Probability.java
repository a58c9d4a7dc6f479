package io.github.anomalydata.drift;

import io.github.anomalydata.internal.ParallelRows;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/**
 * A p-value and where it comes from.
 *
 * @param value the p-value
 * @param kind where it comes from
 * @param permutations the number of permutations behind it, 0 for none
 */
record Probability(double value, TestResult.PValue kind, int permutations) {

  /** Returns that of a distribution, which may be too small for a double. */
  static Probability of(double value, TestResult.PValue kind, List<String> notes) {
    if (value == 0) {
      notes.add("the p-value is below the least positive double, which stands for it");
    }
    return new Probability(Math.min(1, Math.max(Double.MIN_VALUE, value)), kind, 0);
  }

  /**
   * Returns that of splits.
   *
   * @param splits the splits
   * @param workers the threads that share them
   * @param observed the statistic of the rows as they are
   * @param statistic makes for a thread what computes the statistic of a split, whose bits are
   *     overwritten after
   */
  static Probability of(
      Permutations splits,
      ParallelRows workers,
      double observed,
      Supplier<ToDoubleFunction<long[]>> statistic) {
    return of(splits, observed, splits.statistics(workers, statistic));
  }

  /** Returns that of the statistics of all splits. */
  static Probability of(Permutations splits, double observed, double[] statistics) {
    return new Probability(splits.pValue(observed, statistics), splits.kind(), statistics.length);
  }
}
