package io.github.anomalydata.exchange;

import io.github.anomalydata.internal.io.AtomicFile;
import io.github.anomalydata.internal.io.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tables as CSV files: numbers, bit for bit what {@code numpy.loadtxt} and {@code pandas.read_csv}
 * read (pandas before 3.1 with {@code float_precision="round_trip"}).
 *
 * <p>Read are lines that end in LF or CRLF, UTF-8 with or without a byte order mark, fields in
 * double quotes (doubled inside), blanks around a field, numbers such as {@code -1}, {@code .5},
 * {@code 2.5E-3} and {@code inf}, each rounded to the nearest {@code double}. Every row must have
 * as many fields as the header, or as the first row if there is none. Empty lines may end the file
 * and stand nowhere else. A field is shorter than 65,536 bytes.
 *
 * <p>Written are lines that end in LF and each number with the fewest digits that read back as the
 * same one, in the form of Python's {@code repr}; NaN is {@code nan}. Truth values are 0 and 1.
 */
public final class Csv {
  private Csv() {}

  /**
   * Reads a file.
   *
   * @param path the file
   * @param options its form
   * @return the table, with values of type {@code float64}
   * @throws io.github.anomalydata.data.DataFileException if the header is missing or names a column
   *     twice, a row is longer or shorter than the first, a field is no number, or a value is
   *     missing and the options refuse that; the error names the line and the field
   * @throws IOException if the file cannot be read
   */
  public static CsvTable read(Path path, CsvOptions options) throws IOException {
    try (InputStream in = Files.newInputStream(InputFile.of(path))) {
      return read(in, path.toString(), options);
    }
  }

  /**
   * Reads a stream to its end; the stream stays open.
   *
   * @param in the stream
   * @param name what to call the stream in an error
   * @param options its form
   * @return the table, with values of type {@code float64}
   * @throws io.github.anomalydata.data.DataFileException if the header is missing or names a column
   *     twice, a row is longer or shorter than the first, a field is no number, or a value is
   *     missing and the options refuse that; the error names the line and the field
   * @throws IOException if the stream cannot be read
   */
  public static CsvTable read(InputStream in, String name, CsvOptions options) throws IOException {
    return new CsvReader(in, name, options).read();
  }

  /**
   * Reads a file whose columns may be text. What is missing is told by the table; the options'
   * treatment of missing values is not asked.
   *
   * @param path the file
   * @param options its form
   * @return the fields as they stand, without blanks or quotes around them
   * @throws io.github.anomalydata.data.DataFileException if the header is missing or names a column
   *     twice, a row is longer or shorter than the first, or a field is not UTF-8; the error names
   *     the line and the field
   * @throws IOException if the file cannot be read
   */
  public static CsvTextTable readText(Path path, CsvOptions options) throws IOException {
    try (InputStream in = Files.newInputStream(InputFile.of(path))) {
      return new CsvReader(in, path.toString(), options).readText();
    }
  }

  /**
   * Writes a file.
   *
   * @param path the file, replaced once the new one is whole; on failure it stays as it was
   * @param table the table
   * @param options its form
   * @throws IOException if the file cannot be written
   */
  public static void write(Path path, CsvTable table, CsvOptions options) throws IOException {
    AtomicFile.write(path, out -> write(out, table, options));
  }

  /**
   * Writes to a stream, which stays open and is not flushed.
   *
   * @param out the stream
   * @param table the table
   * @param options its form
   * @throws IOException if the stream cannot be written
   */
  public static void write(OutputStream out, CsvTable table, CsvOptions options)
      throws IOException {
    new CsvWriter(out, options).write(table);
  }
}
