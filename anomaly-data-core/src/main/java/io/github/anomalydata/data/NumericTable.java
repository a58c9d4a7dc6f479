package io.github.anomalydata.data;

import java.util.List;

/**
 * A table of numbers with named columns, read a column at a time.
 *
 * <p>This is what scalers and everything else that learns from rows is fitted on. Several threads
 * may read columns at the same time.
 */
public interface NumericTable {

  /**
   * Returns the names of the columns.
   *
   * @return the names, each once
   */
  List<String> columns();

  /**
   * Returns the number of rows.
   *
   * @return the number of rows, 0 or more
   */
  int rows();

  /**
   * Returns the values of a column.
   *
   * @param column the column's index
   * @return a new array of {@link #rows()} values
   * @throws IndexOutOfBoundsException if there is no such column
   */
  double[] column(int column);
}
