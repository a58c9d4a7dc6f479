package io.github.anomalydata.exchange;

import io.github.anomalydata.data.NumericTable;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A table of numbers with named columns, as it stands in a CSV file.
 *
 * @param columns the names of the columns, each once
 * @param values the numbers, shape {@code [rows, columns]}; {@code float64} in a table that was
 *     read, any type in one to be written
 */
public record CsvTable(List<String> columns, NumericArray values) implements NumericTable {
  /**
   * Creates a table.
   *
   * @param columns the names of the columns, each once
   * @param values the numbers, shape {@code [rows, columns]}
   * @throws IllegalArgumentException if {@code values} is not of rank 2, or {@code columns} does
   *     not name each column, with all names different
   */
  public CsvTable {
    columns = List.copyOf(columns);
    int[] shape = values.shape();
    if (shape.length != 2) {
      throw new IllegalArgumentException("values must be of rank 2, got " + values);
    }
    if (columns.size() != shape[1]) {
      throw new IllegalArgumentException(
          "columns must name " + shape[1] + " columns, got " + columns.size() + " names");
    }
    if (new HashSet<>(columns).size() < columns.size()) {
      throw new IllegalArgumentException("columns must be different, got " + columns);
    }
  }

  /**
   * Returns a table whose columns are named by their index, from {@code "0"}.
   *
   * @param values the numbers, shape {@code [rows, columns]}
   * @return the table
   * @throws IllegalArgumentException if {@code values} is not of rank 2
   */
  public static CsvTable unnamed(NumericArray values) {
    int[] shape = values.shape();
    int width = shape.length == 2 ? shape[1] : 0;
    return new CsvTable(IntStream.range(0, width).mapToObj(Integer::toString).toList(), values);
  }

  @Override
  public int rows() {
    return values.shape()[0];
  }

  /**
   * {@inheritDoc}
   *
   * @throws ArithmeticException if a value is an integer that {@code double} cannot hold exactly
   */
  @Override
  public double[] column(int column) {
    int width = columns.size();
    Objects.checkIndex(column, width);
    double[] result = new double[rows()];
    for (int row = 0; row < result.length; row++) {
      result[row] = values.doubleAt(row * width + column, ElementType.FLOAT64);
    }
    return result;
  }

  /**
   * Returns the values of a column.
   *
   * @param name the column's name
   * @return a new array of {@link #rows()} values
   * @throws IllegalArgumentException if there is no such column
   * @throws ArithmeticException if a value is an integer that {@code double} cannot hold exactly
   */
  public double[] column(String name) {
    int column = columns.indexOf(name);
    if (column < 0) {
      throw new IllegalArgumentException("name must be one of " + columns + ", got " + name);
    }
    return column(column);
  }
}
