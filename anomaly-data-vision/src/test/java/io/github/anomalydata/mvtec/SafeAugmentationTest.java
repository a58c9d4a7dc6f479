package io.github.anomalydata.mvtec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.augment.Augmentation;
import io.github.anomalydata.augment.Draw;
import io.github.anomalydata.augment.Track;
import io.github.anomalydata.image.augment.ImageAugmentations;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SafeAugmentationTest {
  private static final int SIDE = 41;
  private static final int DRAWS = 200;

  /** How an image was moved: whether it was mirrored, and how far its right side was turned. */
  private record Move(boolean mirrored, double degrees) {}

  /** The bright pixels of two markers, right of the middle and below it, tell how it was moved. */
  private static Move move(Augmentation augmentation, long seed) {
    double[] right = middle(augmentation, seed, 36, 20);
    double[] down = middle(augmentation, seed, 20, 32);
    boolean mirrored = right[0] * down[1] - right[1] * down[0] < 0;
    return new Move(mirrored, Math.toDegrees(Math.atan2(right[1], right[0])));
  }

  /** Returns where a marker is moved to, from the middle of the image. */
  private static double[] middle(Augmentation augmentation, long seed, int column, int row) {
    float[] image = new float[SIDE * SIDE];
    for (int i = 0; i < image.length; i++) {
      boolean marked = Math.abs(i % SIDE - column) <= 2 && Math.abs(i / SIDE - row) <= 2;
      image[i] = marked ? 1 : 0;
    }
    Draw draw = new Draw(List.of(seed));
    float[] moved = augmentation.apply(image, 1, SIDE, SIDE, Track.Role.LABELS, draw);
    double x = 0;
    double y = 0;
    double sum = 0;
    for (int i = 0; i < moved.length; i++) {
      sum += moved[i];
      x += moved[i] * (i % SIDE - SIDE / 2);
      y += moved[i] * (i / SIDE - SIDE / 2);
    }
    return new double[] {x / sum, y / sum};
  }

  private static Set<SafeAugmentation> mirrored() {
    Set<SafeAugmentation> mirrored = EnumSet.noneOf(SafeAugmentation.class);
    for (SafeAugmentation safe : SafeAugmentation.values()) {
      for (int seed = 0; seed < DRAWS; seed++) {
        if (move(safe.augmentation(), seed).mirrored()) {
          mirrored.add(safe);
        }
      }
    }
    return mirrored;
  }

  @Test
  void categoriesWithPrintsThreadsWiresOrSidesAreNeverMirrored() {
    assertEquals(
        EnumSet.complementOf(
            EnumSet.of(
                SafeAugmentation.CABLE,
                SafeAugmentation.CAPSULE,
                SafeAugmentation.METAL_NUT,
                SafeAugmentation.PILL,
                SafeAugmentation.SCREW,
                SafeAugmentation.TRANSISTOR)),
        mirrored());
  }

  @ParameterizedTest
  @EnumSource
  void noCategoryIsTurnedByMoreThanItsAngle(SafeAugmentation safe) {
    double largest = 0;
    for (int seed = 0; seed < DRAWS; seed++) {
      double turned = Math.abs(move(safe.augmentation(), seed).degrees());
      boolean upsideDown = !safe.flips().isEmpty() && turned > 90;
      largest = Math.max(largest, upsideDown ? 180 - turned : turned);
    }
    double reached = safe.flips().isEmpty() ? safe.degrees() : Math.min(90, safe.degrees());
    assertEquals(reached, largest, 0.1 * reached + 0.5, safe.folder());
  }

  @Test
  void transistorKeepsItsPlace() {
    for (int seed = 0; seed < DRAWS; seed++) {
      assertEquals(new Move(false, 0), move(SafeAugmentation.TRANSISTOR.augmentation(), seed));
    }
  }

  @ParameterizedTest
  @EnumSource
  void lightChangesALittleAndColourNever(SafeAugmentation safe) {
    float[] orange = new float[3 * SIDE * SIDE];
    Arrays.fill(orange, 0, SIDE * SIDE, 0.6f);
    Arrays.fill(orange, SIDE * SIDE, 2 * SIDE * SIDE, 0.4f);
    Arrays.fill(orange, 2 * SIDE * SIDE, 3 * SIDE * SIDE, 0.2f);
    List<Float> reds = new ArrayList<>();
    for (long seed = 0; seed < 50; seed++) {
      Draw draw = new Draw(List.of(seed));
      float[] lit = safe.augmentation().apply(orange, 3, SIDE, SIDE, Track.Role.VALUES, draw);
      float red = lit[SIDE * SIDE / 2];
      float green = lit[SIDE * SIDE + SIDE * SIDE / 2];
      float blue = lit[2 * SIDE * SIDE + SIDE * SIDE / 2];
      assertEquals(1, (red - green) / (green - blue), 1e-4, "the hue");
      assertTrue(Math.abs(red - 0.6) < 0.12, "red " + red);
      reds.add(red);
    }
    assertEquals(50, Set.copyOf(reds).size());
  }

  @ParameterizedTest
  @EnumSource
  void augmentationIsFoundByItsFolderAndSaved(SafeAugmentation safe, @TempDir Path folder)
      throws IOException {
    assertEquals(safe, SafeAugmentation.of(safe.folder()));
    Path file = folder.resolve("augmentation.json");
    ImageAugmentations.types().save(safe.augmentation(), file);
    assertEquals(safe.augmentation(), ImageAugmentations.types().load(file));
    assertTrue(safe.reason().endsWith("."));
  }

  @Test
  void thereIsOneForEachPublishedCategory() {
    assertEquals(15, SafeAugmentation.values().length);
    String message =
        assertThrows(IllegalArgumentException.class, () -> SafeAugmentation.of("nut")).getMessage();
    assertTrue(message.contains("metal_nut") && message.endsWith("got 'nut'"), message);
  }
}
