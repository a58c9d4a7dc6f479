package io.github.anomalydata.image.detect;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Mask;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers of scikit-learn, and of a count at each threshold. */
class DetectionEvaluationTest {
  private static final double TOLERANCE = 1e-12;

  private static List<String> golden() throws IOException {
    return lines("detection.txt");
  }

  private static List<String> saturated() throws IOException {
    return lines("saturated.txt");
  }

  private static List<String> lines(String file) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(DetectionEvaluationTest.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), UTF_8).lines().filter(l -> !l.startsWith("#")).toList();
    }
  }

  private static double[] noise(int n, long seed) {
    double[] values = new double[n];
    long state = seed;
    for (int i = 0; i < n; i++) {
      state = (1664525 * state + 1013904223) % (1L << 32);
      values[i] = state * 0x1p-32;
    }
    return values;
  }

  private static Mask mask(int image, ImageSize size) {
    double[] where = noise((int) size.pixels(), 900 + image);
    byte[] bits = new byte[where.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = (byte) (image % 2 == 0 && (i == 0 || where[i] > 0.8) ? 1 : 0);
    }
    return Mask.of(bits, size);
  }

  private static AnomalyMap map(String kind, int image, Mask mask) {
    byte[] bits = mask.bits();
    double[] x = noise(bits.length, 100 + image);
    float[] values = new float[bits.length];
    for (int i = 0; i < bits.length; i++) {
      double value = x[i] * (1 + 0.4 * (image % 3)) + 0.3 * bits[i];
      values[i] = (float) (kind.equals("coarse") ? Math.floor(64 * value) / 64 : value);
    }
    return AnomalyMap.of(values, mask.size());
  }

  /** The mask, of which a third has to be found, and the mask moved right, of which 5 pixels. */
  private static List<DefectRegion> defects(Mask mask) {
    if (mask.count() == 0) {
      return List.of();
    }
    byte[] bits = mask.bits();
    byte[] moved = new byte[bits.length];
    for (int i = 0; i < bits.length; i++) {
      int x = i % mask.width();
      moved[i - x + (x + 1) % mask.width()] = bits[i];
    }
    return List.of(
        new DefectRegion(mask, 1 + mask.count() / 3),
        new DefectRegion(Mask.of(moved, mask.size()), Math.min(5, mask.count())));
  }

  @ParameterizedTest
  @MethodSource("saturated")
  void saturatedOverlapIsThatOfACount(String line) {
    String[] cells = line.split(" ", -1);
    ImageSize size = ImageSize.of(Integer.parseInt(cells[2]), Integer.parseInt(cells[3]));
    DetectionEvaluation evaluation = new DetectionEvaluation();
    for (int image = 0; image < Integer.parseInt(cells[1]); image++) {
      Mask mask = mask(image, size);
      evaluation.add(map(cells[0], image, mask), defects(mask));
    }
    double[] limits = {0.01, 0.05, 0.3, 1};
    for (int i = 0; i < limits.length; i++) {
      RegionOverlap overlap = evaluation.regionOverlap(limits[i]);
      double expected = Double.parseDouble(cells[4 + i]);
      double bins = cells[0].equals("coarse") ? 0 : overlap.error();
      assertEquals(expected, overlap.area(), bins + TOLERANCE, "up to " + limits[i]);
      assertTrue(bins < 0.02, "error " + bins);
    }
  }

  @ParameterizedTest
  @MethodSource("golden")
  void areasAreThoseOfScikitLearnAndOfACount(String line) {
    String[] cells = line.split(" ", -1);
    ImageSize size = ImageSize.of(Integer.parseInt(cells[2]), Integer.parseInt(cells[3]));
    DetectionEvaluation evaluation = new DetectionEvaluation();
    for (int image = 0; image < Integer.parseInt(cells[1]); image++) {
      Mask mask = mask(image, size);
      evaluation.add(map(cells[0], image, mask), mask);
    }
    DetectionScores scores = evaluation.scores();
    assertEquals(Integer.parseInt(cells[1]), scores.images());
    assertEquals(Integer.parseInt(cells[4]), scores.regions());
    assertEquals(Double.parseDouble(cells[5]), scores.imageAuc(), TOLERANCE);
    assertEquals(Double.parseDouble(cells[6]), scores.imageAveragePrecision(), TOLERANCE);
    assertEquals(Double.parseDouble(cells[7]), scores.best().f1(), TOLERANCE);
    double pixelAuc = Double.parseDouble(cells[8]);
    double overlap = Double.parseDouble(cells[9]);
    if (cells[0].equals("coarse")) { // each value has a bin of its own
      assertEquals(pixelAuc, scores.pixelAuc(), TOLERANCE);
      assertEquals(overlap, scores.regionOverlap(), TOLERANCE);
    }
    assertEquals(pixelAuc, scores.pixelAuc(), scores.pixelAucError() + TOLERANCE);
    assertEquals(overlap, scores.regionOverlap(), scores.regionOverlapError() + TOLERANCE);
    if (cells[0].equals("fine")) {
      assertTrue(scores.pixelAucError() < 2e-3, "error " + scores.pixelAucError());
      assertTrue(scores.regionOverlapError() < 5e-3, "error " + scores.regionOverlapError());
    }
  }

  private static DetectionScores twoByOne(float sound, float defective) {
    ImageSize size = ImageSize.of(2, 1);
    DetectionEvaluation evaluation = new DetectionEvaluation();
    evaluation.add(
        AnomalyMap.of(new float[] {sound, defective}, size), Mask.of(new byte[] {0, 1}, size));
    evaluation.add(AnomalyMap.of(new float[] {sound, sound}, size), Mask.empty(size));
    return evaluation.scores();
  }

  @Test
  void negativeValuesAreOrderedToo() {
    assertEquals(1, twoByOne(-2, -1).pixelAuc());
    assertEquals(0, twoByOne(-1, -2).pixelAuc());
    assertEquals(1, twoByOne(-1, 1).pixelAuc());
    assertEquals(0.5, twoByOne(-0f, 0f).pixelAuc());
    assertEquals(1, twoByOne(0, 1e-30f).regionOverlap());
  }

  @Test
  void valuesOfOneBinCountHalfAndTheErrorSaysSo() {
    DetectionScores scores = twoByOne(1, 1.0001f);
    assertEquals(0.5, scores.pixelAuc());
    assertEquals(0.5, scores.pixelAucError());
  }

  @Test
  void cornersConnectAndRowsDoNotWrapAround() {
    byte[] bits = {1, 0, 0, 0, 1, 0, 0, 0, 0, 1, 0, 1};
    Regions regions = Regions.of(bits, 3);
    assertEquals(3, regions.count());
    assertEquals(regions.at(0), regions.at(4));
    assertEquals(2, regions.sizes()[1]);
    assertEquals(8, regions.sizes()[0]);
  }

  @Test
  void whatCannotBeScoredIsRefused() {
    ImageSize size = ImageSize.square(2);
    DetectionEvaluation evaluation = new DetectionEvaluation();
    AnomalyMap map = AnomalyMap.of(new float[4], size);
    evaluation.add(map, Mask.empty(size));
    String state = assertThrows(IllegalStateException.class, evaluation::scores).getMessage();
    assertTrue(state.contains("got 0 and 1"), state);
    String other =
        assertThrows(
                IllegalArgumentException.class,
                () -> evaluation.add(map, Mask.empty(ImageSize.of(4, 1))))
            .getMessage();
    assertTrue(other.contains("2 x 2, got 4 x 1"), other);
    String nan =
        assertThrows(
                IllegalArgumentException.class,
                () -> AnomalyMap.of(new float[] {1, Float.NaN, 1, 1}, size))
            .getMessage();
    assertTrue(nan.contains("got NaN at 1"), nan);
  }
}
