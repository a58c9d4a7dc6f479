package io.github.anomalydata.augment;

import static io.github.anomalydata.Thrown.assertRefused;
import static io.github.anomalydata.augment.Augmentations.noise;
import static io.github.anomalydata.augment.Augmentations.random;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Samples mixed with others of their batch. */
class MixTest {
  private static final double NAN = Double.NaN;

  @Test
  void blendIsTheWeightedMeanOfDataAndLabelsAlike() {
    Blend blend = new Blend(List.of(1, 2, 0), List.of(0.75, 0.5, 1.0));
    assertArrayEquals(
        new double[] {0.75 * 1 + 0.25 * 10, 0.75 * 2 + 0.25 * 20, 55, 110, 100, 200},
        blend.apply(new double[] {1, 2, 10, 20, 100, 200}));
    INDArray labels = Nd4j.createFromArray(new float[][] {{1, 0}, {0, 1}, {1, 0}});
    assertEquals(
        Nd4j.createFromArray(new float[][] {{0.75f, 0.25f}, {0.5f, 0.5f}, {1, 0}}),
        blend.apply(labels));
  }

  @Test
  void missingValuesWithoutAShareDoNotCount() {
    Blend blend = new Blend(List.of(1, 0), List.of(1.0, 0.0));
    assertArrayEquals(new double[] {3, 3}, blend.apply(new double[] {3, NAN}));
  }

  @Test
  void blendedValueCountsIfItDoesInBothThatHaveAShare() {
    Blend blend = new Blend(List.of(1, 2, 0), List.of(0.75, 0.0, 1.0));
    assertArrayEquals(
        new float[] {0, 1, 1, 1, 1, 1}, blend.applyToMasks(new float[] {1, 1, 0, 1, 1, 1}));
  }

  @Test
  void cutTakesAStretchOfAllChannelsFromThePartner() {
    Cut cut = new Cut(List.of(1, 0), List.of(1, 0), List.of(3, 0), 4);
    assertArrayEquals(
        new double[] {1, 50, 60, 4, 11, 90, 91, 14, 40, 50, 60, 70, 80, 90, 91, 92},
        cut.apply(new double[] {1, 2, 3, 4, 11, 12, 13, 14, 40, 50, 60, 70, 80, 90, 91, 92}));
    assertEquals(new Blend(List.of(1, 0), List.of(0.5, 1.0)), cut.blend());
  }

  @Test
  void cutTakesARectangleOfAllPlanesFromThePartner() {
    RectangleCut cut =
        new RectangleCut(
            List.of(1, 0), List.of(new Rectangle(1, 0, 2, 1), new Rectangle(0, 1, 1, 1)), 2, 3);
    assertArrayEquals(
        new double[] {1, 80, 90, 4, 5, 6, 70, 80, 90, 4, 11, 12},
        cut.apply(new double[] {1, 2, 3, 4, 5, 6, 70, 80, 90, 10, 11, 12}));
    RectangleCut ofTwoPlanes =
        new RectangleCut(
            List.of(1, 0), List.of(new Rectangle(0, 1, 1, 1), new Rectangle(0, 0, 0, 0)), 2, 1);
    assertArrayEquals(
        new float[] {1, 20, 3, 40, 10, 20, 30, 40},
        ofTwoPlanes.apply(new float[] {1, 2, 3, 4, 10, 20, 30, 40}));
    assertEquals(new Blend(List.of(1, 0), List.of(1 - 2 / 6.0, 1 - 1 / 6.0)), cut.blend());
  }

  @Test
  void arraysOfNd4jGiveTheSameNumbersInTheirOwnType() {
    double[] values = noise(5 * 3 * 8);
    Cut cut = CutMix.withDefaults().draw(5, 8, random(1));
    RectangleCut rectangles = CutMix.withDefaults().draw(5, 3, 8, random(1));
    Blend blend = Mixup.withDefaults().draw(5, random(1));
    for (DataType type : List.of(DataType.DOUBLE, DataType.FLOAT)) {
      INDArray batch = Nd4j.createFromArray(values).reshape('c', 5, 3, 8).castTo(type).dup('f');
      assertEquals(type, cut.apply(batch).dataType());
      assertEquals(
          Nd4j.createFromArray(cut.apply(values)).reshape('c', 5, 3, 8).castTo(type),
          cut.apply(batch));
      assertEquals(
          Nd4j.createFromArray(rectangles.apply(values)).reshape('c', 5, 3, 8).castTo(type),
          rectangles.apply(batch));
      assertEquals(
          Nd4j.createFromArray(blend.apply(values)).reshape('c', 5, 3, 8).castTo(type),
          blend.apply(batch));
      assertEquals(
          Nd4j.createFromArray(blend.applyToMasks(values)).reshape('c', 5, 3, 8).castTo(type),
          blend.applyToMasks(batch));
    }
    float[] floats = Augmentations.floats(values);
    assertArrayEquals(Augmentations.floats(cut.apply(values)), cut.apply(floats));
    assertArrayEquals(Augmentations.floats(blend.apply(values)), blend.apply(floats));
  }

  /** Of Beta(a, a), the mean is 1/2 and the variance 1 / (4 (2 a + 1)). */
  @ParameterizedTest
  @CsvSource({"1", "0.5", "0.2", "0.01"})
  void lambdasHaveMeanAndVarianceOfTheBetaDistribution(double alpha) {
    int draws = 50_000;
    RandomGenerator random = random(2);
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      double lambda = Partners.lambda(alpha, random);
      assertTrue(lambda >= 0 && lambda <= 1);
      sum += lambda - 0.5;
      squares += (lambda - 0.5) * (lambda - 0.5);
    }
    assertEquals(0, sum / draws, 0.01);
    assertEquals(1 / (4 * (2 * alpha + 1)), squares / draws, 0.003);
  }

  @Test
  void sharesOfCutsAreThoseOfTheDistribution() {
    Cut cut = CutMix.withDefaults().draw(50_000, 200, random(3));
    double[] lambdas = cut.blend().lambdas().stream().mapToDouble(Double::doubleValue).toArray();
    assertEquals(0.5, Augmentations.mean(lambdas, 0, lambdas.length), 0.01);
    assertEquals(Math.sqrt(1 / 12.0), Augmentations.deviation(lambdas, 0, lambdas.length), 0.005);
  }

  @Test
  void rectanglesLieWithinTheImageAnywhereAndHaveItsShape() {
    RectangleCut cut = CutMix.withDefaults().draw(50_000, 100, 200, random(3));
    double[] lambdas = cut.blend().lambdas().stream().mapToDouble(Double::doubleValue).toArray();
    assertEquals(0.5, Augmentations.mean(lambdas, 0, lambdas.length), 0.01);
    assertEquals(Math.sqrt(1 / 12.0), Augmentations.deviation(lambdas, 0, lambdas.length), 0.005);
    double across = 0;
    double down = 0;
    for (Rectangle rectangle : cut.rectangles()) {
      assertEquals(rectangle.width(), 2 * rectangle.height(), 2);
      across += rectangle.left() + rectangle.width() / 2.0 - 100;
      down += rectangle.top() + rectangle.height() / 2.0 - 50;
    }
    assertEquals(0, across / 50_000, 1);
    assertEquals(0, down / 50_000, 0.5);
  }

  @Test
  void sameSeedGivesTheSameDraw() {
    assertEquals(Mixup.withDefaults().draw(9, random(4)), Mixup.withDefaults().draw(9, random(4)));
    assertEquals(
        CutMix.withDefaults().draw(9, 20, random(4)), CutMix.withDefaults().draw(9, 20, random(4)));
  }

  @Test
  void whatBreaksARuleIsRefused() {
    assertRefused(() -> Mixup.withDefaults().withAlpha(0), "alpha: in [0.01, 1.0], got 0.0");
    assertRefused(() -> CutMix.withDefaults().withAlpha(NAN), "alpha", "NaN");
    assertRefused(() -> Mixup.withDefaults().draw(0, random(1)), "samples: at least 1, got 0");
    assertRefused(() -> CutMix.withDefaults().draw(1, 0, random(1)), "time: at least 1, got 0");
    assertRefused(() -> CutMix.withDefaults().draw(1, 2, 0, random(1)), "width: at least 1, got 0");
    assertRefused(() -> new Rectangle(-1, 0, 1, 1), "left: at least 0, got -1");
    assertRefused(
        () -> new RectangleCut(List.of(0), List.of(new Rectangle(2, 0, 2, 1)), 3, 3),
        "rectangles: within 3 x 3 pixels",
        "left=2");
    assertRefused(
        () -> new RectangleCut(List.of(0), List.of(), 70_000, 70_000), "height * width", "4.9");
    assertRefused(
        () -> new RectangleCut(List.of(0), List.of(), 3, 3), "rectangles", "1 samples", "0");
    assertRefused(() -> new Blend(List.of(0, 0), List.of(1.0, 1.0)), "partners", "[0, 0]");
    assertRefused(() -> new Blend(List.of(0), List.of(1.0, 1.0)), "lambdas", "1 samples", "2");
    assertRefused(() -> new Blend(List.of(0), List.of(1.5)), "lambdas", "1.5");
    assertRefused(() -> new Cut(List.of(0), List.of(3), List.of(2), 4), "ends", "2");
    assertRefused(() -> new Cut(List.of(0), List.of(3), List.of(5), 4), "ends", "5");
  }

  @Test
  void arraysOfAnotherBatchAreRefused() {
    Blend blend = new Blend(List.of(1, 0), List.of(1.0, 1.0));
    Cut cut = new Cut(List.of(1, 0), List.of(0, 0), List.of(1, 1), 4);
    assertRefused(() -> blend.apply(new double[3]), "values: 2 rows", "3 values");
    assertRefused(() -> blend.apply(new float[0]), "values", "0 values");
    assertRefused(() -> cut.apply(new double[12]), "whole channels of 4 steps", "12");
    assertRefused(() -> blend.apply(Nd4j.ones(3, 2)), "batch: 2 rows", "[3, 2]");
    RectangleCut rectangles = CutMix.withDefaults().draw(2, 3, 4, random(1));
    assertRefused(() -> rectangles.apply(new float[25]), "2 rows of whole channels of 12", "25");
    assertRefused(
        () -> rectangles.apply(Nd4j.ones(2, 1, 4, 3)), "3 rows and 4 columns", "[2, 1, 4, 3]");
    assertRefused(() -> rectangles.apply(Nd4j.ones(2, 4)), "3 rows and 4 columns", "[2, 4]");
    assertRefused(() -> cut.apply(Nd4j.ones(2, 5)), "4 steps", "[2, 5]");
    assertRefused(() -> blend.apply(Nd4j.ones(DataType.INT32, 2, 2)), "float or double", "INT");
  }
}
