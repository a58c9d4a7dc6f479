package io.github.anomalydata.image.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.augment.Augmentation;
import io.github.anomalydata.augment.Draw;
import io.github.anomalydata.augment.GaussianNoise;
import io.github.anomalydata.augment.NoiseUnit;
import io.github.anomalydata.augment.OneOf;
import io.github.anomalydata.augment.Sequence;
import io.github.anomalydata.augment.SomeOf;
import io.github.anomalydata.augment.TimeWarp;
import io.github.anomalydata.augment.Track;
import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.image.BorderMode;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Mask;
import io.github.anomalydata.image.Normalization;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class ImageAugmentationTest {
  private static final ImageSize SIZE = ImageSize.of(41, 33);
  private static final Affine MIRRORED =
      Affine.withDefaults().withRotation(40).withShift(0.1).withScale(0.7, 1.4).withShear(20);

  static Stream<Augmentation> geometry() {
    return Stream.of(
        Flip.horizontal(),
        Flip.vertical(),
        Rotation.upTo(180),
        Rotation.upTo(30).with(BorderMode.EDGE),
        Rotation.upTo(30).withFill(0),
        MIRRORED,
        MIRRORED.with(BorderMode.EDGE),
        MIRRORED.withFill(0),
        Perspective.withDefaults().withDistortion(0.5),
        Perspective.withDefaults().with(BorderMode.EDGE),
        Perspective.withDefaults().withFill(0));
  }

  static Stream<Augmentation> all() {
    return Stream.concat(
        geometry(),
        Stream.of(
            ColorJitter.withDefaults().withBrightness(0.3).withContrast(0.3).withHue(0.1),
            GaussianBlur.of(0.5, 2),
            GaussianNoise.withDefaults(),
            RandomErasing.withDefaults(),
            CutPaste.withDefaults().withRatio(8).withArea(0.01, 0.1).withJitter(0.2),
            PerlinDefect.withDefaults().withDetail(3).withThreshold(0.3).withMaximumOpacity(0.6)));
  }

  static Stream<Augmentation> strengthless() {
    return Stream.of(
        Rotation.upTo(0),
        Affine.withDefaults(),
        Perspective.withDefaults().withDistortion(0),
        ColorJitter.withDefaults(),
        GaussianBlur.of(0, 0),
        RandomErasing.withDefaults().withArea(0, 0),
        GaussianNoise.withDefaults().withAmount(0, NoiseUnit.ABSOLUTE),
        Flip.horizontal().withProbability(0));
  }

  /** A black image with a white square, and the mask of the square. */
  private static ImagePair marked(SplittableRandom random) {
    int x = random.nextInt(SIZE.width() - 9);
    int y = random.nextInt(SIZE.height() - 9);
    byte[] samples = new byte[3 * SIZE.width() * SIZE.height()];
    for (int i = 0; i < samples.length; i++) {
      int column = i % SIZE.width();
      int row = i / SIZE.width() % SIZE.height();
      if (column >= x && column < x + 9 && row >= y && row < y + 9) {
        samples[i] = -1;
      }
    }
    Image image = Image.of(samples, 3, SIZE);
    return new ImagePair(image, Mask.of(image));
  }

  @ParameterizedTest
  @MethodSource("geometry")
  void markerAndItsMaskMoveTogether(Augmentation augmentation) {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 30; round++) {
      ImagePair moved = ImageAugmentations.apply(augmentation, marked(random), random);
      for (int y = 0; y < SIZE.height(); y++) {
        for (int x = 0; x < SIZE.width(); x++) {
          // The nearest pixel counts for at least a quarter of the bilinear mean.
          int sample = moved.image().sample(0, x, y);
          boolean agrees = moved.mask().at(x, y) ? sample >= 63 : sample <= 192;
          assertTrue(agrees, () -> augmentation + ": " + sample);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void maskStaysZerosAndOnes(Augmentation augmentation) {
    SplittableRandom random = new SplittableRandom(12);
    byte[] bits = marked(random).mask().bits();
    float[] labels = new float[bits.length];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = bits[i];
    }
    for (Track.Role role : Track.Role.values()) {
      if (role != Track.Role.VALUES) {
        Draw draw = Draw.of(1, random);
        float[] moved = augmentation.apply(labels, 1, SIZE.height(), SIZE.width(), role, draw);
        for (float value : moved) {
          assertTrue(value == 0 || value == 1, () -> augmentation + ": " + value);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("strengthless")
  void nothingChangesAtNoStrength(Augmentation augmentation) {
    ImagePair pair = new ImagePair(Goldens.noise(SIZE, 3), marked(new SplittableRandom(1)).mask());
    assertEquals(pair, ImageAugmentations.apply(augmentation, pair, new SplittableRandom(2)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void sameSeedGivesTheSameBytesAndAnotherOthers(Augmentation augmentation) {
    Image image = Goldens.noise(SIZE, 3);
    Image first = ImageAugmentations.apply(augmentation, image, new SplittableRandom(3));
    assertEquals(first, ImageAugmentations.apply(augmentation, image, new SplittableRandom(3)));
    assertNotEquals(image, first);
    if (!(augmentation instanceof Flip)) {
      assertNotEquals(
          first, ImageAugmentations.apply(augmentation, image, new SplittableRandom(4)));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void augmentationIsSavedAndLoaded(Augmentation augmentation, @TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("augmentation.json");
    Augmentation composed =
        Sequence.of(augmentation.withProbability(0.5), OneOf.of(TimeWarp.withDefaults()));
    ImageAugmentations.types().save(composed, file);
    assertEquals(composed, ImageAugmentations.types().load(file));
  }

  @Test
  void flipSwapsColumnsOrRows() {
    Image image = Goldens.noise(ImageSize.of(5, 4), 3);
    Image columns = ImageAugmentations.apply(Flip.horizontal(), image, new SplittableRandom(1));
    Image rows = ImageAugmentations.apply(Flip.vertical(), image, new SplittableRandom(1));
    assertEquals(image.sample(2, 0, 3), columns.sample(2, 4, 3));
    assertEquals(image.sample(2, 2, 1), columns.sample(2, 2, 1));
    assertEquals(image.sample(1, 3, 0), rows.sample(1, 3, 3));
  }

  @Test
  void rotationTurnsUpToItsAngleEitherWay() {
    // A bright pixel right of the middle goes up when turned counter-clockwise.
    byte[] samples = new byte[31 * 31];
    samples[15 * 31 + 30] = -1;
    Image image = Image.of(samples, 1, ImageSize.square(31));
    int highest = 31;
    int lowest = 0;
    for (int seed = 0; seed < 300; seed++) {
      Image turned =
          ImageAugmentations.apply(
              Rotation.upTo(30).withFill(0), image, new SplittableRandom(seed));
      for (int i = 0; i < samples.length; i++) {
        if (turned.sample(0, i % 31, i / 31) > 40) {
          highest = Math.min(highest, i / 31);
          lowest = Math.max(lowest, i / 31);
        }
      }
    }
    // 15 sin 30 degrees is 7.5 rows from row 15.
    assertTrue(highest >= 7 && highest <= 8, "highest " + highest);
    assertTrue(lowest >= 22 && lowest <= 23, "lowest " + lowest);
  }

  @Test
  void blurKeepsTheMeanAndASinglePointBecomesAGaussian() {
    float[] point = new float[21 * 21];
    point[10 * 21 + 10] = 1;
    float[] blurred =
        GaussianBlur.of(1.5, 1.5).apply(point, 1, 21, 21, Track.Role.VALUES, new Draw(List.of(1L)));
    double sum = 0;
    for (float value : blurred) {
      sum += value;
    }
    assertEquals(1, sum, 1e-6);
    assertEquals(Math.exp(-4 / 4.5), blurred[10 * 21 + 12] / blurred[10 * 21 + 10], 1e-6);
  }

  @Test
  void erasedRectangleIsWholeAlsoOfOddLength() {
    // 0.2025 of 20 x 20 is 81: of ratio 1 a square of 9.
    RandomErasing erasing = RandomErasing.withDefaults().withArea(0.2025, 0.2025).withRatio(1);
    Image white = Mask.empty(ImageSize.square(20)).toImage();
    Image erased = ImageAugmentations.apply(erasing.withFill(1), white, new SplittableRandom(8));
    assertEquals(81, Mask.of(erased).count());
  }

  @Test
  void erasingNeverLeavesTheImage() {
    RandomErasing erasing = RandomErasing.withDefaults().withArea(0.9, 1).withRatio(100);
    Image image = Mask.empty(ImageSize.of(7, 3)).toImage();
    for (int seed = 0; seed < 200; seed++) {
      Image erased =
          ImageAugmentations.apply(erasing.withFill(1), image, new SplittableRandom(seed));
      assertTrue(Mask.of(erased).count() > 0);
    }
  }

  @ParameterizedTest
  @MethodSource("defects")
  void defectIsWhereItsMaskSays(Augmentation augmentation) {
    Image image = Goldens.noise(SIZE, 3);
    ImagePair pair = new ImagePair(image, Mask.empty(SIZE));
    for (int seed = 0; seed < 50; seed++) {
      ImagePair made = ImageAugmentations.apply(augmentation, pair, new SplittableRandom(seed));
      int changed = 0;
      for (int y = 0; y < SIZE.height(); y++) {
        for (int x = 0; x < SIZE.width(); x++) {
          boolean differs = false;
          for (int c = 0; c < 3; c++) {
            differs |= image.sample(c, x, y) != made.image().sample(c, x, y);
          }
          assertTrue(!differs || made.mask().at(x, y), () -> augmentation + " beyond its mask");
          changed += differs ? 1 : 0;
        }
      }
      assertTrue(made.mask().count() > 0);
      assertTrue(changed > 0.9 * made.mask().count(), changed + " of " + made.mask());
    }
  }

  static Stream<Augmentation> defects() {
    return Stream.of(
        CutPaste.withDefaults().withArea(0.05, 0.2),
        PerlinDefect.withDefaults().withDetail(4).withThreshold(0.3));
  }

  @Test
  void defectKeepsTheMaskThatWasThere() {
    ImagePair pair = marked(new SplittableRandom(3));
    ImagePair made =
        ImageAugmentations.apply(CutPaste.withDefaults(), pair, new SplittableRandom(4));
    assertEquals(made.mask(), made.mask().or(pair.mask()));
    assertTrue(made.mask().count() > pair.mask().count());
  }

  @Test
  void sampleMovesItsImageMaskAndLabelsAndNothingElse() throws IOException {
    SampleLayout layout =
        new SampleLayout(
            List.of(Field.of("image", 3, 4, 5).withMask(4, 5), Field.of("series", 2, 6)),
            List.of(Field.of("mask", 1, 4, 5), Field.of("class", 2)));
    float[] image = ramp(60);
    float[] mask = ramp(20);
    float[] valid = new float[20];
    Arrays.fill(valid, 10, 20, 1);
    float[] series = ramp(12);
    Sample sample =
        Sample.of(
            new SampleKey("it", 0),
            layout,
            new float[][] {image, series, mask, ramp(2)},
            new float[][] {valid, new float[0], new float[0], new float[0]});
    Sample flipped = Sequence.of(Flip.horizontal()).apply(sample, new SplittableRandom(1));
    assertEquals(4, flipped.values("image")[0]);
    assertEquals(44, flipped.values("image")[40]);
    assertEquals(4, flipped.values("mask")[0]);
    assertSame(series, flipped.values("series"));
    Sample turned = Flip.vertical().apply(sample, new SplittableRandom(1));
    assertArrayEquals(
        new float[] {1, 0}, new float[] {turned.mask("image")[0], turned.mask("image")[19]});
  }

  private static float[] ramp(int length) {
    float[] ramp = new float[length];
    for (int i = 0; i < length; i++) {
      ramp[i] = i;
    }
    return ramp;
  }

  @Test
  void compositionOfSeriesAndImagesChangesEachByItsOwn() {
    Augmentation both = SomeOf.of(2, Flip.horizontal(), TimeWarp.withDefaults().withStrength(0.5));
    float[] image = ramp(6);
    float[] flipped = both.apply(image, 1, 2, 3, Track.Role.VALUES, new Draw(List.of(1L)));
    assertArrayEquals(new float[] {2, 1, 0, 5, 4, 3}, flipped);
    double[] series = new double[50];
    for (int i = 0; i < 50; i++) {
      series[i] = i;
    }
    double[] warped = both.apply(series, 1, 50, Track.Role.VALUES, new Draw(List.of(1L)));
    assertEquals(0, warped[0], 1e-9);
    assertEquals(49, warped[49], 1e-9);
  }

  @Test
  void batchOfImagesIsAugmentedImageByImage() {
    INDArray batch = Nd4j.create(ramp(2 * 3 * 4 * 5), 2, 3, 4, 5);
    INDArray flipped = Flip.horizontal().apply(batch, new SplittableRandom(1));
    assertArrayEquals(batch.shape(), flipped.shape());
    assertEquals(batch.getFloat(1, 2, 3, 0), flipped.getFloat(1, 2, 3, 4));
    INDArray masks = Nd4j.create(ramp(2 * 4 * 5), 2, 1, 4, 5);
    Draw draw = Draw.of(2, new SplittableRandom(1));
    INDArray moved = Flip.vertical().apply(masks, Track.Role.LABELS, draw);
    assertEquals(masks.getFloat(1, 0, 0, 2), moved.getFloat(1, 0, 3, 2));
  }

  @Test
  void lastStepNormalizesWhatWasAugmentedInItsRange(@TempDir Path folder) throws IOException {
    Image image = Goldens.noise(SIZE, 3);
    Normalization imageNet = Normalization.imageNet();
    Augmentation steps = Sequence.of(Flip.horizontal(), NormalizationStep.of(imageNet));
    float[] values = Normalization.unitRange(3).apply(image);
    float[] augmented =
        steps.apply(values, 3, SIZE.height(), SIZE.width(), Track.Role.VALUES, draw());
    Image flipped = ImageAugmentations.apply(Flip.horizontal(), image, new SplittableRandom(1));
    assertArrayEquals(imageNet.apply(flipped), augmented, 0);
    float[] mask = {0, 1, 1, 0};
    NormalizationStep step = NormalizationStep.of(imageNet);
    assertArrayEquals(mask, step.apply(mask, 1, 2, 2, Track.Role.LABELS, draw()), 0);
    WarpTest.assertRefused(
        () -> step.apply(mask, 1, 2, 2, Track.Role.VALUES, draw()), "for 1 channels, got 3");
    ImageAugmentations.types().save(steps, folder.resolve("steps.json"));
    assertEquals(steps, ImageAugmentations.types().load(folder.resolve("steps.json")));
  }

  @Test
  void arraysThatAreNoImagesAreRefused() {
    INDArray series = Nd4j.zeros(2, 3, 4);
    SplittableRandom random = new SplittableRandom(1);
    WarpTest.assertRefused(
        () -> Flip.horizontal().apply(series, random), "[batch, channels, height, width]");
    WarpTest.assertRefused(
        () -> Flip.horizontal().apply(new float[6], 2, 3, random), "[channels, height, width]");
    WarpTest.assertRefused(
        () -> TimeWarp.withDefaults().apply(new float[6], 1, 2, 3, Track.Role.VALUES, draw()),
        "[channels, time]");
    SampleLayout layout = SampleLayout.of(Field.of("series", 2, 6), Field.of("class", 2));
    WarpTest.assertRefused(() -> Flip.vertical().layout(layout), "[channels, height, width]");
    WarpTest.assertRefused(
        () -> new ImagePair(Goldens.noise(SIZE, 1), Mask.empty(ImageSize.square(3))), "3 x 3");
  }

  private static Draw draw() {
    return new Draw(List.of(1L));
  }

  @Test
  void defectNeedsItsLabel() {
    SampleLayout layout = SampleLayout.of(Field.of("image", 3, 4, 4), Field.of("other", 1, 4, 4));
    WarpTest.assertRefused(() -> CutPaste.withDefaults().layout(layout), "'mask'");
    assertSame(layout, CutPaste.withDefaults().withLabel("other").layout(layout));
    assertSame(layout, PerlinDefect.withDefaults().withLabel("other").layout(layout));
    WarpTest.assertRefused(() -> PerlinDefect.withDefaults().layout(layout), "'mask'");
  }

  @Test
  void wrongOptionsAreRefused() {
    WarpTest.assertRefused(() -> Rotation.upTo(181), "degrees: in [0.0, 180.0], got 181.0");
    WarpTest.assertRefused(() -> MIRRORED.withScale(0, 1), "scale: above 0");
    WarpTest.assertRefused(() -> MIRRORED.withScale(2, 1), "scale: in [2.0, 100.0], got 1.0");
    WarpTest.assertRefused(() -> MIRRORED.withShear(90), "shear");
    WarpTest.assertRefused(() -> MIRRORED.withShift(1.5), "shift");
    WarpTest.assertRefused(() -> Perspective.withDefaults().withDistortion(1), "distortion");
    WarpTest.assertRefused(() -> GaussianBlur.of(2, 1), "maximumSigma: in [2.0, 100.0]");
    WarpTest.assertRefused(() -> RandomErasing.withDefaults().withArea(0.5, 0.4), "maximumArea");
    WarpTest.assertRefused(() -> RandomErasing.withDefaults().withRatio(0.5), "ratio");
    WarpTest.assertRefused(() -> CutPaste.withDefaults().withJitter(2), "jitter");
    WarpTest.assertRefused(() -> PerlinDefect.withDefaults().withDetail(9), "detail");
    WarpTest.assertRefused(() -> PerlinDefect.withDefaults().withThreshold(-1), "threshold");
  }
}
