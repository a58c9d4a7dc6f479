package io.github.anomalydata.docs;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.augment.Augmentation;
import io.github.anomalydata.augment.CutMix;
import io.github.anomalydata.augment.GaussianNoise;
import io.github.anomalydata.augment.Mixup;
import io.github.anomalydata.augment.NoiseUnit;
import io.github.anomalydata.cli.plot.Canvas;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleMix;
import io.github.anomalydata.data.Source;
import io.github.anomalydata.image.BorderMode;
import io.github.anomalydata.image.ColorMode;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Normalization;
import io.github.anomalydata.image.ResizeFilter;
import io.github.anomalydata.image.augment.Affine;
import io.github.anomalydata.image.augment.ColorJitter;
import io.github.anomalydata.image.augment.CutPaste;
import io.github.anomalydata.image.augment.Flip;
import io.github.anomalydata.image.augment.GaussianBlur;
import io.github.anomalydata.image.augment.PerlinDefect;
import io.github.anomalydata.image.augment.Perspective;
import io.github.anomalydata.image.augment.RandomErasing;
import io.github.anomalydata.image.augment.Rotation;
import io.github.anomalydata.image.detect.DetectionEvaluation;
import io.github.anomalydata.image.detect.FilterBank;
import io.github.anomalydata.image.detect.HeatMap;
import io.github.anomalydata.image.detect.PatchGaussian;
import io.github.anomalydata.mvtec.ImagePreparation;
import io.github.anomalydata.mvtec.InspectionImage;
import io.github.anomalydata.mvtec.InspectionImages;
import io.github.anomalydata.mvtec.InspectionTarget;
import io.github.anomalydata.mvtec.MvtecDataSetIterator;
import io.github.anomalydata.mvtec.MvtecSimulator;
import io.github.anomalydata.mvtec.Part;
import io.github.anomalydata.mvtec.SafeAugmentation;
import io.github.anomalydata.mvtec.SimulatedCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pictures of the chapters on images are those that the library makes today. */
final class ImagePicturesTest {
  private static final int SIDE = 112;
  private static final int HEAT_SIDE = 96;
  private static final int COLUMNS = 7;
  private static final int GAP = 6;
  private static final int HEAD = 20;
  private static final int BLOCK = HEAD + 2 * (SIDE + GAP);
  private static final int INK = 0x404040;

  @TempDir private Path folder = Path.of("");

  /** What happens to a sample of the fields image and mask. */
  private interface Change {
    Sample apply(Sample sample, Sample partner) throws IOException;
  }

  private static Change of(Augmentation augmentation, long seed) {
    return (sample, partner) -> augmentation.apply(sample, new SplittableRandom(seed));
  }

  private static Change of(SampleMix mix, long seed) {
    return (sample, partner) -> mix.mix(sample, partner, new SplittableRandom(seed));
  }

  private static Map<String, Change> changes() {
    Map<String, Change> changes = new LinkedHashMap<>();
    changes.put("image", (sample, partner) -> sample);
    changes.put("flip", of(Flip.horizontal(), 1));
    changes.put("rotation", of(Rotation.upTo(40), 3));
    changes.put(
        "affine",
        of(
            Affine.withDefaults()
                .withScale(0.6, 0.8)
                .withShear(25)
                .withShift(0.1)
                .with(BorderMode.EDGE),
            4));
    changes.put(
        "perspective", of(Perspective.withDefaults().withDistortion(0.6).with(BorderMode.EDGE), 2));
    changes.put(
        "colour",
        of(ColorJitter.withDefaults().withBrightness(0.3).withHue(0.4).withSaturation(1), 6));
    changes.put("blur", of(GaussianBlur.of(1.5, 2.5), 1));
    changes.put("noise", of(GaussianNoise.withDefaults().withAmount(0.05, NoiseUnit.ABSOLUTE), 1));
    changes.put("erasing", of(RandomErasing.withDefaults().withArea(0.08, 0.2), 5));
    changes.put("cut-paste", of(CutPaste.withDefaults().withArea(0.03, 0.08), 6));
    changes.put("scar", of(CutPaste.withDefaults().withArea(0.02, 0.03).withRatio(12), 9));
    changes.put("perlin", of(PerlinDefect.withDefaults().withDetail(3), 7));
    changes.put("mixup", of(Mixup.withDefaults().withAlpha(1), 1));
    changes.put("cutmix", of(CutMix.withDefaults(), 8));
    return changes;
  }

  private Sample sample(SimulatedCategory category, String defect) throws IOException {
    InspectionImages images =
        MvtecSimulator.withDefaults()
            .withCategories(category)
            .withSide(SIDE)
            .withTrain(1)
            .withGood(1)
            .withDefects(1)
            .write(folder.resolve(category.folder()), 42);
    ImagePreparation preparation =
        new ImagePreparation(
            ColorMode.RGB,
            ImageSize.square(SIDE),
            ImageSize.square(SIDE),
            ResizeFilter.BILINEAR,
            Normalization.unitRange(3));
    Source source =
        MvtecDataSetIterator.over(images.withDefects(defect))
            .preparation(preparation)
            .target(InspectionTarget.MASK)
            .source();
    return source.sample(0);
  }

  @Test
  void augmentedImagesAndTheirMasksAreWhatTheLibraryMakes() throws IOException {
    Sample nut = sample(SimulatedCategory.NUT, "stain");
    Sample bottle = sample(SimulatedCategory.BOTTLE, "missing");
    Map<String, Change> changes = changes();
    int blocks = (changes.size() + COLUMNS - 1) / COLUMNS;
    Canvas canvas = new Canvas(COLUMNS * (SIDE + GAP) + GAP, blocks * BLOCK + GAP);
    int at = 0;
    for (Map.Entry<String, Change> change : changes.entrySet()) {
      int x = GAP + at % COLUMNS * (SIDE + GAP);
      int y = at / COLUMNS * BLOCK;
      canvas.text(x + (SIDE - Canvas.width(change.getKey())) / 2, y + 6, change.getKey(), INK);
      Sample changed = change.getValue().apply(nut, bottle);
      ImageSize size = ImageSize.square(SIDE);
      paste(canvas, changed.values("image"), size, x, y + HEAD);
      paste(canvas, changed.values("mask"), size, x, y + HEAD + SIDE + GAP);
      at++;
    }
    canvas.write(Pictures.made("image-augmentations.png"));
    assertKept("image-augmentations.png", "10-images.md");
  }

  /** Draws values in [0, 1] of one channel or three. */
  private static void paste(Canvas canvas, float[] values, ImageSize size, int left, int top) {
    int plane = size.width() * size.height();
    int channels = values.length / plane;
    for (int i = 0; i < plane; i++) {
      int colour = 0;
      for (int c = 0; c < 3; c++) {
        float value = values[Math.min(c, channels - 1) * plane + i];
        colour = colour << 8 | Math.max(0, Math.min(255, Math.round(255 * value)));
      }
      canvas.pixel(left + i % size.width(), top + i / size.width(), colour);
    }
  }

  @Test
  void heatMapsAreWhatTheLibraryMakes() throws IOException {
    InspectionImages all =
        MvtecSimulator.withDefaults()
            .withCategories(SimulatedCategory.WEAVE, SimulatedCategory.BOTTLE)
            .withSide(HEAT_SIDE)
            .withTrain(20)
            .withGood(6)
            .withDefects(3)
            .write(folder.resolve("heat"), 7);
    int width = 3 * HEAT_SIDE + 2 * 4;
    Canvas canvas = new Canvas(2 * width + 3 * 2 * GAP, 3 * (HEAT_SIDE + GAP) + GAP);
    String[] weave = {"hole", "bent", "missing"};
    String[] bottle = {"missing", "scratch", "stain"};
    draw(all.withCategories("weave"), weave, canvas, 2 * GAP);
    draw(all.withCategories("bottle"), bottle, canvas, width + 4 * GAP);
    canvas.write(Pictures.made("mvtec-heat-maps.png"));
    assertKept("mvtec-heat-maps.png", "12-mvtec.md");
  }

  private static void draw(InspectionImages images, String[] defects, Canvas canvas, int left)
      throws IOException {
    List<Image> sound = new ArrayList<>();
    for (InspectionImage image : images.with(Part.TRAIN).list()) {
      sound.add(Image.open(image.file()));
    }
    PatchGaussian model = PatchGaussian.fit(sound, FilterBank.withDefaults());
    DetectionEvaluation evaluation = new DetectionEvaluation();
    for (InspectionImage image : images.with(Part.TEST).list()) {
      Image pixels = Image.open(image.file());
      evaluation.add(model.map(pixels), image.mask(pixels.size()));
    }
    HeatMap heatMap = new HeatMap(0, 2 * evaluation.scores().best().threshold());
    for (int i = 0; i < defects.length; i++) {
      InspectionImage image = images.withDefects(defects[i]).list().get(0);
      Image pixels = Image.open(image.file());
      Image picture = heatMap.draw(pixels, image.mask(pixels.size()), model.map(pixels));
      float[] values = Normalization.unitRange(3).apply(picture);
      paste(canvas, values, picture.size(), left, GAP + i * (HEAT_SIDE + GAP));
    }
  }

  @Test
  void chapterSaysWhatIsSafeForEachCategoryAndWhy() throws IOException {
    String chapter = Files.readString(Pictures.GUIDE.resolve("12-mvtec.md"));
    for (SafeAugmentation safe : SafeAugmentation.values()) {
      String flips =
          safe.flips().isEmpty()
              ? "none"
              : safe.flips().stream()
                  .map(axis -> axis.name().toLowerCase(Locale.ROOT))
                  .collect(Collectors.joining(", "));
      String row =
          String.format(
              Locale.ROOT,
              "| %s | %s | %.0f° | %s |",
              safe.folder(),
              flips,
              safe.degrees(),
              safe.reason());
      assertTrue(chapter.contains(row), row);
    }
  }

  private static void assertKept(String picture, String chapter) throws IOException {
    assertTrue(
        Files.readString(Pictures.GUIDE.resolve(chapter)).contains("](images/" + picture + ")"),
        picture);
    Pictures.assertKept(picture, 0);
  }
}
