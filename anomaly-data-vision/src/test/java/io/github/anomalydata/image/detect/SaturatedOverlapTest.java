package io.github.anomalydata.image.detect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Mask;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The saturated per-region overlap by hand, and by a count at each threshold. */
class SaturatedOverlapTest {
  private static final double TOLERANCE = 1e-12;
  private static final ImageSize ROW = ImageSize.of(4, 1);

  private static AnomalyMap map(double... values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) values[i];
    }
    return AnomalyMap.of(floats, ImageSize.of(values.length, 1));
  }

  private static DefectRegion region(int saturation, int... bits) {
    byte[] bytes = new byte[bits.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) bits[i];
    }
    return new DefectRegion(Mask.of(bytes, ImageSize.of(bytes.length, 1)), saturation);
  }

  private static RegionOverlap overlap(double limit, AnomalyMap map, DefectRegion... regions) {
    DetectionEvaluation evaluation = new DetectionEvaluation();
    evaluation.add(map, List.of(regions));
    return evaluation.regionOverlap(limit);
  }

  @Test
  void onePixelIsEnoughWhereTheSaturationIsOne() {
    AnomalyMap map = map(0.9, 0.1, 0.5, 0.3);

    // At 0.9 one of two pixels is found, and none of the two others.
    assertEquals(1, overlap(1, map, region(1, 1, 1, 0, 0)).area());
    // The second pixel of the defect comes last: half of it up to a rate of 1.
    assertEquals(0.5, overlap(1, map, region(2, 1, 1, 0, 0)).area());
  }

  @Test
  void pixelsBeyondTheSaturationAddNothing() {
    AnomalyMap map = map(0.9, 0.8, 0.1, 0.5);

    // Overlap 1/2, then 1 at a rate of 0, with 2 of 3 pixels: the third is not needed.
    assertEquals(1, overlap(1, map, region(2, 1, 1, 1, 0)).area());
    assertEquals(2 / 3.0, overlap(1, map, region(3, 1, 1, 1, 0)).area(), TOLERANCE);
  }

  @Test
  void overlappingDefectsCountEachForItself() {
    AnomalyMap map = map(0.1, 0.9, 0.2, 0.5);

    // The pixel in both is found first: overlaps 1/2 and 1/1, until the sound one at 0.5.
    RegionOverlap both = overlap(1, map, region(2, 1, 1, 0, 0), region(1, 0, 1, 1, 0));
    assertEquals(0.75, both.area(), TOLERANCE);
  }

  @Test
  void lineCrossesTheLimitWhereARateJumps() {
    AnomalyMap map = map(0.5, 0.5, 0.5, 0.1);

    // One bin holds a defect and 2 of 3 sound pixels: from (0, 0) to (2/3, 1). Up to 1/3 the area
    // is that of a triangle with the height 1/2.
    assertEquals(0.25, overlap(1 / 3.0, map, region(1, 1, 0, 0, 0)).area(), TOLERANCE);
  }

  @Test
  void falsePositivesOfSoundImagesCount() {
    DetectionEvaluation evaluation = new DetectionEvaluation();
    evaluation.add(map(0.5, 0.4, 0.1, 0.1), List.of(region(2, 1, 1, 0, 0)));
    evaluation.add(map(0.45, 0.1, 0.1, 0.1), List.of());

    // Half is found at 0.5, all at 0.4, after one of 6 sound pixels at 0.45.
    assertEquals((0.5 / 6 + 5 / 6.0), evaluation.regionOverlap(1).area(), TOLERANCE);
    assertEquals(1, evaluation.scores().defects());
    assertEquals(1, evaluation.scores().regions());
  }

  private record Shot(AnomalyMap map, List<DefectRegion> regions) {}

  /** Images of 12 x 9 pixels with up to three rectangles of defects, which may overlap. */
  private static List<Shot> shots(long seed, int levels) {
    SplittableRandom random = new SplittableRandom(seed);
    ImageSize size = ImageSize.of(12, 9);
    List<Shot> shots = new ArrayList<>();
    for (int n = 0; n < 6; n++) {
      List<DefectRegion> regions = new ArrayList<>();
      byte[] any = new byte[(int) size.pixels()];
      for (int r = random.nextInt(n == 0 ? 1 : 4); r > 0; r--) {
        byte[] bits = new byte[any.length];
        int left = random.nextInt(8);
        int top = random.nextInt(6);
        for (int i = 0; i < bits.length; i++) {
          int x = i % 12 - left;
          int y = i / 12 - top;
          bits[i] = (byte) (x >= 0 && x < 4 && y >= 0 && y < 3 ? 1 : 0);
          any[i] |= bits[i];
        }
        regions.add(new DefectRegion(Mask.of(bits, size), 1 + random.nextInt(12)));
      }
      float[] values = new float[any.length];
      for (int i = 0; i < values.length; i++) {
        double value = random.nextDouble() + 0.4 * any[i];
        values[i] = (float) (levels == 0 ? value : Math.floor(levels * value) / levels);
      }
      shots.add(new Shot(AnomalyMap.of(values, size), regions));
    }
    return shots;
  }

  /** Counts found and false positive pixels at each value, as the definition says. */
  private static double count(List<Shot> shots, double limit) {
    TreeSet<Float> thresholds = new TreeSet<>();
    for (Shot shot : shots) {
      for (float value : shot.map().values()) {
        thresholds.add(value);
      }
    }
    double area = 0;
    double x = 0;
    double y = 0;
    for (float threshold : thresholds.descendingSet()) {
      double overlaps = 0;
      int regions = 0;
      int wrong = 0;
      int sound = 0;
      for (Shot shot : shots) {
        float[] values = shot.map().values();
        for (DefectRegion region : shot.regions()) {
          int found = 0;
          for (int i = 0; i < values.length; i++) {
            found += region.mask().bits()[i] == 1 && values[i] >= threshold ? 1 : 0;
          }
          overlaps += Math.min(1.0, (double) found / region.saturation());
          regions++;
        }
        for (int i = 0; i < values.length; i++) {
          int pixel = i;
          if (shot.regions().stream().allMatch(r -> r.mask().bits()[pixel] == 0)) {
            sound++;
            wrong += values[i] >= threshold ? 1 : 0;
          }
        }
      }
      double nextX = (double) wrong / sound;
      double nextY = overlaps / regions;
      double end = Math.min(limit, nextX);
      if (end > x) {
        double endY = y + (nextY - y) * (end - x) / (nextX - x);
        area += (end - x) * (y + endY) / 2;
      }
      x = nextX;
      y = nextY;
    }
    return area / limit;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.05, 0.1, 0.3, 1})
  void areaIsThatOfACountAtEachThreshold(double limit) {
    for (long seed = 0; seed < 20; seed++) {
      List<Shot> shots = shots(seed, 64);
      DetectionEvaluation evaluation = new DetectionEvaluation();
      shots.forEach(shot -> evaluation.add(shot.map(), shot.regions()));
      assertEquals(count(shots, limit), evaluation.regionOverlap(limit).area(), TOLERANCE);
    }
  }

  @Test
  void errorBoundsWhatBinsLose() {
    List<Shot> shots = shots(3, 0);
    DetectionEvaluation evaluation = new DetectionEvaluation();
    shots.forEach(shot -> evaluation.add(shot.map(), shot.regions()));
    RegionOverlap overlap = evaluation.regionOverlap(0.3);

    assertTrue(overlap.error() > 0 && overlap.error() < 0.01, "error " + overlap.error());
    assertEquals(count(shots, 0.3), overlap.area(), overlap.error() + TOLERANCE);
  }

  @Test
  void wholeConnectedRegionsGiveThePerRegionOverlap() {
    DetectionEvaluation whole = new DetectionEvaluation();
    DetectionEvaluation saturated = new DetectionEvaluation();
    for (Shot shot : shots(7, 64)) {
      Mask union = Mask.empty(shot.map().size());
      for (DefectRegion region : shot.regions()) {
        union = union.or(region.mask());
      }
      whole.add(shot.map(), union);
      saturated.add(shot.map(), DefectRegion.connected(union));
    }

    assertEquals(whole.regionOverlap(0.3).area(), saturated.regionOverlap(0.3).area(), TOLERANCE);
    assertEquals(whole.scores().pixelAuc(), saturated.scores().pixelAuc());
    assertEquals(whole.scores().regions(), saturated.scores().regions());
    assertEquals(whole.scores().regionOverlap(), whole.regionOverlap(0.3).area());
  }

  @Test
  void connectedPartsAreTheWholeMask() {
    Mask mask = Mask.of(new byte[] {1, 0, 1, 1}, ROW);
    List<DefectRegion> parts = DefectRegion.connected(mask);

    assertEquals(2, parts.size());
    assertEquals(1, parts.get(0).saturation());
    assertEquals(Mask.of(new byte[] {0, 0, 1, 1}, ROW), parts.get(1).mask());
    assertEquals(2, parts.get(1).saturation());
    assertEquals(List.of(), DefectRegion.connected(Mask.empty(ROW)));
  }

  private static void assertRefused(
      Class<? extends RuntimeException> type, String words, Runnable f) {
    String message = assertThrows(type, f::run).getMessage();
    assertTrue(message.contains(words), message);
  }

  @Test
  void whatHasNoOverlapIsRefused() {
    DetectionEvaluation evaluation = new DetectionEvaluation();
    evaluation.add(map(1, 2), List.of());
    DetectionEvaluation defectsOnly = new DetectionEvaluation();
    defectsOnly.add(map(1, 2), List.of(region(1, 1, 1)));

    assertRefused(IllegalStateException.class, "got 0 defects", () -> evaluation.regionOverlap(1));
    assertRefused(IllegalStateException.class, "got 1 defects", () -> defectsOnly.regionOverlap(1));
    for (double limit : new double[] {0, -1, 1.1, Double.NaN}) {
      assertRefused(
          IllegalArgumentException.class,
          "limit: above 0 and at most 1, got " + limit,
          () -> defectsOnly.regionOverlap(limit));
    }
    assertRefused(
        IllegalArgumentException.class,
        "saturation: from 1 to the pixels of the mask, 2, got 3",
        () -> region(3, 1, 1));
    assertRefused(IllegalArgumentException.class, "0, got 1", () -> region(1, 0, 0));
    assertRefused(
        IllegalArgumentException.class,
        "2 x 1, got 4 x 1",
        () -> evaluation.add(map(1, 2), List.of(region(1, 1, 0, 0, 0))));
  }

  @Test
  void mapsAreResizedBetweenTheMiddlesOfPixels() {
    AnomalyMap wide = map(0, 4).resize(ImageSize.of(4, 2));

    assertEquals(ImageSize.of(4, 2), wide.size());
    float[] expected = {0, 1, 3, 4, 0, 1, 3, 4};
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], wide.values()[i]);
    }
    assertEquals(2, wide.resize(ImageSize.square(1)).values()[0]);
    assertEquals(wide, wide.resize(wide.size()));
  }
}
