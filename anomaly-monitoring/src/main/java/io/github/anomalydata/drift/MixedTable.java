package io.github.anomalydata.drift;

import io.github.anomalydata.data.NumericTable;
import io.github.anomalydata.internal.SignalBatches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Columns of numbers and of labels, whose rows are in the order of time. A number that is not
 * finite is missing, and so is a label that is null.
 *
 * <p>Instances are immutable.
 */
public final class MixedTable {
  private static final MixedTable EMPTY = new MixedTable(Map.of());

  /** The values of a column. */
  sealed interface Column {
    /** Returns the number of rows. */
    int rows();

    /** Tells whether a row has no value. */
    boolean isMissing(int row);

    /** Returns the column of some rows. */
    Column rows(int[] rows);
  }

  /** A column of numbers; not a copy. */
  record Numbers(double[] values) implements Column {
    @Override
    public int rows() {
      return values.length;
    }

    @Override
    public boolean isMissing(int row) {
      return !Double.isFinite(values[row]);
    }

    /** Returns the values that are there. */
    Series present(String name) {
      return Series.of(name, Arrays.stream(values).filter(Double::isFinite).toArray());
    }

    @Override
    public Column rows(int[] rows) {
      return new Numbers(Arrays.stream(rows).mapToDouble(row -> values[row]).toArray());
    }
  }

  /** A column of labels; not a copy. */
  record Labels(List<@Nullable Object> values) implements Column {
    @Override
    public int rows() {
      return values.size();
    }

    @Override
    public boolean isMissing(int row) {
      return values.get(row) == null;
    }

    @Override
    public Column rows(int[] rows) {
      List<@Nullable Object> some = new ArrayList<>(rows.length);
      for (int row : rows) {
        some.add(values.get(row));
      }
      return new Labels(Collections.unmodifiableList(some));
    }
  }

  private final Map<String, Column> columns;

  private MixedTable(Map<String, Column> columns) {
    this.columns = columns;
  }

  /**
   * Returns a table without columns.
   *
   * @return the table
   */
  public static MixedTable empty() {
    return EMPTY;
  }

  /**
   * Returns the columns of numbers of another table.
   *
   * @param table the other table; copied
   * @return the table
   */
  public static MixedTable of(NumericTable table) {
    Map<String, Column> columns = new LinkedHashMap<>();
    for (String name : table.columns()) {
      columns.put(name, new Numbers(table.column(columns.size())));
    }
    return new MixedTable(columns);
  }

  /**
   * Returns the columns of a matrix, named by their index from {@code "0"}.
   *
   * @param values the numbers, shape {@code [rows, columns]}, a view or in any order; copied
   * @return the table
   * @throws IllegalArgumentException if the array is no matrix of real numbers or is empty
   */
  public static MixedTable of(INDArray values) {
    if (values.rank() != 2) {
      throw new IllegalArgumentException(
          "values: shape [rows, columns], got " + Arrays.toString(values.shape()));
    }
    int rows = SignalBatches.requireRows("values", values, -1);
    double[] all = SignalBatches.doubles(values);
    int width = all.length / rows;
    Map<String, Column> columns = new LinkedHashMap<>();
    for (int column = 0; column < width; column++) {
      double[] numbers = new double[rows];
      for (int row = 0; row < rows; row++) {
        numbers[row] = all[row * width + column];
      }
      columns.put(String.valueOf(column), new Numbers(numbers));
    }
    return new MixedTable(columns);
  }

  /**
   * Returns this table with one more column of numbers.
   *
   * @param name its name
   * @param values the number of each row, NaN or infinite where it is missing; copied
   * @return the table
   * @throws IllegalArgumentException if there is a column of this name, or the number of rows is
   *     not that of the table
   */
  public MixedTable withNumbers(String name, double[] values) {
    return with(name, new Numbers(values.clone()));
  }

  /**
   * Returns this table with one more column of labels.
   *
   * @param name its name
   * @param values the label of each row, null where it is missing; copied. Labels are the same if
   *     they are equal, as strings or integers are.
   * @return the table
   * @throws IllegalArgumentException if there is a column of this name, or the number of rows is
   *     not that of the table
   */
  public MixedTable withLabels(String name, List<? extends @Nullable Object> values) {
    return with(name, new Labels(Collections.unmodifiableList(new ArrayList<>(values))));
  }

  private MixedTable with(String name, Column column) {
    if (columns.containsKey(name)) {
      throw new IllegalArgumentException("name: not that of another column, got '" + name + "'");
    }
    if (!columns.isEmpty() && column.rows() != rows()) {
      throw new IllegalArgumentException(
          "values: one for each of " + rows() + " rows, got " + column.rows());
    }
    Map<String, Column> more = new LinkedHashMap<>(columns);
    more.put(name, column);
    return new MixedTable(more);
  }

  /**
   * Returns the names of the columns.
   *
   * @return the names, each once
   */
  public List<String> columns() {
    return List.copyOf(columns.keySet());
  }

  /**
   * Returns the number of rows.
   *
   * @return the number of rows, 0 where there is no column
   */
  public int rows() {
    return columns.isEmpty() ? 0 : columns.values().iterator().next().rows();
  }

  /**
   * Tells whether a column holds numbers.
   *
   * @param name its name
   * @return whether it holds numbers, not labels
   * @throws IllegalArgumentException if there is no such column
   */
  public boolean isNumbers(String name) {
    return column(name) instanceof Numbers;
  }

  /**
   * Returns the numbers of a column.
   *
   * @param name its name
   * @return the number of each row, not finite where it is missing; a copy
   * @throws IllegalArgumentException if there is no such column or it holds labels
   */
  public double[] numbers(String name) {
    if (column(name) instanceof Numbers numbers) {
      return numbers.values().clone();
    }
    throw new IllegalArgumentException("name: a column of numbers, got '" + name + "'");
  }

  /**
   * Returns the labels of a column.
   *
   * @param name its name
   * @return the label of each row, null where it is missing
   * @throws IllegalArgumentException if there is no such column or it holds numbers
   */
  public List<@Nullable Object> labels(String name) {
    if (column(name) instanceof Labels labels) {
      return labels.values();
    }
    throw new IllegalArgumentException("name: a column of labels, got '" + name + "'");
  }

  /**
   * Checks that this table, the current one, has the columns of another.
   *
   * @throws IllegalArgumentException if the columns or their kinds are others
   */
  void requireLike(MixedTable reference) {
    if (!columns().equals(reference.columns())) {
      throw new IllegalArgumentException(
          "current: the columns of the reference, " + reference.columns() + ", got " + columns());
    }
    reference.columns.forEach(
        (name, column) -> {
          if (column(name).getClass() != column.getClass()) {
            throw new IllegalArgumentException(
                "current: columns of the kinds of the reference, got another in '" + name + "'");
          }
        });
  }

  /** Returns a column. */
  Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException(
          "name: one of " + columns.keySet() + ", got '" + name + "'");
    }
    return column;
  }

  /**
   * Tells whether there is a column of numbers.
   *
   * @param name the name of the column
   * @return whether there is one of this name, and it holds numbers
   */
  public boolean isNumeric(String name) {
    return columns.get(name) instanceof Numbers;
  }

  /** Returns the labels of a column, in the order in which they first occur. */
  List<Object> distinctLabels(String name) {
    return columns.get(name) instanceof Labels labels
        ? labels.values().stream().<Object>mapMulti(MixedTable::present).distinct().toList()
        : List.of();
  }

  private static void present(@Nullable Object label, Consumer<Object> to) {
    if (label != null) {
      to.accept(label);
    }
  }

  /** Returns the table of some rows. */
  MixedTable rows(int[] rows) {
    Map<String, Column> some = new LinkedHashMap<>();
    columns.forEach((name, column) -> some.put(name, column.rows(rows)));
    return new MixedTable(some);
  }

  /** Returns the columns by their names, in their order. */
  Map<String, Column> values() {
    return columns;
  }
}
