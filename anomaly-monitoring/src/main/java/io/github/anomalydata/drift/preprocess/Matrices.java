package io.github.anomalydata.drift.preprocess;

import io.github.anomalydata.internal.SignalBatches;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Checks and shapes of rows. */
final class Matrices {
  /** Sums of squares stay far from overflow. */
  static final double GREATEST = 1e100;

  private Matrices() {}

  /**
   * Checks rows.
   *
   * @param columns how many columns they have to have, or 0 for as many as the first
   * @return the number of columns
   */
  static int check(String name, double[][] rows, int columns) {
    int expected = columns == 0 && rows.length > 0 ? rows[0].length : columns;
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != expected || expected == 0) {
        throw new IllegalArgumentException(
            name
                + ": rows of "
                + (expected == 0 ? "at least 1" : expected)
                + " columns, got "
                + rows[i].length
                + " in row "
                + i);
      }
      for (int k = 0; k < expected; k++) {
        if (!(Math.abs(rows[i][k]) < GREATEST)) {
          throw new IllegalArgumentException(
              name
                  + ": finite and below 1e100 in magnitude, got "
                  + rows[i][k]
                  + " at row "
                  + i
                  + ", column "
                  + k);
        }
      }
    }
    return expected;
  }

  static double[][] rows(String name, INDArray array) {
    if (array.rank() != 2 || array.isEmpty()) {
      throw new IllegalArgumentException(
          name + ": shape [rows, columns], not empty, got " + Arrays.toString(array.shape()));
    }
    int count = SignalBatches.requireRows(name, array, -1);
    double[] values = SignalBatches.doubles(array);
    int columns = values.length / count;
    double[][] rows = new double[count][];
    for (int i = 0; i < count; i++) {
      rows[i] = Arrays.copyOfRange(values, i * columns, (i + 1) * columns);
    }
    return rows;
  }

  static double[] flat(double[][] rows) {
    double[] values = new double[rows.length == 0 ? 0 : rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, values, i * rows[0].length, rows[i].length);
    }
    return values;
  }

  /** Returns the mean of each column; of equal values it is that value. */
  static double[] means(double[][] rows, int columns) {
    double[] means = rows[0].clone();
    for (int k = 0; k < columns; k++) {
      double sum = 0;
      for (double[] row : rows) {
        sum += row[k] - means[k];
      }
      means[k] += sum / rows.length;
    }
    return means;
  }
}
