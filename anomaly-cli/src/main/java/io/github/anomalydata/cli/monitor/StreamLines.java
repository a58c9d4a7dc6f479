package io.github.anomalydata.cli.monitor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.decimal.DecimalParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads rows of numbers from lines of CSV as they come. */
final class StreamLines {
  private static final int LONGEST = 1 << 20;
  private static final String NAME = "standard input";
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final InputStream in;
  private final List<String> columns;
  private final int width;

  /** The field of each value. */
  private final int[] places;

  private int fields;
  private long line;
  private boolean started;

  /**
   * Prepares to read.
   *
   * @param in the stream, read byte by byte
   * @param columns the names of the columns to read; empty if lines hold nothing else
   * @param width the number of columns to read
   */
  StreamLines(InputStream in, List<String> columns, int width) {
    this.in = in;
    this.columns = columns;
    this.width = width;
    this.fields = width;
    this.places = new int[width];
    Arrays.setAll(places, k -> k);
  }

  /** Returns the number of the line that was read last, from 1. */
  long line() {
    return line;
  }

  /**
   * Reads the next row.
   *
   * @return the row, or nothing at the end
   * @throws DataFileException if the line is no row; the next call reads the one after it
   * @throws IOException if the first line names other columns, a line has no end, or the stream
   *     cannot be read
   */
  Optional<double[]> next() throws IOException {
    Optional<String> text = nextLine();
    if (text.isPresent() && !started) {
      started = true;
      List<String> cells = cells(text.get().replace(BYTE_ORDER_MARK, ""));
      if (cells.stream().allMatch(cell -> Double.isNaN(number(cell)))) {
        readHeader(cells);
        text = nextLine();
      } else {
        return Optional.of(row(cells));
      }
    }
    return text.isPresent() ? Optional.of(row(cells(text.get()))) : Optional.empty();
  }

  /** No later line can be understood where this one is not. */
  private void readHeader(List<String> names) throws IOException {
    if (columns.isEmpty()) {
      throw fatal("numbers, since the reference named no columns", names);
    }
    for (int k = 0; k < width; k++) {
      String name = columns.get(k);
      if (names.stream().filter(name::equals).count() != 1) {
        throw fatal("one column '" + name + "'", names);
      }
      places[k] = names.indexOf(name);
    }
    fields = names.size();
  }

  private IOException fatal(String rule, List<String> names) {
    String found = excerpt(String.join(",", names));
    return new IOException(error(rule, "'" + found + "'").getMessage());
  }

  private double[] row(List<String> cells) throws DataFileException {
    if (cells.size() != fields) {
      throw error(fields + (fields == 1 ? " field" : " fields"), String.valueOf(cells.size()));
    }
    double[] row = new double[width];
    for (int k = 0; k < width; k++) {
      row[k] = number(cells.get(places[k]));
      if (!Double.isFinite(row[k])) {
        throw error(
            "a finite number in field " + (places[k] + 1),
            "'" + excerpt(cells.get(places[k])) + "'");
      }
    }
    return row;
  }

  /** Returns NaN for what is no number. */
  private static double number(String cell) {
    byte[] bytes = cell.getBytes(ISO_8859_1);
    return DecimalParser.parse(bytes, 0, bytes.length);
  }

  private static String excerpt(String cell) {
    String shown = cell.replaceAll("\\p{Cntrl}", "?");
    return shown.length() > 40 ? shown.substring(0, 40) + "…" : shown;
  }

  /** Splits a line at commas outside of double quotes; blanks around a field go. */
  private List<String> cells(String text) throws DataFileException {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        // A quote doubled within quotes is one.
        if (!quoted && i > 0 && text.charAt(i - 1) == '"') {
          cell.append(c);
        }
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString().strip());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    if (quoted) {
      throw error("a quote that is closed", "'" + excerpt(text) + "'");
    }
    cells.add(cell.toString().strip());
    return cells;
  }

  private Optional<String> nextLine() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int next = in.read();
    if (next < 0) {
      return Optional.empty();
    }
    line++;
    while (next >= 0 && next != '\n') {
      if (bytes.size() == LONGEST) {
        throw new IOException(
            NAME + ": line " + line + ": expected at most " + LONGEST + " bytes, found more");
      }
      bytes.write(next);
      next = in.read();
    }
    String text = bytes.toString(UTF_8);
    return Optional.of(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
  }

  /** Returns what is said of the line that was read last. */
  DataFileException error(String rule, String found) {
    return new DataFileException(NAME, "line " + line, rule, found);
  }
}
