package io.github.anomalydata.cli.drift;

import io.github.anomalydata.cli.CsvHeader;
import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.exchange.Csv;
import io.github.anomalydata.exchange.CsvOptions;
import io.github.anomalydata.exchange.CsvTable;
import io.github.anomalydata.exchange.Npy;
import io.github.anomalydata.exchange.NumericArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A file of numbers: rows are time, columns are variables. */
final class DriftTable {
  private final Path file;
  private final CsvTable table;

  private DriftTable(Path file, CsvTable table) {
    this.file = file;
    this.table = table;
  }

  /** Reads a file whose name ends in .csv or .npy. */
  static DriftTable read(String option, Path file) throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      CsvOptions options =
          CsvOptions.withDefaults().with(CsvHeader.of(file)).with(CsvOptions.MissingValues.NAN);
      return new DriftTable(file, Csv.read(file, options));
    }
    if (name.endsWith(".npy")) {
      return new DriftTable(file, CsvTable.unnamed(matrix(file, Npy.read(file))));
    }
    throw new IllegalArgumentException(option + ": a file that ends in .csv or .npy, got " + file);
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

  List<String> columns() {
    return table.columns();
  }

  int rows() {
    return table.rows();
  }

  /**
   * Returns the values of a column.
   *
   * @param ignore whether NaN and infinity are left out, and not refused
   */
  double[] column(int column, boolean ignore) throws DataFileException {
    double[] values = table.column(column);
    if (ignore) {
      return Arrays.stream(values).filter(Double::isFinite).toArray();
    }
    for (int row = 0; row < values.length; row++) {
      if (!Double.isFinite(values[row])) {
        throw new DataFileException(
            file,
            "row " + (row + 1) + ", column '" + columns().get(column) + "'",
            "a finite number, or --missing ignore",
            String.valueOf(values[row]));
      }
    }
    return values;
  }

  /**
   * Returns the rows.
   *
   * @param ignore whether rows with NaN or infinity are left out, and not refused
   */
  double[][] matrix(boolean ignore) throws DataFileException {
    double[][] byColumn = new double[columns().size()][];
    for (int k = 0; k < byColumn.length; k++) {
      byColumn[k] = ignore ? table.column(k) : column(k, false);
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
