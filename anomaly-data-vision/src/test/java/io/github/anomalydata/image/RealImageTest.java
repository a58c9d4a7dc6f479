package io.github.anomalydata.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.anomalydata.augment.Augmentation;
import io.github.anomalydata.augment.Sequence;
import io.github.anomalydata.image.augment.Affine;
import io.github.anomalydata.image.augment.Flip;
import io.github.anomalydata.image.augment.ImageAugmentations;
import io.github.anomalydata.image.augment.ImagePair;
import io.github.anomalydata.image.augment.Perspective;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The screws of MVTec AD: grey images of 1024 x 1024 and their masks. */
class RealImageTest {
  private static Path folder = Path.of("");

  @BeforeAll
  static void findRealData() {
    String realData = System.getProperty("anomaly.realData", "");
    folder = Path.of(realData).resolve("mvtec/screw");
    assumeTrue(
        !realData.isEmpty() && Files.isDirectory(folder),
        "needs images: set -Danomaly.realData to the folder that holds mvtec/screw");
  }

  private static List<Path> files(String part) throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve(part))) {
      return files.filter(f -> f.toString().endsWith(".png")).sorted().toList();
    }
  }

  @Test
  void greyScrewsHaveThreeEqualChannelsOnRequest() throws IOException {
    for (Path file : files("test").subList(0, 3)) {
      Image rgb = ImageDecoder.withDefaults().with(ColorMode.RGB).decode(file);
      assertEquals(ImageSize.square(1024), rgb.size());
      byte[] samples = rgb.samples();
      int plane = 1024 * 1024;
      byte[] red = Arrays.copyOf(samples, plane);
      assertArrayEquals(red, Arrays.copyOfRange(samples, plane, 2 * plane));
      assertArrayEquals(red, Arrays.copyOfRange(samples, 2 * plane, 3 * plane));
      assertEquals(Image.open(file), rgb.grey());
    }
  }

  @Test
  void masksMarkTheDefectBeforeAndAfterTheyMove() throws IOException {
    Augmentation moves =
        Sequence.of(
            Flip.horizontal(),
            Affine.withDefaults().withRotation(10).withShift(0.02),
            Perspective.withDefaults().withDistortion(0.05));
    Resize resize = Resize.to(ImageSize.square(256));
    for (Path file : files("ground_truth")) {
      Mask mask = Mask.open(file);
      String name = file.getFileName().toString().replace("_mask", "");
      String defect = String.valueOf(file.getName(file.getNameCount() - 2));
      Image image = Image.open(folder.resolve("test").resolve(defect).resolve(name));
      assertEquals(image.size(), mask.size());
      ImagePair small = new ImagePair(resize.apply(image), resize.apply(mask));
      ImagePair moved = ImageAugmentations.apply(moves, small, new SplittableRandom(42));
      double share = (double) moved.mask().count() / small.mask().count();
      assertTrue(share > 0.5 && share < 2, () -> file + ": " + share);
    }
  }
}
