package io.github.anomalydata.cli.mvtec;

import io.github.anomalydata.cli.ProgressBar;
import io.github.anomalydata.cli.TextTable;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.Mask;
import io.github.anomalydata.image.Resize;
import io.github.anomalydata.image.detect.AnomalyMap;
import io.github.anomalydata.image.detect.DetectionEvaluation;
import io.github.anomalydata.image.detect.DetectionScores;
import io.github.anomalydata.image.detect.HeatMap;
import io.github.anomalydata.mvtec.InspectionImage;
import io.github.anomalydata.mvtec.InspectionImages;
import io.github.anomalydata.mvtec.Part;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Evaluates the model of one category after another, draws heat maps, and prints a table. */
final class DetectionRun {
  private final TextTable table =
      new TextTable(
          "category",
          "good",
          "defects",
          "image AUC",
          "image AP",
          "best F1",
          "pixel AUC",
          "AU-PRO(0.3)");
  private final List<Map<String, Object>> rows = new ArrayList<>();
  private final @Nullable Path heatMaps;
  private final ProgressBar progress;

  DetectionRun(@Nullable Path heatMaps, ProgressBar progress) {
    this.heatMaps = heatMaps;
    this.progress = progress;
  }

  void evaluate(String category, PatchModel model, InspectionImages images) throws IOException {
    List<InspectionImage> test = images.withCategories(category).with(Part.TEST).list();
    DetectionEvaluation evaluation = new DetectionEvaluation();
    for (int i = 0; i < test.size(); i++) {
      Image image = Image.open(test.get(i).file());
      evaluation.add(model.map(model.resized(image)), mask(test.get(i), image, model));
      progress.progress("evaluate", i + 1, test.size());
    }
    DetectionScores scores = evaluation.scores();
    add(category, scores);
    if (heatMaps != null) {
      draw(test, model, scores.best().threshold(), heatMaps);
    }
  }

  private static Mask mask(InspectionImage image, Image pixels, PatchModel model)
      throws IOException {
    return Resize.to(model.size()).apply(image.mask(pixels.size()));
  }

  /** Draws red what is twice as unusual as the threshold: a second pass, to keep no maps. */
  private void draw(List<InspectionImage> test, PatchModel model, double threshold, Path folder)
      throws IOException {
    HeatMap heatMap = new HeatMap(0, Math.max(2 * threshold, Float.MIN_NORMAL));
    for (int i = 0; i < test.size(); i++) {
      Image image = Image.open(test.get(i).file());
      Image resized = model.resized(image);
      AnomalyMap map = model.map(resized);
      Path file = folder.resolve(test.get(i).group() + ".png");
      Files.createDirectories(file.getParent());
      heatMap.draw(resized, mask(test.get(i), image, model), map).savePng(file);
      progress.progress("draw", i + 1, test.size());
    }
  }

  private void add(String category, DetectionScores scores) {
    table.row(
        category,
        scores.images() - scores.defects(),
        scores.defects(),
        format(scores.imageAuc()),
        format(scores.imageAveragePrecision()),
        format(scores.best().f1()),
        format(scores.pixelAuc()),
        format(scores.regionOverlap()));
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("category", category);
    row.put("images", scores.images());
    row.put("defects", scores.defects());
    row.put("regions", scores.regions());
    row.put("imageAuc", scores.imageAuc());
    row.put("imageAveragePrecision", scores.imageAveragePrecision());
    row.put("bestF1", scores.best().f1());
    row.put("threshold", scores.best().threshold());
    row.put("pixelAuc", scores.pixelAuc());
    row.put("pixelAucError", scores.pixelAucError());
    row.put("regionOverlap", scores.regionOverlap());
    row.put("regionOverlapError", scores.regionOverlapError());
    rows.add(row);
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
