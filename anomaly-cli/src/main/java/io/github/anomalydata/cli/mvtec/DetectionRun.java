package io.github.anomalydata.cli.mvtec;

import io.github.anomalydata.cli.ProgressBar;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.Mask;
import io.github.anomalydata.image.Resize;
import io.github.anomalydata.image.detect.AnomalyMap;
import io.github.anomalydata.image.detect.DetectionEvaluation;
import io.github.anomalydata.image.detect.HeatMap;
import io.github.anomalydata.mvtec.InspectionImage;
import io.github.anomalydata.mvtec.InspectionImages;
import io.github.anomalydata.mvtec.Layout;
import io.github.anomalydata.mvtec.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Evaluates the model of one category after another, and draws heat maps. */
final class DetectionRun {
  private final Layout layout;
  private final DetectionTable table;
  private final @Nullable Path heatMaps;
  private final ProgressBar progress;

  DetectionRun(Layout layout, DetectionTable table, @Nullable Path heatMaps, ProgressBar progress) {
    this.layout = layout;
    this.table = table;
    this.heatMaps = heatMaps;
    this.progress = progress;
  }

  void evaluate(String category, PatchModel model, InspectionImages images) throws IOException {
    List<InspectionImage> test = images.withCategories(category).with(Part.TEST).list();
    Map<String, DetectionEvaluation> byKind = evaluations(test);
    for (int i = 0; i < test.size(); i++) {
      Image image = Image.open(test.get(i).file());
      AnomalyMap map = model.map(model.resized(image)).resize(image.size());
      add(test.get(i), map, byKind);
      progress.progress("evaluate", i + 1, test.size());
    }
    double threshold = table.add(category, byKind);
    if (heatMaps != null) {
      draw(test, model, threshold, heatMaps);
    }
  }

  /** MVTec LOCO AD scores each kind of anomaly against all sound products. */
  private String kind(InspectionImage image) {
    return layout == Layout.LOCO ? image.defect() : "";
  }

  private Map<String, DetectionEvaluation> evaluations(List<InspectionImage> test) {
    Map<String, DetectionEvaluation> byKind = new TreeMap<>();
    for (InspectionImage image : test) {
      if (image.isDefective()) {
        byKind.computeIfAbsent(kind(image), kind -> new DetectionEvaluation());
      }
    }
    return byKind;
  }

  /** Compares at the image's own size: there small defects are not lost. */
  private void add(InspectionImage image, AnomalyMap map, Map<String, DetectionEvaluation> byKind)
      throws IOException {
    for (Map.Entry<String, DetectionEvaluation> kind : byKind.entrySet()) {
      if (image.isDefective() && !kind(image).equals(kind.getKey())) {
        continue;
      }
      if (layout == Layout.LOCO) {
        kind.getValue().add(map, image.regions(map.size()));
      } else {
        kind.getValue().add(map, image.mask(map.size()));
      }
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
}
