package io.github.anomalydata.drift;

import io.github.anomalydata.drift.Attribution.Change;
import java.util.function.Supplier;

/** Statistics of what may change, all of them taken of the same splits of the rows. */
interface ChangeTest {
  /** Returns the number of statistics. */
  int count();

  /** Returns what makes for a thread the function from a split to its statistics. */
  Supplier<Statistics> statistics();

  /**
   * Returns what a statistic is about, for the rows as they are.
   *
   * @param index the number of the statistic
   */
  Evidence evidence(int index);

  /** The statistics of a split, for one thread. */
  @FunctionalInterface
  interface Statistics {
    /**
     * Computes them.
     *
     * @param order the rows in the order of the split, needed where a row has no value
     * @param mask the bits of the split
     * @param to gets the statistics
     */
    void of(int[] order, long[] mask, double[] to);
  }

  /**
   * What a statistic is about.
   *
   * @param column the column
   * @param change what may have changed
   * @param before the value in the reference
   * @param after the value in the current table
   * @param effectSize how much it changed
   * @param detail what the values are about
   * @param scores of each pooled row that has a value, in the order of time: numbers whose mean is
   *     another one after the change
   */
  record Evidence(
      String column,
      Change change,
      double before,
      double after,
      double effectSize,
      String detail,
      double[] scores) {}

  /** Returns which pooled rows the scores are of. */
  Presence presence();
}
