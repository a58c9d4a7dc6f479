package io.github.anomalydata.image.augment;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.augment.Track;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageSize;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Images against those that torchvision makes of tensors. */
class TorchvisionTest {
  private static final ImageSize SIZE = Goldens.SIZE;

  private static Stream<Goldens.Case> cases(String words) throws IOException {
    return Goldens.cases("torchvision.txt").stream().filter(c -> c.word(0).matches(words));
  }

  static Stream<Goldens.Case> colours() throws IOException {
    return cases("brightness|contrast|saturation|hue");
  }

  static Stream<Goldens.Case> warps() throws IOException {
    return cases("rotate|affine|perspective");
  }

  static Stream<Goldens.Case> blurs() throws IOException {
    return cases("blur");
  }

  private static void assertWithinOneLevel(Image expected, Image actual) {
    int furthest = Goldens.furthest(expected, actual);
    assertTrue(furthest <= 1, furthest + " levels");
  }

  private static void colour(Track track, Goldens.Case golden) {
    for (int i = 0; i < golden.name().split(" ", -1).length; i += 2) {
      double amount = golden.number(i + 1);
      switch (golden.word(i)) {
        case "brightness" -> ColorOps.brightness(track, amount);
        case "contrast" -> ColorOps.contrast(track, amount);
        case "saturation" -> ColorOps.saturation(track, amount);
        default -> ColorOps.hue(track, amount);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("colours")
  void coloursAreWithinOneGreyLevelInAnyOrder(Goldens.Case golden) {
    ImageAugmentation operation = (track, random) -> colour(track, golden);
    assertWithinOneLevel(
        golden.image(),
        ImageAugmentations.apply(operation, Goldens.smooth(), new SplittableRandom(1)));
  }

  private static Projection projection(Goldens.Case golden) {
    return switch (golden.word(0)) {
      case "rotate" -> Projection.rotation(golden.number(1), SIZE);
      // torchvision turns and shears the other way round here.
      case "affine" ->
          Projection.affine(
              -golden.number(1),
              golden.number(4),
              -golden.number(5),
              golden.number(2),
              golden.number(3),
              SIZE);
      default ->
          Projection.ofCorners(
              IntStream.rangeClosed(1, 8).mapToDouble(golden::number).toArray(), SIZE);
    };
  }

  /** At the border torchvision blends with black, where Pillow and this library do not. */
  private static boolean isInside(Projection projection, int x, int y) {
    double u = projection.x(x + 0.5, y + 0.5);
    double v = projection.y(x + 0.5, y + 0.5);
    return u >= 0.5 && v >= 0.5 && u <= SIZE.width() - 0.5 && v <= SIZE.height() - 0.5;
  }

  @ParameterizedTest
  @MethodSource("warps")
  void warpsAreWithinOneGreyLevelAwayFromTheBorder(Goldens.Case golden) {
    Projection projection = projection(golden);
    Image warped = Warp.of(projection).apply(Goldens.noise(SIZE, 3));
    int compared = 0;
    for (int i = 0; i < SIZE.width() * SIZE.height(); i++) {
      int x = i % SIZE.width();
      int y = i / SIZE.width();
      if (isInside(projection, x, y)) {
        compared++;
        for (int c = 0; c < 3; c++) {
          int difference = warped.sample(c, x, y) - golden.image().sample(c, x, y);
          assertTrue(Math.abs(difference) <= 1, golden + " at " + x + ", " + y + ": " + difference);
        }
      }
    }
    assertTrue(compared > 40, compared + " pixels");
  }

  @ParameterizedTest
  @MethodSource("blurs")
  void blursAreWithinOneGreyLevel(Goldens.Case golden) {
    double sigma = golden.number(1);
    assertWithinOneLevel(
        golden.image(),
        ImageAugmentations.apply(
            GaussianBlur.of(sigma, sigma), Goldens.noise(SIZE, 3), new SplittableRandom(1)));
  }
}
