package io.github.anomalydata.drift;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A test of one column in the splits of a table.
 *
 * @param subject what is tested
 * @param test the name of the test
 * @param presence which rows have what is tested
 * @param comparison the two samples, null if there is too little to compare
 * @param shortage what there is too little of, blank if there is enough
 * @param blocks the blocks that these rows need
 * @param notes what was found out before
 * @param categories the labels that only one sample has
 */
record ColumnTest(
    Subject subject,
    String test,
    Presence presence,
    @Nullable Comparison comparison,
    String shortage,
    Blocks blocks,
    List<String> notes,
    CategoryChanges categories) {

  /**
   * What is tested.
   *
   * @param column the column's name
   * @param aspect what of it is tested
   * @param missingReference the rows of the reference without a value
   * @param missingCurrent the current rows without one
   */
  record Subject(
      String column, DriftResult.Aspect aspect, int missingReference, int missingCurrent) {}

  /** The statistic of a split, for one thread. */
  @FunctionalInterface
  interface Statistic {
    /**
     * Returns it.
     *
     * @param order the rows in the order of the split, needed where a row has no value
     * @param mask the bits of the split
     */
    double of(int[] order, long[] mask);
  }

  /** Tells whether both samples have enough to compare. */
  boolean isTestable() {
    return comparison != null;
  }

  /** Returns the two samples of a test that {@link #isTestable}. */
  Comparison samples() {
    if (comparison == null) {
      throw new IllegalStateException("samples: none of '" + subject.column + "'");
    }
    return comparison;
  }

  /** Returns the statistic of the rows as they are, as it is compared with those of splits. */
  double observed(int blockLength) {
    return samples().observed(blocks.atLeast(blockLength).widening());
  }

  /** Returns what makes the statistic for a thread. */
  Supplier<Statistic> statistic() {
    Supplier<ToDoubleFunction<long[]>> statistic = samples().statistic();
    return () -> {
      ToDoubleFunction<long[]> own = statistic.get();
      Presence.Splitter splitter = presence.splitter();
      return (order, mask) -> own.applyAsDouble(splitter.split(order, mask));
    };
  }

  /** Returns the result in a table. */
  DriftResult.Column result(TestResult result, double adjusted, double holm) {
    return new DriftResult.Column(
        subject.column,
        subject.aspect,
        result,
        adjusted,
        holm,
        subject.missingReference,
        subject.missingCurrent,
        categories);
  }

  /** Returns that there is too little to test of a test that not {@link #isTestable}. */
  DriftResult.Column insufficient() {
    return insufficient(shortage);
  }

  /** Returns that there is too little to test. */
  DriftResult.Column insufficient(String reason) {
    return result(untested(reason), 1, 1);
  }

  /** Returns that there is too little to test. */
  TestResult.InsufficientData untested(String reason) {
    return new TestResult.InsufficientData(test, reason, presence.reference(), presence.current());
  }
}
