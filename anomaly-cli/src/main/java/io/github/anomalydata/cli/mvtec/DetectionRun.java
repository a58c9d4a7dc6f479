package io.github.anomalydata.cli.mvtec;

import io.github.anomalydata.cli.ProgressBar;
import io.github.anomalydata.cli.ScorePages;
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
import io.github.anomalydata.report.Gallery;
import io.github.anomalydata.report.Picture;
import io.github.anomalydata.report.Plot;
import io.github.anomalydata.report.Report;
import io.github.anomalydata.report.Section;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Evaluates the model of one category after another, and draws heat maps. */
final class DetectionRun {
  private final Layout layout;
  private final DetectionTable table;
  private final @Nullable Path heatMaps;
  private final Threads threads;
  private final ProgressBar progress;
  private final boolean pictured;
  private final ScorePages pages = new ScorePages();
  private Gallery found = Gallery.of("What was found");

  /**
   * Creates a run.
   *
   * @param layout the layout of the tree
   * @param table gets the scores
   * @param heatMaps the folder of pictures of all images, if there is one
   * @param pictured whether {@link #report()} shows what was found
   * @param threads map images
   * @param progress shows how far it is
   */
  DetectionRun(
      Layout layout,
      DetectionTable table,
      @Nullable Path heatMaps,
      boolean pictured,
      Threads threads,
      ProgressBar progress) {
    this.layout = layout;
    this.table = table;
    this.heatMaps = heatMaps;
    this.pictured = pictured;
    this.threads = threads;
    this.progress = progress;
  }

  void evaluate(String category, DetectorModel model, InspectionImages images) throws IOException {
    List<InspectionImage> test = images.withCategories(category).with(Part.TEST).list();
    Map<String, DetectionEvaluation> byKind = evaluations(test);
    for (int from = 0; from < test.size(); from += threads.workers()) {
      int end = Math.min(test.size(), from + threads.workers());
      List<AnomalyMap> maps = maps(test.subList(from, end), model);
      for (int i = from; i < end; i++) {
        AnomalyMap map = maps.get(i - from);
        add(test.get(i), map, byKind);
        pages.add(category, map.maximum(), test.get(i).isDefective());
        progress.progress("evaluate", i + 1, test.size());
      }
    }
    double threshold = table.add(category, byKind);
    // Red is twice as unusual as the threshold.
    HeatMap heatMap = new HeatMap(0, Math.max(2 * threshold, Float.MIN_NORMAL));
    if (heatMaps != null) {
      draw(test, model, heatMap, heatMaps);
    }
    if (pictured) {
      found = found.with(category, pictures(test, model, heatMap));
    }
  }

  /** Maps several images at once, at their own sizes, and returns the maps in their order. */
  private List<AnomalyMap> maps(List<InspectionImage> images, DetectorModel model)
      throws IOException {
    AnomalyMap[] maps = new AnomalyMap[images.size()];
    try {
      threads.run(maps.length, i -> maps[i] = map(images.get(i), model));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return List.of(maps);
  }

  private static AnomalyMap map(InspectionImage of, DetectorModel model) {
    try {
      Image image = Image.open(of.file());
      return model.map(model.resized(image)).resize(image.size());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the scores of images and what was found in some. */
  Report report() {
    return pages
        .report("Defects of products", "category")
        .with(
            Section.of("Images", found)
                .withText("The image, where its defect is, and how unusual each place is."));
  }

  private static Plot[] pictures(List<InspectionImage> test, DetectorModel model, HeatMap heatMap)
      throws IOException {
    Map<String, InspectionImage> first = new TreeMap<>();
    test.forEach(image -> first.putIfAbsent(image.defect(), image));
    List<Plot> pictures = new ArrayList<>();
    for (InspectionImage image : first.values()) {
      String name = String.valueOf(image.file().getFileName());
      pictures.add(Picture.of(image.defect(), name, Pixels.png(drawn(image, model, heatMap))));
    }
    return pictures.toArray(Plot[]::new);
  }

  private static Image drawn(InspectionImage of, DetectorModel model, HeatMap heatMap)
      throws IOException {
    Image image = Image.open(of.file());
    Image resized = model.resized(image);
    return heatMap.draw(resized, mask(of, image, model), model.map(resized));
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

  private static Mask mask(InspectionImage image, Image pixels, DetectorModel model)
      throws IOException {
    return Resize.to(model.size()).apply(image.mask(pixels.size()));
  }

  /** Draws in a second pass, to keep no maps. */
  private void draw(List<InspectionImage> test, DetectorModel model, HeatMap heatMap, Path folder)
      throws IOException {
    for (int i = 0; i < test.size(); i++) {
      Path file = folder.resolve(test.get(i).group() + ".png");
      Files.createDirectories(file.getParent());
      drawn(test.get(i), model, heatMap).savePng(file);
      progress.progress("draw", i + 1, test.size());
    }
  }
}
