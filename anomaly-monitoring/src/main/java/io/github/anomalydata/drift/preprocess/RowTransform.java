package io.github.anomalydata.drift.preprocess;

import io.github.anomalydata.internal.SignalBatches;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Turns rows into other rows, each by itself. A user's encoder is one; those that are fitted to a
 * reference are {@link FittedTransform}.
 *
 * <pre>{@code
 * RowTransform encoder = rows -> encode(rows);
 * RowTransform both = encoder.then(PrincipalComponents.withCount(8).fit(encoder.apply(reference)));
 * }</pre>
 */
@FunctionalInterface
public interface RowTransform {

  /**
   * Transforms rows.
   *
   * @param rows the rows, all of one length; not changed
   * @return a row for each of them, all of one length
   * @throws IllegalArgumentException if rows differ in length or are none for this transform
   */
  double[][] apply(double[][] rows);

  /**
   * Transforms a row.
   *
   * @param row the row; not changed
   * @return what it becomes
   * @throws IllegalArgumentException if it is none for this transform
   */
  default double[] apply(double[] row) {
    return apply(new double[][] {row})[0];
  }

  /**
   * Transforms rows.
   *
   * @param rows the rows, {@code [rows, columns]}, a view or in any order; not changed
   * @return the rows that they become, {@code [rows, columns]}, in double if the input is, else in
   *     single precision
   * @throws IllegalArgumentException if the array is empty or no matrix of real numbers, or rows
   *     are none for this transform
   */
  default INDArray apply(INDArray rows) {
    double[][] results = apply(Matrices.rows("rows", rows));
    double[] values = Matrices.flat(results);
    return SignalBatches.like(rows, values, results.length, values.length / results.length);
  }

  /**
   * Returns this transform and then another.
   *
   * @param next what is done to its rows
   * @return both as one
   */
  default RowTransform then(RowTransform next) {
    return rows -> next.apply(apply(rows));
  }
}
