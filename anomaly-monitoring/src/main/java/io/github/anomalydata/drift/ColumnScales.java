package io.github.anomalydata.drift;

import java.util.ArrayList;
import java.util.List;

/**
 * What is taken off columns, and by what they are divided then.
 *
 * @param centres what is taken off each column; none where columns stay as they are
 * @param scales by what each is divided
 * @param notes which columns have no spread of their own
 */
record ColumnScales(double[] centres, double[] scales, List<String> notes) {

  /** Returns those of a reference. */
  static ColumnScales of(Scaling scaling, Rows reference) {
    if (scaling == Scaling.NONE) {
      return new ColumnScales(new double[0], new double[0], List.of());
    }
    int columns = reference.columns();
    double[] centres = new double[columns];
    double[] scales = new double[columns];
    List<String> notes = new ArrayList<>();
    for (int k = 0; k < columns; k++) {
      Series column = Series.of("column " + k, reference.column(k));
      boolean robust = scaling == Scaling.ROBUST;
      centres[k] = robust ? column.quantile(0.5) : column.mean();
      scales[k] = robust ? column.robustDeviation() : 0;
      if (!(scales[k] > 0)) {
        scales[k] = column.standardDeviation();
        if (robust && scales[k] > 0) {
          notes.add(note(k, "interquartile range", "its standard deviation"));
        }
      }
      if (!(scales[k] > 0)) {
        scales[k] = 1;
        notes.add(note(k, "spread", "1"));
      }
    }
    return new ColumnScales(centres, scales, notes);
  }

  private static String note(int column, String spread, String replacement) {
    return "the "
        + spread
        + " of column "
        + column
        + " of the reference is 0: "
        + replacement
        + " is its scale";
  }

  /**
   * Returns scaled rows.
   *
   * @throws IllegalArgumentException if a scaled value is 1e150 or more in magnitude
   */
  Rows of(String name, Rows rows) {
    if (scales.length == 0) {
      return rows;
    }
    double[] values = rows.values().clone();
    for (int i = 0; i < values.length; i++) {
      int column = i % scales.length;
      values[i] = (values[i] - centres[column]) / scales[column];
    }
    return Rows.checked(name + ", scaled", new Rows(values, rows.count(), rows.columns()));
  }
}
