package io.github.anomalydata.image.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.augment.Track;
import io.github.anomalydata.image.Image;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColorJitterTest {
  private static final Image IMAGE = Goldens.smooth();

  static Stream<Goldens.Case> cases() throws IOException {
    return Goldens.cases("colours.txt").stream();
  }

  private static void apply(Track track, String name, double amount) {
    switch (name) {
      case "brightness" -> ColorOps.brightness(track, amount);
      case "contrast" -> ColorOps.contrast(track, amount);
      case "saturation" -> ColorOps.saturation(track, amount);
      default -> ColorOps.hue(track, amount);
    }
  }

  private static Image jittered(ColorJitter jitter, Image image, long seed) {
    return ImageAugmentations.apply(jitter, image, new SplittableRandom(seed));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void coloursAreThoseOfPillowWithinOneGreyLevel(Goldens.Case golden) {
    ImageAugmentation operation = (track, random) -> apply(track, golden.word(0), golden.number(1));
    Image changed = ImageAugmentations.apply(operation, IMAGE, new SplittableRandom(1));
    assertTrue(
        Goldens.furthest(golden.image(), changed) <= 1,
        () -> Goldens.furthest(golden.image(), changed) + " levels");
  }

  @Test
  void nothingChangesWithoutStrength() {
    assertEquals(IMAGE, jittered(ColorJitter.withDefaults(), IMAGE, 5));
  }

  @Test
  void factorsStayWithinTheirBounds() {
    ColorJitter jitter = ColorJitter.withDefaults().withBrightness(0.25);
    Image grey = Image.of(new byte[] {100}, 1, io.github.anomalydata.image.ImageSize.square(1));
    Set<Integer> seen = new HashSet<>();
    for (int seed = 0; seed < 2_000; seed++) {
      seen.add(jittered(jitter, grey, seed).sample(0, 0, 0));
    }
    assertTrue(seen.stream().allMatch(v -> v >= 75 && v <= 125), seen::toString);
    assertTrue(seen.contains(75) && seen.contains(125), seen::toString);
  }

  @Test
  void orderIsDrawn() {
    // Brightness that saturates and contrast do not commute: both orders must turn up.
    ColorJitter jitter = ColorJitter.withDefaults().withBrightness(3).withContrast(1);
    Set<Image> seen = new HashSet<>();
    for (int seed = 0; seed < 20; seed++) {
      seen.add(jittered(jitter, IMAGE, seed));
    }
    assertEquals(20, seen.size());
    assertEquals(jittered(jitter, IMAGE, 3), jittered(jitter, IMAGE, 3));
  }

  @Test
  void greyImageHasNeitherSaturationNorHue() {
    ColorJitter jitter = ColorJitter.withDefaults().withSaturation(1).withHue(0.5);
    Image grey = IMAGE.grey();
    assertEquals(grey, jittered(jitter, grey, 9));
    assertNotEquals(IMAGE, jittered(jitter, IMAGE, 9));
  }

  @Test
  void wrongStrengthsAreRefused() {
    ColorJitter jitter = ColorJitter.withDefaults();
    WarpTest.assertRefused(() -> jitter.withHue(0.6), "hue: in [0.0, 0.5], got 0.6");
    WarpTest.assertRefused(() -> jitter.withBrightness(-1), "brightness");
    WarpTest.assertRefused(() -> jitter.withContrast(Double.NaN), "contrast");
    WarpTest.assertRefused(() -> jitter.withSaturation(101), "saturation");
  }
}
