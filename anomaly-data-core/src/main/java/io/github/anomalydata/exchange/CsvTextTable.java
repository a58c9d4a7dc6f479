package io.github.anomalydata.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.anomalydata.internal.decimal.DecimalParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of text with named columns, as it stands in a CSV file; some columns may be numbers.
 *
 * @param columns the names of the columns, each once
 * @param fields the fields of each column, as many in each
 */
public record CsvTextTable(List<String> columns, List<List<String>> fields) {
  private static final Set<String> MISSING = Set.of("", "na", "nan", "+nan", "-nan");

  /**
   * Creates a table.
   *
   * @param columns the names of the columns, each once
   * @param fields the fields of each column, as many in each
   * @throws IllegalArgumentException if names are not different, or there is not a list of as many
   *     fields for each
   */
  public CsvTextTable {
    columns = List.copyOf(columns);
    fields = fields.stream().map(List::copyOf).toList();
    if (new HashSet<>(columns).size() < columns.size()) {
      throw new IllegalArgumentException("columns must be different, got " + columns);
    }
    if (fields.size() != columns.size() || fields.stream().map(List::size).distinct().count() > 1) {
      throw new IllegalArgumentException(
          "fields: as many in each of "
              + columns.size()
              + " columns, got "
              + fields.stream().map(List::size).toList());
    }
  }

  /**
   * Returns the number of rows.
   *
   * @return the number of rows, 0 or more
   */
  public int rows() {
    return fields.isEmpty() ? 0 : fields.get(0).size();
  }

  /** Tells whether a field is what {@link CsvOptions.MissingValues} calls missing. */
  static boolean isMissing(String field) {
    return field.length() <= 4 && MISSING.contains(field.toLowerCase(Locale.ROOT));
  }

  private static double number(String field) {
    byte[] bytes = field.getBytes(UTF_8);
    return DecimalParser.parse(bytes, 0, bytes.length);
  }

  /**
   * Tells whether all fields of a column are numbers or missing.
   *
   * @param column the column's index
   * @return whether {@link #numbers} are all of it
   * @throws IndexOutOfBoundsException if there is no such column
   */
  public boolean isNumeric(int column) {
    return fields.get(column).stream()
        .allMatch(field -> isMissing(field) || !Double.isNaN(number(field)));
  }

  /**
   * Returns a column as numbers.
   *
   * @param column the column's index
   * @return a new array, NaN where a field is missing
   * @throws IndexOutOfBoundsException if there is no such column
   * @throws NumberFormatException if a field is neither missing nor a number in the range of a
   *     double; names the row, from 1, and the field
   */
  public double[] numbers(int column) {
    List<String> texts = fields.get(column);
    double[] numbers = new double[texts.size()];
    for (int row = 0; row < numbers.length; row++) {
      numbers[row] = number(texts.get(row));
      if (Double.isNaN(numbers[row]) && !isMissing(texts.get(row))) {
        throw new NumberFormatException(
            "row " + (row + 1) + ": a number, got " + Excerpt.quote(texts.get(row)));
      }
    }
    return numbers;
  }

  /**
   * Returns a column as labels.
   *
   * @param column the column's index
   * @return a new list, null where a field is missing
   * @throws IndexOutOfBoundsException if there is no such column
   */
  public List<@Nullable String> labels(int column) {
    Objects.checkIndex(column, fields.size());
    List<@Nullable String> labels = new ArrayList<>();
    for (String field : fields.get(column)) {
      labels.add(isMissing(field) ? null : field);
    }
    return labels;
  }
}
