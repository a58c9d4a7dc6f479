package io.github.anomalydata.cli.feature;

import io.github.anomalydata.cli.CsvHeader;
import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.exchange.Csv;
import io.github.anomalydata.exchange.CsvOptions;
import io.github.anomalydata.exchange.CsvTable;
import io.github.anomalydata.exchange.Npy;
import io.github.anomalydata.exchange.NumericArray;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * The signals of a file.
 *
 * @param values the samples {@code [batch, channels, time]}, row by row
 * @param batch the number of windows
 * @param channels the names of the channels
 * @param time the samples of a signal
 */
record SignalFile(double[] values, int batch, List<String> channels, int time) {
  /**
   * Reads a file.
   *
   * @param nan whether a missing value of a CSV file is read as NaN
   */
  static SignalFile read(Path file, boolean nan) throws IOException {
    String name = file.toString().toLowerCase(Locale.ROOT);
    SignalFile signals;
    if (name.endsWith(".csv")) {
      signals = readCsv(file, nan);
    } else if (name.endsWith(".npy")) {
      signals = readNpy(file);
    } else {
      throw new IllegalArgumentException("IN: a file that ends in .csv or .npy, got " + file);
    }
    if (signals.values.length == 0) {
      throw new DataFileException(
          file,
          "",
          "at least one sample",
          "shape " + List.of(signals.batch, signals.channels.size(), signals.time));
    }
    return signals;
  }

  /** Columns are channels, rows are time. */
  private static SignalFile readCsv(Path file, boolean nan) throws IOException {
    CsvOptions options =
        CsvOptions.withDefaults()
            .with(CsvHeader.of(file))
            .with(nan ? CsvOptions.MissingValues.NAN : CsvOptions.MissingValues.REFUSE);
    CsvTable table = Csv.read(file, options);
    int channels = table.columns().size();
    double[] values = new double[channels * table.rows()];
    for (int channel = 0; channel < channels; channel++) {
      System.arraycopy(table.column(channel), 0, values, channel * table.rows(), table.rows());
    }
    return new SignalFile(values, 1, table.columns(), table.rows());
  }

  private static SignalFile readNpy(Path file) throws IOException {
    NumericArray array = Npy.read(file);
    int[] shape = array.shape();
    if (shape.length < 1 || shape.length > 3) {
      throw new DataFileException(
          file,
          "",
          "[time], [channels, time] or [batch, channels, time]",
          "rank " + shape.length + ", shape " + Arrays.toString(shape));
    }
    int channels = shape.length > 1 ? shape[shape.length - 2] : 1;
    List<String> names = IntStream.range(0, channels).mapToObj(String::valueOf).toList();
    return new SignalFile(
        doubles(file, array), shape.length == 3 ? shape[0] : 1, names, shape[shape.length - 1]);
  }

  private static double[] doubles(Path file, NumericArray array) throws DataFileException {
    try {
      return array.doubles();
    } catch (ArithmeticException e) {
      DataFileException error =
          new DataFileException(
              file, "", "numbers that float64 holds exactly", String.valueOf(e.getMessage()));
      error.initCause(e);
      throw error;
    }
  }
}
