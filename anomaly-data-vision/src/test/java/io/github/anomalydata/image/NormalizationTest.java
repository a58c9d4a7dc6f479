package io.github.anomalydata.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nd4j.linalg.api.ndarray.INDArray;

class NormalizationTest {
  private static Image grey(int... samples) {
    byte[] bytes = new byte[samples.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) samples[i];
    }
    return Image.of(bytes, 1, ImageSize.of(bytes.length, 1));
  }

  @Test
  void unitRangeDividesBy255() {
    assertArrayEquals(
        new float[] {0, 1 / 255f, 0.5f + 0.5f / 255, 1},
        Normalization.unitRange(1).apply(grey(0, 1, 128, 255)),
        1e-7f);
  }

  @Test
  void imageNetIsAppliedByChannel() {
    Image image = Image.of(new byte[] {0, -1, (byte) 128}, 3, ImageSize.square(1));
    assertArrayEquals(
        new float[] {-0.485f / 0.229f, (1 - 0.456f) / 0.224f, (128 / 255f - 0.406f) / 0.225f},
        Normalization.imageNet().apply(image));
  }

  @Test
  void statisticsAreThoseOfAllPixels() {
    Normalization fitted = Normalization.fit(List.of(grey(0, 255), grey(255), grey(102)));
    // 0, 1, 1, 0.4: mean 0.6, variance 0.18.
    assertEquals(0.6, fitted.mean().get(0), 1e-15);
    assertEquals(Math.sqrt(0.18), fitted.deviation().get(0), 1e-15);
    assertEquals(fitted, Normalization.fit(List.of(grey(102, 255), grey(255, 0))));
  }

  @Test
  void constantChannelBecomesZero() {
    Normalization fitted = Normalization.fit(List.of(grey(77, 77, 77)));
    assertEquals(0, fitted.deviation().get(0));
    assertArrayEquals(new float[] {0}, fitted.apply(grey(77)), 1e-7f);
  }

  @Test
  void floatsAreNormalizedAsTheSamplesTheyWere() {
    Image image = Goldens.formula(5, 4, 3);
    float[] unit = Normalization.unitRange(3).apply(image);
    Normalization imageNet = Normalization.imageNet();
    assertArrayEquals(imageNet.apply(image), imageNet.apply(unit), 0);
    assertArrayEquals(Normalization.unitRange(3).apply(image), unit, 0);
    String message =
        assertThrows(IllegalArgumentException.class, () -> imageNet.apply(new float[4]))
            .getMessage();
    assertEquals("values: of 3 channels, got 4 values", message);
  }

  @Test
  void arrayOfNd4jIsABatchOfOne() {
    Image image = Goldens.formula(5, 4, 3);
    INDArray array = Normalization.imageNet().toNd4j(image);
    assertArrayEquals(new long[] {1, 3, 4, 5}, array.shape());
    assertEquals((image.sample(2, 4, 3) / 255f - 0.406f) / 0.225f, array.getFloat(0, 2, 3, 4));
  }

  @Test
  void statisticsAreSavedAndLoaded(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("normalization.json");
    Normalization fitted = Normalization.fit(List.of(Goldens.formula(9, 9, 3)));
    fitted.save(file);
    assertEquals(fitted, Normalization.load(file));
    Files.writeString(file, Files.readString(file).replace("\"mean\"", "\"median\""));
    Check.badFile(() -> Normalization.load(file), "normalization.json", "mean");
  }

  @Test
  void wrongStatisticsAreRefused() {
    Check.refused(() -> Normalization.fit(List.of()), "images: at least one");
    Check.refused(
        () -> Normalization.fit(List.of(grey(1), Goldens.formula(1, 1, 3))),
        "image: of 1",
        "got 3");
    Check.refused(() -> Normalization.unitRange(2), "1 or 3 channels");
    List<Double> one = List.of(1.0);
    Check.refused(() -> new Normalization(List.of(Double.NaN), one), "mean: finite");
    Check.refused(() -> new Normalization(one, List.of(-1.0)), "deviation: finite", "-1.0");
    Check.refused(() -> Normalization.imageNet().apply(grey(1)), "image: of 3 channels", "got 1");
    Check.refused(
        () -> Normalization.unitRange(1).apply(grey(1, 2), new float[3], 2), "at: room for 2");
  }
}
