package io.github.anomalydata.cli.drift;

import io.github.anomalydata.cli.CsvHeader;
import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.data.NumericTable;
import io.github.anomalydata.drift.MixedTable;
import io.github.anomalydata.exchange.Csv;
import io.github.anomalydata.exchange.CsvOptions;
import io.github.anomalydata.exchange.CsvTable;
import io.github.anomalydata.exchange.CsvTextTable;
import io.github.anomalydata.exchange.Npy;
import io.github.anomalydata.exchange.NumericArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file of columns of numbers or text; rows are time. */
final class DriftTable {
  /** The columns of a file. */
  private interface Columns {
    List<String> names();

    int rows();

    boolean isText(int column);

    double[] numbers(int column);

    List<@Nullable String> labels(int column);
  }

  private record OfNumbers(NumericTable table) implements Columns {
    @Override
    public List<String> names() {
      return table.columns();
    }

    @Override
    public int rows() {
      return table.rows();
    }

    @Override
    public boolean isText(int column) {
      return false;
    }

    @Override
    public double[] numbers(int column) {
      return table.column(column);
    }

    /** Whole numbers are written without a point. */
    @Override
    public List<@Nullable String> labels(int column) {
      return Arrays.stream(numbers(column))
          .<@Nullable String>mapToObj(
              value ->
                  Double.isFinite(value)
                      ? String.valueOf(value + 0.0).replaceFirst("\\.0$", "")
                      : null)
          .toList();
    }
  }

  private record OfText(CsvTextTable table) implements Columns {
    @Override
    public List<String> names() {
      return table.columns();
    }

    @Override
    public int rows() {
      return table.rows();
    }

    @Override
    public boolean isText(int column) {
      return !table.isNumeric(column);
    }

    @Override
    public double[] numbers(int column) {
      return table.numbers(column);
    }

    @Override
    public List<@Nullable String> labels(int column) {
      return isText(column)
          ? table.labels(column)
          : new OfNumbers(CsvTable.unnamed(vector(numbers(column)))).labels(0);
    }

    private static NumericArray vector(double[] values) {
      return NumericArray.of(values, values.length, 1);
    }
  }

  private final Path file;
  private final Columns columns;

  private DriftTable(Path file, Columns columns) {
    this.file = file;
    this.columns = columns;
  }

  /** Reads a file whose name ends in .csv or .npy. */
  static DriftTable read(String option, Path file) throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return new DriftTable(file, csv(file));
    }
    if (name.endsWith(".npy")) {
      return new DriftTable(file, new OfNumbers(CsvTable.unnamed(matrix(file, Npy.read(file)))));
    }
    throw new IllegalArgumentException(option + ": a file that ends in .csv or .npy, got " + file);
  }

  /** Numbers alone take an eighth of the memory of text. */
  private static Columns csv(Path file) throws IOException {
    CsvOptions options =
        CsvOptions.withDefaults().with(CsvHeader.of(file)).with(CsvOptions.MissingValues.NAN);
    try {
      return new OfNumbers(Csv.read(file, options));
    } catch (DataFileException e) {
      // Not numbers, or not a table: then this fails as well, and says why.
      return new OfText(Csv.readText(file, options));
    }
  }

  private static NumericArray matrix(Path file, NumericArray array) throws DataFileException {
    int[] shape = array.shape();
    if (shape.length < 1 || shape.length > 2) {
      throw new DataFileException(
          file, "", "[rows] or [rows, columns]", "shape " + Arrays.toString(shape));
    }
    try {
      return NumericArray.of(array.doubles(), shape[0], shape.length == 1 ? 1 : shape[1]);
    } catch (ArithmeticException e) {
      DataFileException error =
          new DataFileException(
              file, "", "numbers that float64 holds exactly", String.valueOf(e.getMessage()));
      error.initCause(e);
      throw error;
    }
  }

  /** Returns the name of the file, without its folders. */
  String name() {
    return String.valueOf(file.getFileName());
  }

  List<String> columns() {
    return columns.names();
  }

  int rows() {
    return columns.rows();
  }

  /** Tells whether a column holds text that is no number. */
  boolean isText(int column) {
    return columns.isText(column);
  }

  /** Returns a column of numbers, NaN where one is missing. */
  double[] numbers(int column) {
    return columns.numbers(column);
  }

  /** Returns a column as labels, null where one is missing. */
  List<@Nullable String> labels(int column) {
    return columns.labels(column);
  }

  /**
   * Refuses missing values.
   *
   * @param others which policies would not, blank for none
   */
  void requireComplete(String others) throws DataFileException {
    String remedy = others.isBlank() ? "" : ", or --missing " + others;
    for (int column = 0; column < columns().size(); column++) {
      boolean text = isText(column);
      double[] numbers = text ? new double[0] : numbers(column);
      List<@Nullable String> labels = text ? labels(column) : List.of();
      for (int row = 0; row < rows(); row++) {
        if (text ? labels.get(row) == null : !Double.isFinite(numbers[row])) {
          throw new DataFileException(
              file,
              "row " + (row + 1) + ", column '" + columns().get(column) + "'",
              "a " + (text ? "label" : "finite number") + remedy,
              text ? "none" : String.valueOf(numbers[row]));
        }
      }
    }
  }

  /**
   * Returns the columns for a test of all together.
   *
   * @param labels the columns whose values are labels
   */
  MixedTable mixed(List<Integer> labels) {
    MixedTable mixed = MixedTable.empty();
    for (int column = 0; column < columns().size(); column++) {
      String name = columns().get(column);
      mixed =
          labels.contains(column)
              ? mixed.withLabels(name, labels(column))
              : mixed.withNumbers(name, numbers(column));
    }
    return mixed;
  }

  /** Returns the rows of numbers that are all finite. */
  double[][] completeRows() {
    double[][] byColumn = new double[columns().size()][];
    for (int column = 0; column < byColumn.length; column++) {
      byColumn[column] = numbers(column);
    }
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < rows(); i++) {
      int row = i;
      double[] values = Arrays.stream(byColumn).mapToDouble(column -> column[row]).toArray();
      if (Arrays.stream(values).allMatch(Double::isFinite)) {
        rows.add(values);
      }
    }
    return rows.toArray(double[][]::new);
  }
}
