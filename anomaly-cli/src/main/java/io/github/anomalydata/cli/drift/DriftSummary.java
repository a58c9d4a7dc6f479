package io.github.anomalydata.cli.drift;

import io.github.anomalydata.cli.TextTable;
import io.github.anomalydata.drift.DriftResult.Aspect;
import io.github.anomalydata.drift.DriftResult.Column;
import io.github.anomalydata.drift.TestResult.InsufficientData;
import io.github.anomalydata.drift.TestResult.Tested;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the tests of all columns say together. */
final class DriftSummary {
  private final String adjustment;
  private final double alpha;
  private final List<Column> columns;

  /**
   * Creates a report.
   *
   * @param columns the result of each test
   * @param adjustment by which method p-values are adjusted for their number
   * @param alpha the level of all columns together
   * @throws IllegalArgumentException if no column can be tested
   */
  DriftSummary(List<Column> columns, String adjustment, double alpha) {
    this.columns = columns;
    this.adjustment = adjustment;
    this.alpha = alpha;
    if (columns.stream().noneMatch(column -> column.result() instanceof Tested)) {
      Column first = columns.get(0);
      throw new IllegalArgumentException(
          "no column can be tested; the first, '"
              + first.name()
              + "': "
              + ((InsufficientData) first.result()).reason());
    }
  }

  List<Column> columns() {
    return columns;
  }

  String adjustment() {
    return adjustment;
  }

  private boolean isDrift(Column column) {
    return column.reject(alpha);
  }

  boolean isDrift() {
    return columns.stream().anyMatch(this::isDrift);
  }

  private static String label(Column column) {
    return column.name() + (column.aspect() == Aspect.MISSING ? " (missing)" : "");
  }

  void print(PrintWriter out) {
    TextTable table =
        new TextTable(
            "column", "statistic", "p-value", "by", "adjusted p", "effect size", "block", "drift");
    for (Column column : columns) {
      if (column.result() instanceof Tested tested) {
        table.row(
            label(column),
            format("%.6g", tested.statistic()),
            format("%.4g", tested.pValue()),
            kind(tested),
            format("%.4g", column.adjustedPValue()),
            format("%.4g", tested.effectSize()),
            tested.blockLength(),
            isDrift(column) ? "DRIFT" : "no");
      } else {
        table.row(label(column), "-", "-", "-", "-", "-", "-", "not tested");
      }
    }
    table.print(out);
    out.println();
    for (Column column : columns) {
      for (String note : notes(column)) {
        out.println(label(column) + ": " + note);
      }
    }
    List<String> drifted = columns.stream().filter(this::isDrift).map(DriftSummary::label).toList();
    out.println(
        (drifted.isEmpty() ? "No drift" : "Drift in " + String.join(", ", drifted))
            + format(", at a rate of false alarms of %s over all columns%s.", alpha, byMethod()));
  }

  private String byMethod() {
    return adjustment.equals("none") ? "" : " (" + adjustment + ")";
  }

  private static List<String> notes(Column column) {
    List<String> notes = new ArrayList<>();
    int missing = column.missingReference() + column.missingCurrent();
    if (missing > 0) {
      notes.add(
          missing
              + " missing values, "
              + column.missingReference()
              + " of the reference and "
              + column.missingCurrent()
              + " current ones");
    }
    if (column.result() instanceof Tested tested) {
      notes.addAll(tested.notes());
    } else if (column.result() instanceof InsufficientData insufficient) {
      notes.add("not tested: " + insufficient.reason());
    }
    return notes;
  }

  private static String kind(Tested tested) {
    return tested.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** Returns the result for machines. */
  List<Map<String, Object>> json() {
    List<Map<String, Object>> list = new ArrayList<>();
    for (Column column : columns) {
      Map<String, Object> json = new LinkedHashMap<>();
      json.put("name", column.name());
      json.put("aspect", column.aspect().name().toLowerCase(Locale.ROOT));
      json.put("test", column.result().test());
      json.put("tested", column.result() instanceof Tested);
      json.put("drift", isDrift(column));
      if (column.result() instanceof Tested tested) {
        json.put("statistic", tested.statistic());
        json.put("pValue", tested.pValue());
        json.put("adjustedPValue", column.adjustedPValue());
        json.put("holmPValue", column.holmPValue());
        json.put("kind", kind(tested));
        json.put("permutations", tested.permutations());
        json.put("effectSize", tested.effectSize());
        json.put("effect", tested.effect());
        json.put("blockLength", tested.blockLength());
        json.put("seconds", tested.elapsed().toNanos() / 1e9);
      }
      json.put("referenceSize", column.result().referenceSize());
      json.put("currentSize", column.result().currentSize());
      json.put("missingReference", column.missingReference());
      json.put("missingCurrent", column.missingCurrent());
      json.put("newCategories", counts(column.categories().appeared()));
      json.put("vanishedCategories", counts(column.categories().vanished()));
      json.put("notes", notes(column));
      list.add(json);
    }
    return list;
  }

  private static Map<String, Integer> counts(Map<Object, Integer> categories) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    categories.forEach((category, rows) -> counts.put(String.valueOf(category), rows));
    return counts;
  }

  private static String format(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
