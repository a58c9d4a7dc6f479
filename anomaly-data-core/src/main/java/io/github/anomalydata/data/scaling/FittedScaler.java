package io.github.anomalydata.data.scaling;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.DoublePredicate;

/**
 * A scaler that was fitted: for each group and column an affine map {@code (x - offset) * scale},
 * computed in double precision.
 *
 * <p>Immutable and safe for use by several threads at once. NaN stays NaN, except in a
 * near-constant column, where every value becomes 0.
 */
@JsonAutoDetect(getterVisibility = Visibility.NONE, isGetterVisibility = Visibility.NONE)
public final class FittedScaler {
  private static final JsonDocument<FittedScaler> DOCUMENT =
      JsonDocument.of("anomaly-data/scaler", 1, FittedScaler.class);

  @JsonProperty private final ScalingMethod method;
  @JsonProperty private final List<String> columns;
  @JsonProperty private final int rows;
  @JsonProperty private final double[][] offset;
  @JsonProperty private final double[][] scale;

  FittedScaler(
      ScalingMethod method, List<String> columns, double[][] offset, double[][] scale, int rows) {
    this.method = method;
    this.columns = List.copyOf(columns);
    this.rows = rows;
    this.offset = offset;
    this.scale = scale;
  }

  @JsonCreator
  private static FittedScaler restore(
      @JsonProperty("method") ScalingMethod method,
      @JsonProperty("columns") List<String> columns,
      @JsonProperty("rows") int rows,
      @JsonProperty("offset") double[][] offset,
      @JsonProperty("scale") double[][] scale) {
    if (columns.isEmpty() || scale.length == 0 || offset.length != scale.length || rows < 1) {
      throw new IllegalArgumentException(
          "at least one column, group and row, got "
              + columns.size()
              + " columns, "
              + offset.length
              + " and "
              + scale.length
              + " groups and "
              + rows
              + " rows");
    }
    if (Set.copyOf(columns).size() < columns.size()) {
      throw new IllegalArgumentException("columns: each once, got " + columns);
    }
    requireValues("offset", "finite", Double::isFinite, columns, offset);
    requireValues(
        "scale",
        "finite, at least 0",
        value -> value >= 0 && Double.isFinite(value),
        columns,
        scale);
    return new FittedScaler(method, columns, offset, scale, rows);
  }

  private static void requireValues(
      String name, String rule, DoublePredicate test, List<String> columns, double[][] values) {
    for (int group = 0; group < values.length; group++) {
      if (values[group].length != columns.size()) {
        throw new IllegalArgumentException(
            name
                + " of group "
                + group
                + ": "
                + columns.size()
                + " values, got "
                + values[group].length);
      }
      for (double value : values[group]) {
        if (!test.test(value)) {
          throw new IllegalArgumentException(
              name + " of group " + group + ": " + rule + ", got " + value);
        }
      }
    }
  }

  /**
   * Returns the names of the columns it was fitted on.
   *
   * @return the names, in order
   */
  public List<String> columns() {
    return columns;
  }

  /**
   * Returns the number of groups it was fitted on.
   *
   * @return the number of groups, at least 1
   */
  public int groups() {
    return scale.length;
  }

  /**
   * Returns the number of rows it was fitted on.
   *
   * @return the number of rows
   */
  public int rows() {
    return rows;
  }

  /**
   * Tells whether a column was near-constant in the training data, so that it is scaled to 0.
   *
   * @param group the group
   * @param column the column's index
   * @return true if it was
   * @throws IndexOutOfBoundsException if there is no such group or column
   */
  public boolean isConstant(int group, int column) {
    return scale[group][column] == 0;
  }

  /**
   * Scales a value.
   *
   * @param group the group of its row
   * @param column the index of its column
   * @param value the value
   * @return the scaled value
   * @throws IndexOutOfBoundsException if there is no such group or column
   */
  public double apply(int group, int column, double value) {
    double factor = scale[group][column];
    return factor == 0 ? 0 : (value - offset[group][column]) * factor;
  }

  /**
   * Scales values of one column, all of one group.
   *
   * @param group the group of the rows
   * @param column the column's index
   * @param from the values
   * @param start the index of the first value
   * @param to where the scaled values go
   * @param at the index of the first scaled value
   * @param length the number of values
   * @throws IndexOutOfBoundsException if there is no such group or column, or an array is too short
   */
  public void apply(
      int group, int column, double[] from, int start, float[] to, int at, int length) {
    Objects.checkFromIndexSize(start, length, from.length);
    Objects.checkFromIndexSize(at, length, to.length);
    double shift = offset[group][column];
    double factor = scale[group][column];
    for (int i = 0; i < length; i++) {
      to[at + i] = factor == 0 ? 0f : (float) ((from[start + i] - shift) * factor);
    }
  }

  /**
   * Scales values of one column, each of its own group.
   *
   * @param groupOfRow the group of each row
   * @param firstRow the row of the first value
   * @param column the column's index
   * @param from the values
   * @param start the index of the first value
   * @param to where the scaled values go
   * @param at the index of the first scaled value
   * @param length the number of values
   * @throws IndexOutOfBoundsException if there is no such group or column, or an array is too short
   */
  public void apply(
      int[] groupOfRow,
      int firstRow,
      int column,
      double[] from,
      int start,
      float[] to,
      int at,
      int length) {
    Objects.checkFromIndexSize(firstRow, length, groupOfRow.length);
    Objects.checkFromIndexSize(start, length, from.length);
    Objects.checkFromIndexSize(at, length, to.length);
    double[] shifts = new double[groups()];
    double[] factors = new double[groups()];
    for (int group = 0; group < shifts.length; group++) {
      shifts[group] = offset[group][column];
      factors[group] = scale[group][column];
    }
    for (int i = 0; i < length; i++) {
      int group = groupOfRow[firstRow + i];
      double factor = factors[group];
      to[at + i] = factor == 0 ? 0f : (float) ((from[start + i] - shifts[group]) * factor);
    }
  }

  /**
   * Takes a scaled value back to its own unit.
   *
   * @param group the group of its row
   * @param column the index of its column
   * @param scaled the scaled value
   * @return the value
   * @throws IndexOutOfBoundsException if there is no such group or column
   * @throws IllegalStateException if the column was near-constant: its values are gone
   */
  public double invert(int group, int column, double scaled) {
    if (isConstant(group, column)) {
      throw new IllegalStateException(
          "column '"
              + columns.get(column)
              + "': near-constant in group "
              + group
              + ", its values cannot be taken back");
    }
    return scaled / scale[group][column] + offset[group][column];
  }

  /**
   * Returns this scaler for some of its columns.
   *
   * @param names the names of the columns to keep, at least one, in the order of the new scaler
   * @return the new scaler
   * @throws IllegalArgumentException if there are no names, or it was not fitted on one of them
   */
  public FittedScaler select(List<String> names) {
    if (names.isEmpty() || !columns.containsAll(names)) {
      throw new IllegalArgumentException("names: some of " + columns + ", got " + names);
    }
    int[] kept = names.stream().mapToInt(columns::indexOf).toArray();
    return new FittedScaler(method, names, select(offset, kept), select(scale, kept), rows);
  }

  private static double[][] select(double[][] values, int[] columns) {
    double[][] selected = new double[values.length][columns.length];
    for (int group = 0; group < values.length; group++) {
      for (int i = 0; i < columns.length; i++) {
        selected[group][i] = values[group][columns[i]];
      }
    }
    return selected;
  }

  /**
   * Saves the scaler as JSON.
   *
   * @param file the file, replaced if it exists
   * @throws IOException if the file cannot be written
   */
  public void save(Path file) throws IOException {
    DOCUMENT.write(file, this);
  }

  /**
   * Loads a scaler that was saved.
   *
   * @param file the file
   * @return the scaler
   * @throws DataFileException if the file is not a scaler of this version, or holds anything that
   *     is not known
   * @throws IOException if the file cannot be read
   */
  public static FittedScaler load(Path file) throws IOException {
    return DOCUMENT.read(file);
  }
}
