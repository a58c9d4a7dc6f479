package io.github.anomalydata.cli.mimii;

import io.github.anomalydata.cli.TextTable;
import io.github.anomalydata.mimii.DcaseReport;
import io.github.anomalydata.mimii.Domain;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The figures by which DCASE ranks, as a table for people and as JSON for machines. */
final class DcaseTable {
  private DcaseTable() {}

  static void print(DcaseReport report, PrintWriter out) {
    boolean isApart = isApart(report);
    TextTable table =
        isApart
            ? new TextTable(
                "section", "AUC source", "AUC target", "pAUC source", "pAUC target", "score")
            : new TextTable("section", "AUC source", "AUC target", "pAUC(0.1)", "score");
    for (DcaseReport.Section section : report.sections()) {
      List<Object> cells = new ArrayList<>(List.of(section.unit()));
      section.auc().values().forEach(area -> cells.add(format(area)));
      section.partialAuc().values().forEach(area -> cells.add(format(area)));
      cells.add(format(section.score()));
      table.row(cells.toArray());
    }
    table.print(out);
    out.println();
    if (report.machines().size() > 1) {
      report
          .machines()
          .forEach((machine, mean) -> out.println(machine + ": harmonic mean " + format(mean)));
    }
    out.println("official score, the harmonic mean of all areas: " + format(report.score()));
  }

  private static boolean isApart(DcaseReport report) {
    return report.sections().get(0).partialAuc().size() > 1;
  }

  private static String format(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  static Map<String, Object> json(DcaseReport report) {
    Map<String, Object> machines = new LinkedHashMap<>();
    report.machines().forEach((machine, mean) -> machines.put(machine.toString(), mean));
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("sections", report.sections().stream().map(DcaseTable::json).toList());
    result.put("machines", machines);
    result.put("score", report.score());
    return result;
  }

  private static Map<String, Object> json(DcaseReport.Section section) {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("name", section.unit().toString());
    result.put("auc", byDomain(section.auc()));
    Map<Domain, Double> parts = section.partialAuc();
    result.put(
        "partialAuc", parts.size() == 1 ? parts.values().iterator().next() : byDomain(parts));
    result.put("score", section.score());
    return result;
  }

  private static Map<String, Object> byDomain(Map<Domain, Double> figures) {
    Map<String, Object> result = new LinkedHashMap<>();
    figures.forEach((domain, area) -> result.put(domain.name().toLowerCase(Locale.ROOT), area));
    return result;
  }
}
