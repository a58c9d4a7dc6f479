package io.github.anomalydata.image.detect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.DataFileException;
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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.factory.Nd4j;

class AutoencoderTest {
  private static final AutoencoderTraining SHORT =
      AutoencoderTraining.withDefaults().withEpochs(2).withBatch(2).withChannels(4, 2);

  @TempDir private Path folder = Path.of("");

  /** Stripes that are shifted by a number of pixels. */
  private static Image stripes(int channels, int shift) {
    byte[] samples = new byte[channels * 16 * 8];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) ((i + shift) % 4 * 60);
    }
    return Image.of(samples, channels, ImageSize.of(16, 8));
  }

  private static List<Image> sound() {
    return List.of(stripes(3, 0), stripes(3, 1), stripes(3, 2));
  }

  @Test
  void defectsOfTheSimulatedSetAreFound() throws IOException {
    InspectionImages images =
        MvtecSimulator.withDefaults()
            .withCategories(SimulatedCategory.LEATHER)
            .withSide(48)
            .withTrain(12)
            .withGood(6)
            .withDefects(3)
            .write(folder.resolve("tree"), 11);
    List<Image> sound = new ArrayList<>();
    for (InspectionImage image : images.with(Part.TRAIN).list()) {
      sound.add(Image.open(image.file()));
    }
    Autoencoder model = AutoencoderTraining.withDefaults().withEpochs(20).fit(sound, 1);
    DetectionEvaluation evaluation = new DetectionEvaluation();
    for (InspectionImage image : images.with(Part.TEST).list()) {
      Image pixels = Image.open(image.file());
      evaluation.add(model.map(pixels), image.mask(pixels.size()));
    }
    DetectionScores scores = evaluation.scores();
    assertTrue(scores.imageAuc() >= 0.9, scores::toString);
    assertTrue(scores.pixelAuc() >= 0.9, scores::toString);
  }

  @Test
  void sameSeedGivesTheSameModelAndAnotherAnother() {
    float[] map = SHORT.fit(sound(), 1).map(stripes(3, 3)).values();
    assertArrayEquals(map, SHORT.fit(sound(), 1).map(stripes(3, 3)).values());
    assertFalse(Arrays.equals(map, SHORT.fit(sound(), 2).map(stripes(3, 3)).values()));
  }

  @Test
  void globalGeneratorOfNd4jDoesNotMatter() {
    Nd4j.getRandom().setSeed(5);
    float[] map = SHORT.fit(sound(), 1).map(stripes(3, 3)).values();
    Nd4j.getRandom().setSeed(6);
    assertArrayEquals(map, SHORT.fit(sound(), 1).map(stripes(3, 3)).values());
  }

  @Test
  void progressCountsEpochs() {
    List<String> heard = new ArrayList<>();
    SHORT.fit(sound(), 1, (task, done, total) -> heard.add(task + " " + done + "/" + total));
    assertEquals(List.of("autoencoder 1/2", "autoencoder 2/2"), heard);
  }

  @Test
  void aSavedModelMapsTheSame() throws IOException {
    Path file = folder.resolve("model.npz");
    for (int channels : new int[] {1, 3}) {
      Autoencoder model =
          SHORT.withSmoothing(1).fit(List.of(stripes(channels, 0), stripes(channels, 1)), 1);
      model.save(file);
      Autoencoder loaded = Autoencoder.load(file);
      Image other = stripes(channels, 3);
      assertArrayEquals(model.map(other).values(), loaded.map(other).values());
      assertEquals(ImageSize.of(16, 8), loaded.size());
    }
  }

  @SuppressWarnings("rawtypes") // the class of any content
  @Test
  void aFileOfSomethingElseIsRefused() throws IOException {
    Path file = folder.resolve("other.npz");
    SHORT.fit(sound(), 1).save(file);
    Archive<Map> archive = Archive.of("anomaly-data/image-autoencoder", 1, Map.class, 1 << 20);
    Archive.Saved<Map> saved = archive.read(file, "parameters", "errors");
    double[] parameters = saved.array("parameters");
    double[] errors = saved.array("errors");
    archive.write(file, saved.content(), Map.of("parameters", new double[3], "errors", errors));
    assertBroken(file, "parameters and errors for", "3 parameters and 128 errors");
    parameters[7] = Double.NaN;
    archive.write(file, saved.content(), Map.of("parameters", parameters, "errors", errors));
    assertBroken(file, "parameters, index 7", "NaN");
    parameters[7] = 1;
    errors[9] = 0;
    archive.write(file, saved.content(), Map.of("parameters", parameters, "errors", errors));
    assertBroken(file, "errors, index 9", "above 0");
  }

  private static void assertBroken(Path file, String... words) {
    String message =
        assertThrows(DataFileException.class, () -> Autoencoder.load(file)).getMessage();
    assertTrue(message.contains("other.npz"), message);
    for (String word : words) {
      assertTrue(message.contains(word), message);
    }
  }

  @Test
  void whatItCannotTakeInIsRefused() {
    Image small = Image.of(new byte[12 * 8], 1, ImageSize.of(12, 8));
    assertRefused(() -> SHORT.fit(List.of(), 1), "images: at least one, got none");
    assertRefused(() -> SHORT.fit(List.of(small), 1), "columns: a multiple of 8, got 12");
    assertRefused(
        () -> SHORT.fit(List.of(stripes(3, 0), image(3, 8, 16)), 1), "of 3 channels, 16 x 8");
    Autoencoder model = SHORT.fit(sound(), 1);
    assertRefused(() -> model.map(stripes(1, 0)), "of 3 channels, 16 x 8", "1 channels");
    assertRefused(() -> SHORT.withEpochs(0), "epochs: at least 1, got 0");
    assertRefused(() -> SHORT.withChannels(0, 1), "width: in [1.0, 256.0], got 0.0");
    assertRefused(() -> SHORT.withLearningRate(Double.NaN), "learningRate", "NaN");
    assertRefused(() -> SHORT.withSmoothing(0), "smoothing", "0");
  }

  private static Image image(int channels, int width, int height) {
    return Image.of(new byte[channels * width * height], channels, ImageSize.of(width, height));
  }

  private static void assertRefused(Runnable call, String... words) {
    String message = assertThrows(IllegalArgumentException.class, call::run).getMessage();
    for (String word : words) {
      assertTrue(message.contains(word), message);
    }
  }
}
