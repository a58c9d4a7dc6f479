package io.github.anomalydata.drift.online;

import io.github.anomalydata.internal.SignalBatches;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Rows of numbers in the order of time. Nothing of them is changed.
 *
 * @param values the values, row after row
 * @param columns the number of columns, at least 1
 */
record Samples(double[] values, int columns) {

  static Samples ofOneColumn(double[] values) {
    return new Samples(values, 1);
  }

  /**
   * Returns what was saved.
   *
   * @throws IllegalArgumentException if there is a part of a row
   */
  static Samples restored(double[] values, int columns) {
    if (values.length % columns != 0) {
      throw new IllegalArgumentException(
          "reference: rows of " + columns + " columns, got " + values.length + " values");
    }
    return new Samples(values, columns);
  }

  /**
   * Returns a copy of rows.
   *
   * @throws IllegalArgumentException if there is none, one has no value, or another length than the
   *     first
   */
  static Samples of(String name, double[][] rows) {
    if (rows.length == 0 || rows[0].length == 0) {
      throw new IllegalArgumentException(name + ": at least one row of one value, got none");
    }
    int columns = rows[0].length;
    double[] values = new double[Math.multiplyExact(rows.length, columns)];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != columns) {
        throw new IllegalArgumentException(
            name + ": rows of " + columns + " columns, got " + rows[i].length + " in row " + i);
      }
      System.arraycopy(rows[i], 0, values, i * columns, columns);
    }
    return new Samples(values, columns);
  }

  /**
   * Returns a copy of rows.
   *
   * @throws IllegalArgumentException if the array is empty or no matrix of real numbers
   */
  static Samples of(String name, INDArray rows) {
    if (rows.rank() != 2 || rows.isEmpty()) {
      throw new IllegalArgumentException(
          name + ": shape [rows, columns], not empty, got " + Arrays.toString(rows.shape()));
    }
    SignalBatches.requireRows(name, rows, -1);
    return new Samples(SignalBatches.doubles(rows), (int) rows.size(1));
  }

  int count() {
    return values.length / columns;
  }

  void copyRow(int row, double[] to) {
    System.arraycopy(values, row * columns, to, 0, columns);
  }

  double[] column(int column) {
    double[] result = new double[count()];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[i * columns + column];
    }
    return result;
  }

  double[][] rows() {
    double[][] rows = new double[count()][columns];
    for (int i = 0; i < rows.length; i++) {
      copyRow(i, rows[i]);
    }
    return rows;
  }

  /** Returns the last rows, or all if there are fewer. */
  Samples newest(int rows) {
    return rows >= count()
        ? this
        : new Samples(
            Arrays.copyOfRange(values, values.length - rows * columns, values.length), columns);
  }
}
