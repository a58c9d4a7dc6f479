package io.github.anomalydata.image.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.exchange.Npz;
import io.github.anomalydata.exchange.NumericArray;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.internal.archive.Archive;
import io.github.anomalydata.mvtec.InspectionImage;
import io.github.anomalydata.mvtec.InspectionImages;
import io.github.anomalydata.mvtec.MvtecSimulator;
import io.github.anomalydata.mvtec.Part;
import io.github.anomalydata.mvtec.SimulatedCategory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatchGaussianTest {
  /** The samples of both rows at each column. */
  private static final PatchFeatures PIXELS =
      image -> {
        float[] values = new float[2 * image.width()];
        for (int x = 0; x < image.width(); x++) {
          values[2 * x] = image.sample(0, x, 0);
          values[2 * x + 1] = image.sample(0, x, 1);
        }
        return new FeatureGrid(values, image.width(), 1, 2);
      };

  @TempDir private Path folder = Path.of("");

  private static Image image(int... samples) {
    byte[] bytes = new byte[samples.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) samples[i];
    }
    return Image.of(bytes, 1, ImageSize.of(samples.length / 2, 2));
  }

  @ParameterizedTest
  @EnumSource(SimulatedCategory.class)
  void defectsOfTheSimulatedSetAreFound(SimulatedCategory category) throws IOException {
    InspectionImages images =
        MvtecSimulator.withDefaults()
            .withCategories(category)
            .withSide(128)
            .withTrain(20)
            .withGood(8)
            .withDefects(4)
            .write(folder.resolve("tree"), 11);
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
    DetectionScores scores = evaluation.scores();
    assertTrue(scores.imageAuc() >= 0.9, scores::toString);
    assertTrue(scores.pixelAuc() >= 0.9, scores::toString);
    assertTrue(scores.regionOverlap() >= 0.8, scores::toString);
  }

  @Test
  void distancesAreThoseOfMahalanobis() {
    List<Image> images = List.of(image(10, 20), image(14, 20), image(10, 26), image(14, 26));
    PatchGaussian model = PatchGaussian.fit(images, PIXELS);
    // one place: the sums of products are 16 and 36, their mean over 3 degrees is added twice
    double across = (16 + 2 * 16 / 3.0) / 5 * 1.001;
    double down = (36 + 2 * 36 / 3.0) / 5 * 1.001;
    double expected = Math.sqrt(8 * 8 / across + 3 * 3 / down);
    assertEquals(expected, model.map(image(20, 26)).maximum(), 1e-5);
    assertEquals(0, PatchGaussian.fit(images, PIXELS).map(image(12, 23)).maximum(), 1e-6);
  }

  @Test
  void aPlaceKnowsWhatIsUsualThere() {
    List<Image> images = List.of(image(10, 99, 10, 99), image(12, 101, 12, 103));
    PatchGaussian model = PatchGaussian.fit(images, PIXELS);
    double usual = model.map(image(11, 100, 11, 101)).maximum();
    double swapped = model.map(image(100, 11, 100, 11)).maximum();
    assertTrue(swapped > 50 && usual < 2, swapped + " and " + usual);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 16})
  void modelDoesNotDependOnTheNumberOfThreads(int workers) {
    List<Image> images = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      images.add(image(10 + i * i % 5, 99 - i, 10 + i, 98 + i % 3, 7, 8 * i, 3, 4));
    }
    Image other = image(50, 60, 70, 80, 1, 2, 3, 4);
    float[] expected = PatchGaussian.fit(images, PIXELS).map(other).values();
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      PatchGaussian model = PatchGaussian.fit(images, PIXELS, pool, workers);
      assertArrayEquals(expected, model.map(other).values(), 0);
    } finally {
      pool.shutdown();
    }
  }

  @Test
  void aSavedModelMapsTheSame() throws IOException {
    List<Image> images = List.of(image(10, 99, 10, 98), image(12, 101, 15, 103));
    PatchGaussian model = PatchGaussian.fit(images, PIXELS);
    model.save(folder.resolve("model.npz"));
    Image other = image(50, 60, 70, 80);
    assertArrayEquals(
        model.map(other).values(),
        PatchGaussian.load(folder.resolve("model.npz"), PIXELS).map(other).values());
  }

  @Test
  void aFileOfSomethingElseIsRefused() throws IOException {
    Path file = folder.resolve("other.npz");
    Npz.write(file, Map.of("x", NumericArray.of(new int[1], 1)), Npz.Compression.STORED);
    assertBroken(file, "an array manifest");
    Archive.of("anomaly-data/patch-gaussian", 1, Map.class, 1000)
        .write(
            file,
            Map.of("columns", 2, "rows", 1, "length", 2),
            Map.of("means", new double[2], "factors", new double[3]));
    assertBroken(file, "means and factors for Grid[columns=2, rows=1, length=2]");
    Archive.of("anomaly-data/patch-gaussian", 1, Map.class, 1000)
        .write(
            file,
            Map.of("columns", 1, "rows", 1, "length", 1),
            Map.of("means", new double[] {Double.NaN}, "factors", new double[1]));
    assertBroken(file, "means, index 0: expected finite, found NaN");
  }

  private static void assertBroken(Path file, String words) {
    String message =
        assertThrows(DataFileException.class, () -> PatchGaussian.load(file, PIXELS)).getMessage();
    assertTrue(message.contains(words) && message.contains("other.npz"), message);
  }

  @Test
  void whatCannotBeFittedIsRefused() {
    assertRefused("at least 2, got 0", List.of());
    assertRefused("at least 2, got 1", List.of(image(1, 2)));
    assertRefused(
        "1 x 1 patches of 2 features, got 2 x 1", List.of(image(1, 2), image(1, 2, 3, 4)));
  }

  private static void assertRefused(String words, List<Image> images) {
    String message =
        assertThrows(IllegalArgumentException.class, () -> PatchGaussian.fit(images, PIXELS))
            .getMessage();
    assertTrue(message.contains(words), message);
  }

  @Test
  void anImageSmallerThanAPatchIsRefused() {
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> FilterBank.withDefaults().withStride(3).of(image(1, 2, 3, 4)))
            .getMessage();
    assertTrue(message.contains("at least 3 x 3, got 2 x 2"), message);
  }
}
