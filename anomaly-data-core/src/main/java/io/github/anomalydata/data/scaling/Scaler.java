package io.github.anomalydata.data.scaling;

import io.github.anomalydata.data.NumericTable;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How to scale the columns of a table, to be fitted on training data.
 *
 * <p>Every method is an affine map of each column, {@code (x - offset) * scale}, fitted on all rows
 * or on each group of rows by itself (the operating conditions of an engine):
 *
 * <table>
 * <caption>Methods</caption>
 * <tr><th>factory<th>offset<th>scale<th>reference
 * <tr><td>{@link #standard()}<td>mean<td>1 / population standard deviation
 *     <td>scikit-learn StandardScaler
 * <tr><td>{@link #minMax}<td>moves the minimum to {@code low}<td>(high - low) / (max - min)
 *     <td>scikit-learn MinMaxScaler
 * <tr><td>{@link #robust}<td>median<td>1 / (upper quantile - lower quantile), linear interpolation
 *     <td>scikit-learn RobustScaler
 * </table>
 *
 * <p>A near-constant column, within its group, becomes 0 and is reported with a warning: divided by
 * its tiny spread, a sensor's last digit would turn into noise of several standard deviations. A
 * column is near-constant if
 *
 * <ul>
 *   <li>its range is at most {@link #withMinimumRelativeRange} of its largest magnitude, which is
 *       rounding; or
 *   <li>one value holds at least {@link #withMaximumModeShare} of the rows, as sensor 6 of FD001
 *       does with 98 % of its rows at 21.61 and the rest at 21.60; or
 *   <li>the spread the method divides by is 0.
 * </ul>
 */
public final class Scaler {
  private static final Logger LOGGER = LoggerFactory.getLogger(Scaler.class);

  private final ScalingMethod method;
  private final double minimumRelativeRange;
  private final double maximumModeShare;

  private Scaler(ScalingMethod method, double minimumRelativeRange, double maximumModeShare) {
    this.method = method;
    this.minimumRelativeRange = minimumRelativeRange;
    this.maximumModeShare = maximumModeShare;
  }

  private static Scaler of(ScalingMethod method) {
    return new Scaler(method, 1e-9, 0.95);
  }

  /**
   * Returns a scaler to mean 0 and standard deviation 1.
   *
   * <p>Defaults: {@link #withMinimumRelativeRange minimum relative range} 1e-9, {@link
   * #withMaximumModeShare maximum mode share} 0.95.
   *
   * @return the scaler
   */
  public static Scaler standard() {
    return of(new ScalingMethod.Standard());
  }

  /**
   * Returns a scaler of the training range to {@code [low, high]}; later values may lie outside.
   *
   * <p>Defaults as for {@link #standard()}.
   *
   * @param low what the minimum becomes
   * @param high what the maximum becomes
   * @return the scaler
   * @throws IllegalArgumentException if {@code low} is not below {@code high}, or one is not finite
   */
  public static Scaler minMax(double low, double high) {
    return of(new ScalingMethod.MinMax(low, high));
  }

  /**
   * Returns a scaler to median 0 and interquartile range 1.
   *
   * <p>Defaults as for {@link #standard()}.
   *
   * @return the scaler
   */
  public static Scaler robust() {
    return robust(0.25, 0.75);
  }

  /**
   * Returns a scaler to median 0 and distance 1 between two quantiles.
   *
   * @param lower the probability of the lower quantile
   * @param upper the probability of the upper quantile
   * @return the scaler
   * @throws IllegalArgumentException if not {@code 0 <= lower < upper <= 1}
   */
  public static Scaler robust(double lower, double upper) {
    return of(new ScalingMethod.Robust(lower, upper));
  }

  /**
   * Returns this scaler with another bound for the range of a near-constant column.
   *
   * @param fraction the fraction of the largest magnitude, at least 0
   * @return the new scaler
   * @throws IllegalArgumentException if the fraction is negative or not finite
   */
  public Scaler withMinimumRelativeRange(double fraction) {
    if (!(fraction >= 0 && fraction < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "minimumRelativeRange: at least 0 and finite, got " + fraction);
    }
    return new Scaler(method, fraction, maximumModeShare);
  }

  /**
   * Returns this scaler with another bound for the commonest value of a near-constant column.
   *
   * @param share the share of the rows, above 0.5; above 1 to turn the rule off
   * @return the new scaler
   * @throws IllegalArgumentException if the share is not above 0.5
   */
  public Scaler withMaximumModeShare(double share) {
    if (!(share > 0.5)) {
      throw new IllegalArgumentException("maximumModeShare: above 0.5, got " + share);
    }
    return new Scaler(method, minimumRelativeRange, share);
  }

  /**
   * Fits on all rows of a table.
   *
   * @param table the training data
   * @return the fitted scaler, of one group
   * @throws IllegalArgumentException if the table has no rows, a value is NaN or infinite, or the
   *     spread of a column overflows
   */
  public FittedScaler fit(NumericTable table) {
    return fit(table, new int[table.rows()], 1);
  }

  /**
   * Fits on each group of rows by itself.
   *
   * @param table the training data
   * @param groupOfRow the group of each row, in {@code [0, groups)}
   * @param groups the number of groups
   * @return the fitted scaler
   * @throws IllegalArgumentException if a group has no rows, a row has no group, a value is NaN or
   *     infinite, or the spread of a column overflows
   */
  public FittedScaler fit(NumericTable table, int[] groupOfRow, int groups) {
    int[] sizes = groupSizes(table, groupOfRow, groups);
    List<String> columns = table.columns();
    double[][] offset = new double[groups][columns.size()];
    double[][] scale = new double[groups][columns.size()];
    Workers.run(
        columns.size(),
        Runtime.getRuntime().availableProcessors(),
        ForkJoinPool.commonPool(),
        () -> {
          double[][] room = new double[groups][];
          Arrays.setAll(room, group -> new double[groups == 1 ? 0 : sizes[group]]);
          return column -> {
            double[] values = table.column(column);
            requireFinite(columns.get(column), values);
            fit(columns.get(column), byGroup(values, groupOfRow, room), column, offset, scale);
          };
        });
    warnOfConstants(columns, scale);
    return new FittedScaler(method, columns, offset, scale, table.rows());
  }

  /** Fits a column; its scale is 0 in the groups in which it does not vary. */
  private void fit(
      String name, double[][] byGroup, int column, double[][] offset, double[][] scale) {
    for (int group = 0; group < byGroup.length; group++) {
      double[] map = method.fit(byGroup[group]);
      if (!(map[1] > 0)) {
        throw new IllegalArgumentException(
            "table: values of a finite spread to fit on, got column '" + name + "'");
      }
      boolean varies = map[1] < Double.POSITIVE_INFINITY && !isNearConstant(byGroup[group]);
      offset[group][column] = varies ? map[0] : 0;
      scale[group][column] = varies ? map[1] : 0;
    }
  }

  private static void warnOfConstants(List<String> columns, double[][] scale) {
    int groups = scale.length;
    List<String> constant = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      int column = i;
      long found = Arrays.stream(scale).filter(group -> group[column] == 0).count();
      if (found > 0) {
        String where = groups == 1 ? "" : " (" + found + " of " + groups + " groups)";
        constant.add(columns.get(column) + where);
      }
    }
    if (!constant.isEmpty()) {
      LOGGER.warn("Near-constant in the training data, scaled to 0: {}", constant);
    }
  }

  private static int[] groupSizes(NumericTable table, int[] groupOfRow, int groups) {
    Require.atLeast("groups", groups, 1);
    if (groupOfRow.length != table.rows()) {
      throw new IllegalArgumentException(
          "groupOfRow: one group for each of " + table.rows() + " rows, got " + groupOfRow.length);
    }
    int[] sizes = new int[groups];
    for (int row = 0; row < groupOfRow.length; row++) {
      if (groupOfRow[row] < 0 || groupOfRow[row] >= groups) {
        throw new IllegalArgumentException(
            "groupOfRow: in [0, " + groups + "), got " + groupOfRow[row] + " at row " + row);
      }
      sizes[groupOfRow[row]]++;
    }
    for (int group = 0; group < groups; group++) {
      if (sizes[group] == 0) {
        throw new IllegalArgumentException(
            "table: at least one row to fit group " + group + " on, got none");
      }
    }
    return sizes;
  }

  private static void requireFinite(String column, double[] values) {
    for (int row = 0; row < values.length; row++) {
      if (!(Math.abs(values[row]) < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "table: finite values to fit on, got "
                + values[row]
                + " at row "
                + row
                + " of column '"
                + column
                + "'");
      }
    }
  }

  /** Returns the values of each group, in arrays that are used again for every column. */
  private static double[][] byGroup(double[] values, int[] groupOfRow, double[][] room) {
    if (room.length == 1) {
      return new double[][] {values};
    }
    int[] filled = new int[room.length];
    for (int row = 0; row < values.length; row++) {
      int group = groupOfRow[row];
      room[group][filled[group]++] = values[row];
    }
    return room;
  }

  private boolean isNearConstant(double[] values) {
    double min = values[0];
    double max = values[0];
    for (double value : values) {
      min = value < min ? value : min;
      max = value > max ? value : max;
    }
    return max - min <= minimumRelativeRange * Math.max(Math.abs(min), Math.abs(max))
        || hasMode(values);
  }

  /** Whether one value holds at least the maximum mode share of all rows. */
  private boolean hasMode(double[] values) {
    // A mode leaves at most rest rows to others, so that at most rest pairs of neighbours differ.
    // Most columns have far more, and counting them takes no branch that could be mispredicted.
    double least = Math.ceil(maximumModeShare * values.length);
    double rest = values.length - least;
    int different = 0;
    for (int i = 1; i < values.length; i += 2) {
      different += values[i] == values[i - 1] ? 0 : 1;
    }
    if (different > rest) {
      return false;
    }
    // A value that holds more than half of the rows is the last one standing when every row votes
    // for its own value and against all others (Boyer and Moore's majority vote).
    double candidate = values[0];
    int votes = 0;
    for (double value : values) {
      candidate = votes == 0 ? value : candidate;
      votes += value == candidate ? 1 : -1;
    }
    int count = 0;
    for (double value : values) {
      count += value == candidate ? 1 : 0;
    }
    return count >= least;
  }
}
