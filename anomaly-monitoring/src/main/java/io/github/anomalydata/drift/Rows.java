package io.github.anomalydata.drift;

import io.github.anomalydata.internal.SignalBatches;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Rows of finite numbers, one after another in the order of time. Nothing of them is changed.
 *
 * @param values the values, row after row
 * @param count the number of rows
 * @param columns the number of columns, at least 1 if there is a row
 */
record Rows(double[] values, int count, int columns) {
  /** Squared distances stay far from overflow. */
  private static final double GREATEST = 1e150;

  /**
   * Returns a copy of rows.
   *
   * @throws IllegalArgumentException if a row has no value, or another length than the first, or a
   *     value is not finite or 1e150 or more in magnitude
   */
  static Rows of(String name, double[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    double[] values = new double[Math.multiplyExact(rows.length, columns)];
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != columns || columns == 0) {
        throw new IllegalArgumentException(
            name
                + ": rows of one length, at least 1, got "
                + rows[i].length
                + " in row "
                + i
                + " and "
                + columns
                + " in row 0");
      }
      System.arraycopy(rows[i], 0, values, i * columns, columns);
    }
    return checked(name, new Rows(values, rows.length, columns));
  }

  /**
   * Returns a copy of rows.
   *
   * @throws IllegalArgumentException if the array is no matrix of real numbers, or a value is not
   *     finite or 1e150 or more in magnitude
   */
  static Rows of(String name, INDArray rows) {
    if (rows.rank() != 2) {
      throw new IllegalArgumentException(
          name + ": shape [rows, columns], got " + Arrays.toString(rows.shape()));
    }
    if (rows.isEmpty()) {
      return new Rows(new double[0], 0, (int) rows.size(1));
    }
    int count = SignalBatches.requireRows(name, rows, -1);
    double[] values = SignalBatches.doubles(rows);
    return checked(name, new Rows(values, count, values.length / count));
  }

  /**
   * Returns rows whose values may be squared and added up.
   *
   * @throws IllegalArgumentException if a value is not finite or 1e150 or more in magnitude
   */
  static Rows checked(String name, Rows rows) {
    for (int i = 0; i < rows.values.length; i++) {
      if (!(Math.abs(rows.values[i]) < GREATEST)) {
        throw new IllegalArgumentException(
            name
                + ": finite and below 1e150 in magnitude, got "
                + rows.values[i]
                + " at row "
                + i / rows.columns
                + ", column "
                + i % rows.columns);
      }
    }
    return rows;
  }

  /** Returns these rows and then others. */
  Rows and(Rows other) {
    double[] all = Arrays.copyOf(values, Math.addExact(values.length, other.values.length));
    System.arraycopy(other.values, 0, all, values.length, other.values.length);
    return new Rows(all, count + other.count, columns);
  }

  /** Returns rows of these, of which there are more, evenly spaced. */
  Rows thinned(int rows) {
    double[] chosen = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      int row = (int) ((long) count * i / rows);
      System.arraycopy(values, row * columns, chosen, i * columns, columns);
    }
    return new Rows(chosen, rows, columns);
  }

  /** Returns some of these rows. */
  Rows rows(int[] chosen) {
    double[] some = new double[chosen.length * columns];
    for (int i = 0; i < chosen.length; i++) {
      System.arraycopy(values, chosen[i] * columns, some, i * columns, columns);
    }
    return new Rows(some, chosen.length, columns);
  }

  /** Returns these rows without a column. */
  Rows without(int column) {
    double[] rest = new double[count * (columns - 1)];
    for (int i = 0; i < count; i++) {
      for (int k = 0; k < columns - 1; k++) {
        rest[i * (columns - 1) + k] = values[i * columns + (k < column ? k : k + 1)];
      }
    }
    return new Rows(rest, count, columns - 1);
  }

  /** Returns a column. */
  double[] column(int column) {
    double[] result = new double[count];
    for (int i = 0; i < count; i++) {
      result[i] = values[i * columns + column];
    }
    return result;
  }
}
