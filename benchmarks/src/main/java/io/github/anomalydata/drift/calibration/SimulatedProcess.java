package io.github.anomalydata.drift.calibration;

import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.drift.MixedTable;
import io.github.anomalydata.internal.NormalDraws;
import java.util.random.RandomGenerator;

/**
 * Where rows come from: independent columns, each an AR(1) process of variance 1 in every row.
 *
 * @param phi the coefficient, 0 for independent rows
 * @param columns the number of columns
 * @param rows the number of rows
 * @param first what is added to the first column
 * @param scale by what all columns are multiplied
 */
record SimulatedProcess(double phi, int columns, int rows, double first, double scale) {

  static SimulatedProcess independent(int columns, int rows) {
    return new SimulatedProcess(0, columns, rows, 0, 1);
  }

  static SimulatedProcess autoregressive(double phi, int columns, int rows) {
    return new SimulatedProcess(phi, columns, rows, 0, 1);
  }

  SimulatedProcess shifted(double shift) {
    return new SimulatedProcess(phi, columns, rows, shift, scale);
  }

  SimulatedProcess scaled(double factor) {
    return new SimulatedProcess(phi, columns, rows, first, factor);
  }

  /** Draws rows, the columns one after the other. */
  double[][] draw(long seed) {
    double[][] values = new double[columns][rows];
    for (int column = 0; column < columns; column++) {
      RandomGenerator random = RandomStreams.of(seed, column);
      double innovation = Math.sqrt(1 - phi * phi);
      double value = NormalDraws.next(random);
      for (int row = 0; row < rows; row++) {
        value = row == 0 ? value : phi * value + innovation * NormalDraws.next(random);
        values[column][row] = scale * value + (column == 0 ? first : 0);
      }
    }
    return values;
  }

  /** Returns columns as rows. */
  static double[][] rows(double[][] columns) {
    double[][] rows = new double[columns[0].length][columns.length];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < columns.length; column++) {
        rows[row][column] = columns[column][row];
      }
    }
    return rows;
  }

  static MixedTable table(double[][] columns) {
    MixedTable table = MixedTable.empty();
    for (double[] column : columns) {
      table = table.withNumbers(String.valueOf(table.columns().size()), column);
    }
    return table;
  }
}
