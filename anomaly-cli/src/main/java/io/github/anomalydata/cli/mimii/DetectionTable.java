package io.github.anomalydata.cli.mimii;

import io.github.anomalydata.cli.TextTable;
import io.github.anomalydata.mimii.DetectionReport;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A report as a table for people and as JSON for machines. */
final class DetectionTable {
  private DetectionTable() {}

  static void print(DetectionReport report, PrintWriter out) {
    TextTable table =
        new TextTable("unit", "normal", "abnormal", "AUC", "pAUC(0.1)", "average precision");
    report.units().forEach(row -> add(row, table));
    if (report.machines().size() > 1) {
      report.machines().forEach(row -> add(row, table));
    }
    add(report.mean(), table);
    table.print(out);
  }

  private static void add(DetectionReport.Row row, TextTable table) {
    table.row(
        row.name(),
        row.normal(),
        row.abnormal(),
        format(row.auc()),
        format(row.partialAuc()),
        format(row.averagePrecision()));
  }

  private static String format(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  static Map<String, Object> json(DetectionReport report) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("units", rows(report.units()));
    result.put("machines", rows(report.machines()));
    result.put("mean", row(report.mean()));
    return result;
  }

  private static List<Map<String, Object>> rows(List<DetectionReport.Row> rows) {
    return rows.stream().map(DetectionTable::row).toList();
  }

  private static Map<String, Object> row(DetectionReport.Row row) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("name", row.name());
    result.put("normal", row.normal());
    result.put("abnormal", row.abnormal());
    result.put("auc", row.auc());
    result.put("partialAuc", row.partialAuc());
    result.put("averagePrecision", row.averagePrecision());
    return result;
  }
}
