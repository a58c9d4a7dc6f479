package io.github.anomalydata.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.decimal.DecimalParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Reads one CSV table from a stream. */
final class CsvReader {
  private static final int MAX_LABELS = 1 << 16;

  private final String file;
  private final CsvOptions options;
  private final CsvTokenizer tokens;
  private double[] values = new double[1024];
  private int count;

  CsvReader(InputStream in, String file, CsvOptions options) throws IOException {
    this.file = file;
    this.options = options;
    this.tokens = new CsvTokenizer(in, file, options);
  }

  CsvTable read() throws IOException {
    List<String> columns = columns();
    Shape shape = read(columns, column -> add(number()));
    NumericArray array =
        NumericArray.of(Arrays.copyOf(values, count), shape.rows(), shape.columns());
    return columns.isEmpty() ? CsvTable.unnamed(array) : new CsvTable(columns, array);
  }

  CsvTextTable readText() throws IOException {
    List<String> columns = columns();
    List<List<String>> fields = new ArrayList<>();
    columns.forEach(name -> fields.add(new ArrayList<>()));
    // A label comes in many rows, and is kept once.
    Map<String, String> labels = new HashMap<>();
    Shape shape =
        read(
            columns,
            column -> {
              if (column == fields.size()) {
                fields.add(new ArrayList<>());
              }
              String text = unicode();
              String kept = labels.size() < MAX_LABELS ? labels.putIfAbsent(text, text) : null;
              fields.get(column).add(kept == null ? text : kept);
            });
    return new CsvTextTable(
        columns.isEmpty()
            ? IntStream.range(0, shape.columns()).mapToObj(Integer::toString).toList()
            : columns,
        fields);
  }

  private record Shape(int rows, int columns) {}

  /** What becomes of the current field. */
  @FunctionalInterface
  private interface Field {
    void take(int column) throws IOException;
  }

  private List<String> columns() throws IOException {
    return options.header() == CsvOptions.Header.FIRST_LINE ? header() : List.of();
  }

  private Shape read(List<String> columns, Field field) throws IOException {
    int width = columns.size();
    int rows = 0;
    long blankLine = 0;
    while (tokens.next()) {
      if (tokens.isBlankLine()) {
        blankLine = blankLine == 0 ? tokens.line() : blankLine;
        continue;
      }
      if (blankLine > 0) {
        throw new DataFileException(
            file, "line " + blankLine, "a row or the end of the file", "an empty line");
      }
      if (rows == 0 && columns.isEmpty()) {
        width = tokens.column();
      }
      boolean last = tokens.endsRecord();
      if (tokens.column() > width || (last && tokens.column() < width)) {
        String found = last ? tokens.column() + " fields" : "more";
        throw new DataFileException(
            file, "line " + tokens.line(), "a row of " + width + " fields", found);
      }
      field.take(tokens.column() - 1);
      rows += last ? 1 : 0;
    }
    return new Shape(rows, width);
  }

  private List<String> header() throws IOException {
    Set<String> names = new LinkedHashSet<>();
    do {
      if (!tokens.next() || tokens.isBlankLine()) {
        throw new DataFileException(
            file, "line " + tokens.line(), "a line of column names", "none");
      }
      String name = unicode();
      if (!names.add(name)) {
        throw tokens.error("column names that differ", Excerpt.quote(name) + " again");
      }
    } while (!tokens.endsRecord());
    return new ArrayList<>(names);
  }

  private String unicode() throws DataFileException {
    int length = tokens.to() - tokens.from();
    try {
      return UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(tokens.buffer(), tokens.from(), length))
          .toString();
    } catch (CharacterCodingException e) {
      throw tokens.error("text in UTF-8", Excerpt.quote(text()));
    }
  }

  private double number() throws DataFileException {
    double value = DecimalParser.parse(tokens.buffer(), tokens.from(), tokens.to());
    if (!Double.isNaN(value)) {
      return value;
    }
    String text = text();
    if (!CsvTextTable.isMissing(text)) {
      throw tokens.error("a number in the range of a double", Excerpt.quote(text));
    }
    if (options.missingValues() == CsvOptions.MissingValues.REFUSE) {
      throw tokens.error("a number in every field", "the missing value " + Excerpt.quote(text));
    }
    return value;
  }

  private String text() {
    return new String(tokens.buffer(), tokens.from(), tokens.to() - tokens.from(), ISO_8859_1);
  }

  private void add(double value) throws DataFileException {
    if (count == values.length) {
      if (count == NumericArray.MAX_SIZE) {
        throw tokens.error("at most " + NumericArray.MAX_SIZE + " numbers", "more");
      }
      values = Arrays.copyOf(values, (int) Math.min(2L * count, NumericArray.MAX_SIZE));
    }
    values[count++] = value;
  }
}
