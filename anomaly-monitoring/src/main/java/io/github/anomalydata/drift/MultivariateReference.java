package io.github.anomalydata.drift;

import io.github.anomalydata.internal.simd.Panels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The rows of a reference, prepared once for comparison with any number of samples. */
final class MultivariateReference {
  /** Squares of numbers up to this, and sums of these, are floats. */
  private static final double FARTHEST = 1e15;

  private final Rows rows;
  private final List<Series> columns;
  private final double[] centre;
  private final double scale;
  private final Panels panels;

  MultivariateReference(Rows rows) {
    this.rows = rows;
    this.columns = series(rows);
    this.centre = columns.stream().mapToDouble(column -> column.quantile(0.5)).toArray();
    double spread = spread(rows, centre);
    this.scale = spread > 0 ? 1 / spread : 1;
    this.panels = Panels.of(rows.values(), rows.columns(), centre, scale);
  }

  static List<Series> series(Rows rows) {
    return IntStream.range(0, rows.columns()).mapToObj(k -> series(rows, k)).toList();
  }

  private static Series series(Rows rows, int column) {
    return Series.of("column " + column, rows.column(column));
  }

  /** Returns the mean distance of a value from the median of its column. */
  private static double spread(Rows rows, double[] centre) {
    double sum = 0;
    for (int i = 0; i < rows.values().length; i++) {
      sum += Math.abs(rows.values()[i] - centre[i % centre.length]) / rows.values().length;
    }
    return sum;
  }

  Rows rows() {
    return rows;
  }

  /** Returns the columns, each in the order of time. */
  List<Series> columns() {
    return columns;
  }

  /** Returns the rows in single precision. */
  Panels panels() {
    return panels;
  }

  /** Returns the factors of squared distances of packed rows. */
  double[] packed(Kernel.Gaussian kernel) {
    return kernel.gammas().stream().mapToDouble(gamma -> gamma / scale / scale).toArray();
  }

  /** Returns rows in single precision as those of the reference are. */
  Panels panels(Rows current) {
    double[] values = current.values();
    for (int from = 0; from < values.length; from += centre.length) {
      for (int k = 0; k < centre.length; k++) {
        double value = values[from + k];
        if (!(Math.abs(value - centre[k]) * scale < FARTHEST)) {
          throw new IllegalArgumentException(
              "current: within 1e15 mean deviations of the medians of the reference, got "
                  + value
                  + " at row "
                  + from / centre.length
                  + ", column "
                  + k);
        }
      }
    }
    return Panels.of(current.values(), current.columns(), centre, scale);
  }

  /** Returns the rows without a column. */
  MultivariateReference without(int column) {
    return new MultivariateReference(rows.without(column));
  }

  /** Checks the shape of a sample. */
  Rows requireAlike(Rows current) {
    if (current.count() > 0 && current.columns() != rows.columns()) {
      throw new IllegalArgumentException(
          "current: the " + rows.columns() + " columns of the reference, got " + current.columns());
    }
    return current;
  }

  /** Returns the blocks to permute: those of the column whose blocks are longest. */
  Blocks blocks(Dependence dependence, Rows current) {
    if (dependence instanceof Dependence.Blocks) {
      return Blocks.of(dependence, columns.get(0), columns.get(0));
    }
    Blocks longest = Blocks.NONE;
    for (int k = 0; k < current.columns(); k++) {
      Blocks blocks = Blocks.of(dependence, columns.get(k), series(current, k));
      boolean first = longest.notes().isEmpty() && !blocks.notes().isEmpty();
      if (first || blocks.isLonger(longest)) {
        List<String> notes = new ArrayList<>();
        for (String note : blocks.notes()) {
          notes.add("column " + k + ": " + note);
        }
        longest = new Blocks(blocks.length(), blocks.widening(), blocks.independent(), notes);
      }
    }
    return longest;
  }
}
