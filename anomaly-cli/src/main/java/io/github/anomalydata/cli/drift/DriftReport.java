package io.github.anomalydata.cli.drift;

import io.github.anomalydata.cli.TextTable;
import io.github.anomalydata.drift.Holm;
import io.github.anomalydata.drift.TestResult;
import io.github.anomalydata.drift.TestResult.InsufficientData;
import io.github.anomalydata.drift.TestResult.Tested;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the tests of all columns say together. */
final class DriftReport {
  /**
   * The result of a column.
   *
   * @param adjusted the p-value adjusted by Holm's method, 1 where there is none
   * @param ignored the values left out, of both samples
   */
  private record Column(String name, TestResult result, double adjusted, int ignored) {}

  private final double alpha;
  private final List<Column> columns = new ArrayList<>();

  /**
   * Creates a report.
   *
   * @param names the name of each column
   * @param results the result of each
   * @param ignored the values left out of each
   * @param alpha the level of all columns together
   */
  DriftReport(List<String> names, List<TestResult> results, List<Integer> ignored, double alpha) {
    this.alpha = alpha;
    double[] adjusted =
        Holm.adjust(
            results.stream()
                .filter(Tested.class::isInstance)
                .mapToDouble(result -> ((Tested) result).pValue())
                .toArray());
    int tested = 0;
    for (int i = 0; i < names.size(); i++) {
      double p = results.get(i) instanceof Tested ? adjusted[tested++] : 1;
      columns.add(new Column(names.get(i), results.get(i), p, ignored.get(i)));
    }
    if (tested == 0) {
      throw new IllegalArgumentException(
          "no column can be tested; the first, '"
              + names.get(0)
              + "': "
              + ((InsufficientData) results.get(0)).reason());
    }
  }

  private boolean isDrift(Column column) {
    return column.result instanceof Tested && column.adjusted <= alpha;
  }

  boolean isDrift() {
    return columns.stream().anyMatch(this::isDrift);
  }

  void print(PrintWriter out) {
    TextTable table =
        new TextTable(
            "column", "statistic", "p-value", "by", "adjusted p", "effect size", "block", "drift");
    for (Column column : columns) {
      if (column.result instanceof Tested tested) {
        table.row(
            column.name,
            format("%.6g", tested.statistic()),
            format("%.4g", tested.pValue()),
            kind(tested),
            format("%.4g", column.adjusted),
            format("%.4g", tested.effectSize()),
            tested.blockLength(),
            isDrift(column) ? "DRIFT" : "no");
      } else {
        table.row(column.name, "-", "-", "-", "-", "-", "-", "not tested");
      }
    }
    table.print(out);
    out.println();
    for (Column column : columns) {
      for (String note : notes(column)) {
        out.println(column.name + ": " + note);
      }
    }
    List<String> drifted = columns.stream().filter(this::isDrift).map(Column::name).toList();
    out.println(
        (drifted.isEmpty() ? "No drift" : "Drift in " + String.join(", ", drifted))
            + format(
                ", at a rate of false alarms of %s over all columns (Holm).",
                String.valueOf(alpha)));
  }

  private static List<String> notes(Column column) {
    List<String> notes = new ArrayList<>();
    if (column.ignored > 0) {
      notes.add(column.ignored + " values that are not finite ignored");
    }
    if (column.result instanceof Tested tested) {
      notes.addAll(tested.notes());
    } else if (column.result instanceof InsufficientData insufficient) {
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
      json.put("name", column.name);
      json.put("test", column.result.test());
      json.put("tested", column.result instanceof Tested);
      json.put("drift", isDrift(column));
      if (column.result instanceof Tested tested) {
        json.put("statistic", tested.statistic());
        json.put("pValue", tested.pValue());
        json.put("adjustedPValue", column.adjusted);
        json.put("kind", kind(tested));
        json.put("permutations", tested.permutations());
        json.put("effectSize", tested.effectSize());
        json.put("effect", tested.effect());
        json.put("blockLength", tested.blockLength());
        json.put("seconds", tested.elapsed().toNanos() / 1e9);
      }
      json.put("referenceSize", column.result.referenceSize());
      json.put("currentSize", column.result.currentSize());
      json.put("ignored", column.ignored);
      json.put("notes", notes(column));
      list.add(json);
    }
    return list;
  }

  private static String format(String format, Object value) {
    return String.format(Locale.ROOT, format, value);
  }
}
