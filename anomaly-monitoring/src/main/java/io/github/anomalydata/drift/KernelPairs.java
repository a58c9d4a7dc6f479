package io.github.anomalydata.drift;

import java.util.function.IntFunction;

/**
 * Sums of the values of a kernel over pairs of the pooled rows of two samples, without the pairs of
 * a row with itself.
 */
interface KernelPairs {

  /** Returns the sums of the samples as they are. */
  Sums sums();

  /**
   * Returns what the sums of splits follow from.
   *
   * @param count the number of splits
   * @param masks makes a split, for any thread
   */
  Forms forms(int count, IntFunction<long[]> masks);

  /** Returns the value of the kernel for each pooled row with itself. */
  double[] diagonal();

  /**
   * Sums over pairs of different rows.
   *
   * @param reference over ordered pairs of rows of the reference
   * @param current over ordered pairs of rows of the current sample
   * @param between over pairs of a row of the reference and a row of the current sample
   */
  record Sums(double reference, double current, double between) {}

  /**
   * Sums of many splits, each with weights \( w_b \) of 1 for rows that play the current sample and
   * -1 for the others.
   *
   * @param total \( 1^T K 1 \)
   * @param forms \( w_b^T K w_b \)
   * @param margins \( w_b^T K 1 \)
   */
  record Forms(double total, double[] forms, double[] margins) {

    /** Returns the sums of a split. */
    Sums sums(int split) {
      double even = total + forms[split];
      return new Sums(
          (even - 2 * margins[split]) / 4,
          (even + 2 * margins[split]) / 4,
          (total - forms[split]) / 4);
    }
  }
}
