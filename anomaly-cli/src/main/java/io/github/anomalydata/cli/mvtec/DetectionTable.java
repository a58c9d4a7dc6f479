package io.github.anomalydata.cli.mvtec;

import io.github.anomalydata.cli.TextTable;
import io.github.anomalydata.image.detect.DetectionEvaluation;
import io.github.anomalydata.image.detect.DetectionScores;
import io.github.anomalydata.image.detect.RegionOverlap;
import io.github.anomalydata.mvtec.Layout;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/** The scores of categories: of each kind of anomaly and of their mean for MVTec LOCO AD. */
final class DetectionTable {
  private final boolean byKind;
  private final double limit;
  private final TextTable table;
  private final List<Map<String, Object>> rows = new ArrayList<>();

  /** What a category scored. */
  private record Result(DetectionScores scores, RegionOverlap overlap) {
    List<String> cells() {
      return List.of(
          format(scores.imageAuc()),
          format(scores.imageAveragePrecision()),
          format(scores.best().f1()),
          format(scores.pixelAuc()),
          format(overlap.area()));
    }
  }

  DetectionTable(Layout layout, OptionalDouble limit) {
    this.byKind = layout == Layout.LOCO;
    this.limit = limit.orElse(layout == Layout.LOCO || layout == Layout.AD2 ? 0.05 : 0.3);
    List<String> header = new ArrayList<>(List.of("category"));
    if (byKind) {
      header.add("anomalies");
    }
    header.addAll(List.of("good", "defects", "image AUC", "image AP", "best F1", "pixel AUC"));
    header.add((byKind ? "AU-sPRO(" : "AU-PRO(") + this.limit + ")");
    this.table = new TextTable(header.toArray(String[]::new));
  }

  /**
   * Adds a category by the evaluations of its kinds of anomalies; one if they are not told. Returns
   * the highest of their best thresholds.
   */
  double add(String category, Map<String, DetectionEvaluation> evaluations) {
    List<Result> results = new ArrayList<>();
    evaluations.forEach(
        (kind, evaluation) -> {
          Result result = new Result(evaluation.scores(), evaluation.regionOverlap(limit));
          results.add(result);
          DetectionScores scores = result.scores();
          List<Object> cells = new ArrayList<>();
          cells.add(scores.images() - scores.defects());
          cells.add(scores.defects());
          cells.addAll(result.cells());
          row(category, kind, cells);
          rows.add(json(category, kind, result));
        });
    if (results.size() > 1) {
      List<Object> cells = new ArrayList<>(List.of("", ""));
      cells.add(mean(results, r -> r.scores().imageAuc()));
      cells.add(mean(results, r -> r.scores().imageAveragePrecision()));
      cells.add(mean(results, r -> r.scores().best().f1()));
      cells.add(mean(results, r -> r.scores().pixelAuc()));
      cells.add(mean(results, r -> r.overlap().area()));
      row(category, "mean", cells);
    }
    return results.stream().mapToDouble(r -> r.scores().best().threshold()).max().orElseThrow();
  }

  private void row(String category, String kind, List<Object> cells) {
    List<Object> row = new ArrayList<>();
    row.add(category);
    if (byKind) {
      row.add(kind);
    }
    row.addAll(cells);
    table.row(row.toArray());
  }

  private static String mean(List<Result> results, ToDoubleFunction<Result> score) {
    return format(results.stream().mapToDouble(score).average().orElseThrow());
  }

  private Map<String, Object> json(String category, String kind, Result result) {
    DetectionScores scores = result.scores();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("category", category);
    if (byKind) {
      row.put("anomalies", kind);
    }
    row.put("images", scores.images());
    row.put("defects", scores.defects());
    row.put("regions", scores.regions());
    row.put("imageAuc", scores.imageAuc());
    row.put("imageAveragePrecision", scores.imageAveragePrecision());
    row.put("bestF1", scores.best().f1());
    row.put("threshold", scores.best().threshold());
    row.put("pixelAuc", scores.pixelAuc());
    row.put("pixelAucError", scores.pixelAucError());
    row.put("regionOverlap", result.overlap().area());
    row.put("regionOverlapError", result.overlap().error());
    row.put("regionOverlapLimit", limit);
    return row;
  }

  private static String format(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }

  void print(PrintWriter out) {
    table.print(out);
  }

  List<Map<String, Object>> json() {
    return rows;
  }
}
