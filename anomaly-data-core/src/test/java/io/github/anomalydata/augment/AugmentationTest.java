package io.github.anomalydata.augment;

import static io.github.anomalydata.Thrown.assertRefused;
import static io.github.anomalydata.Thrown.assertThrown;
import static io.github.anomalydata.augment.Augmentations.floats;
import static io.github.anomalydata.augment.Augmentations.noise;
import static io.github.anomalydata.augment.Augmentations.random;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/** What holds for every augmentation. */
class AugmentationTest {
  private static final int BATCH = 5;
  private static final int CHANNELS = 3;
  private static final int TIME = 40;
  private static final double[] VALUES = noise(BATCH * CHANNELS * TIME);
  private static final int SERIES = CHANNELS * TIME;

  static List<Augmentation> all() {
    return Augmentations.all();
  }

  private static INDArray array(DataType type) {
    return Nd4j.createFromArray(VALUES).reshape('c', BATCH, CHANNELS, TIME).castTo(type);
  }

  private static double[] augment(Augmentation augmentation, long seed) {
    return augmentation.apply(VALUES, CHANNELS, TIME, random(seed));
  }

  @ParameterizedTest
  @MethodSource("all")
  void sameSeedGivesSameBytesAndLeavesTheInputAlone(Augmentation augmentation) {
    double[] before = VALUES.clone();
    assertArrayEquals(augment(augmentation, 1), augment(augmentation, 1));
    assertArrayEquals(before, VALUES);
  }

  @ParameterizedTest
  @MethodSource("all")
  void someDrawChangesTheSeries(Augmentation augmentation) {
    assertFalse(Arrays.equals(VALUES, augment(augmentation, 1)));
    assertFalse(Arrays.equals(augment(augmentation, 1), augment(augmentation, 2)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void batchIsAugmentedAsItsSeriesOneByOne(Augmentation augmentation) {
    double[] batch = augment(augmentation, 3);
    RandomGenerator random = random(3);
    for (int from = 0; from < VALUES.length; from += SERIES) {
      double[] series = Arrays.copyOfRange(VALUES, from, from + SERIES);
      assertArrayEquals(
          Arrays.copyOfRange(batch, from, from + SERIES),
          augmentation.apply(series, CHANNELS, TIME, random));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void singlePrecisionIsDoublePrecisionRoundedOnce(Augmentation augmentation) {
    assertArrayEquals(
        floats(augment(augmentation, 4)),
        augmentation.apply(floats(VALUES), CHANNELS, TIME, random(4)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void arraysOfNd4jGiveTheSameNumbersInTheirOwnType(Augmentation augmentation) {
    INDArray doubles = augmentation.apply(array(DataType.DOUBLE), random(5));
    assertEquals(DataType.DOUBLE, doubles.dataType());
    assertArrayEquals(new long[] {BATCH, CHANNELS, TIME}, doubles.shape());
    assertArrayEquals(augment(augmentation, 5), doubles.data().asDouble());

    INDArray floats = augmentation.apply(array(DataType.FLOAT), random(5));
    assertEquals(DataType.FLOAT, floats.dataType());
    assertArrayEquals(floats(augment(augmentation, 5)), floats.data().asFloat());
  }

  @ParameterizedTest
  @MethodSource("all")
  void viewsAndOtherOrdersGiveTheSameNumbers(Augmentation augmentation) {
    for (DataType type : List.of(DataType.FLOAT, DataType.DOUBLE)) {
      INDArray expected = augmentation.apply(array(type), random(6));
      assertEquals(expected, augmentation.apply(array(type).dup('f'), random(6)));
      INDArray larger = Nd4j.ones(type, BATCH + 2, CHANNELS + 1, 2 * TIME);
      INDArray view =
          larger.get(
              NDArrayIndex.interval(1, BATCH + 1),
              NDArrayIndex.interval(1, CHANNELS + 1),
              NDArrayIndex.interval(0, 2, 2 * TIME));
      view.assign(array(type));
      assertEquals(expected, augmentation.apply(view, random(6)));
      assertEquals(array(type), view.dup());
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void keptDrawIsAppliedOnceMore(Augmentation augmentation) {
    Draw draw = Draw.of(BATCH, random(7));
    assertArrayEquals(
        augment(augmentation, 7),
        augmentation.apply(VALUES, CHANNELS, TIME, Track.Role.VALUES, draw));
    double[] series = Arrays.copyOfRange(VALUES, SERIES, 2 * SERIES);
    assertArrayEquals(
        Arrays.copyOfRange(augment(augmentation, 7), SERIES, 2 * SERIES),
        augmentation.apply(series, CHANNELS, TIME, Track.Role.VALUES, draw.row(1)));
  }

  @ParameterizedTest
  @MethodSource("all")
  void masksAndClassesStayWhatTheyAre(Augmentation augmentation) {
    double[] ones = new double[200 * TIME];
    for (int i = 0; i < ones.length; i++) {
      ones[i] = i % 7 < 3 ? 1 : 0;
    }
    for (Track.Role role : EnumSet.complementOf(EnumSet.of(Track.Role.VALUES))) {
      for (double value : augmentation.apply(ones, 1, TIME, role, Draw.of(200, random(8)))) {
        assertTrue(value == 0 || value == 1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void noDrawThrowsAndValuesStayFiniteForSeriesOfAnyLengthThatFits(Augmentation augmentation) {
    // Five segments and four knots are the most there are.
    for (int time : new int[] {5, 6, 7, 64}) {
      for (int channels : new int[] {1, 4}) {
        double[] batch = noise(500 * channels * time);
        for (double value : augmentation.apply(batch, channels, time, random(time))) {
          assertTrue(Double.isFinite(value));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void globalGeneratorIsNotTouched(Augmentation augmentation) {
    Nd4j.getRandom().setSeed(5);
    double expected = Nd4j.getRandom().nextDouble();
    Nd4j.getRandom().setSeed(5);
    augmentation.apply(array(DataType.FLOAT), random(9));
    assertEquals(expected, Nd4j.getRandom().nextDouble());
  }

  @Test
  void seriesOfABatchHaveDrawsOfTheirOwnUnlessTheDrawIsTheSame() {
    double[] equal = new double[2 * TIME];
    System.arraycopy(VALUES, 0, equal, 0, TIME);
    System.arraycopy(VALUES, 0, equal, TIME, TIME);
    Augmentation warp = TimeWarp.withDefaults();
    double[] own = warp.apply(equal, 1, TIME, Track.Role.VALUES, Draw.of(2, random(1)));
    double[] same = warp.apply(equal, 1, TIME, Track.Role.VALUES, Draw.sameOnBatch(2, random(1)));
    assertFalse(Arrays.equals(Arrays.copyOf(own, TIME), Arrays.copyOfRange(own, TIME, 2 * TIME)));
    assertArrayEquals(Arrays.copyOf(same, TIME), Arrays.copyOfRange(same, TIME, 2 * TIME));
    assertArrayEquals(Arrays.copyOf(own, TIME), Arrays.copyOf(same, TIME));
  }

  @Test
  void whatIsNoBatchIsRefused() {
    Augmentation noise = GaussianNoise.withDefaults();
    assertRefused(() -> noise.apply(new double[7], 2, 3, random(1)), "2 channels", "7 values");
    assertRefused(() -> noise.apply(new float[0], 2, 3, random(1)), "values", "0 values");
    assertRefused(() -> noise.apply(new float[6], 0, 3, random(1)), "channels: at least 1", "0");
    assertRefused(() -> noise.apply(new float[6], 2, -3, random(1)), "time: at least 1", "-3");
    assertRefused(
        () -> noise.apply(Nd4j.ones(2, 3), random(1)), "[batch, channels, time]", "[2, 3]");
    assertRefused(() -> noise.apply(Nd4j.ones(DataType.INT32, 2, 3, 4), random(1)), "float", "INT");
    assertRefused(() -> noise.apply(Nd4j.empty(DataType.FLOAT), random(1)), "batch", "not empty");
  }

  /** Padding of a million would make the noise of the rest a thousand times too strong. */
  @Test
  void stepsThatDoNotCountAreNoPartOfTheStatisticsAlsoAfterTimeWasMoved() {
    int time = 2000;
    double[] values = noise(2 * time);
    double[] mask = new double[time];
    Arrays.fill(mask, time / 2, time, 1);
    Arrays.fill(values, 0, time / 2, 1e6);
    Arrays.fill(values, time, time + time / 2, 1e6);
    Augmentation noise = GaussianNoise.withDefaults().withAmount(1, NoiseUnit.CHANNEL_DEVIATIONS);
    Augmentation order = Permutation.withDefaults().withSegments(10);
    Draw draw = Draw.of(1, random(1));
    double[] moved =
        Sequence.of(order, noise.withProbability(0)).apply(values, mask, 2, time, draw);
    double[] noisy = Sequence.of(order, noise).apply(values, mask, 2, time, draw);
    double[] difference = new double[2 * time];
    Arrays.setAll(difference, i -> noisy[i] - moved[i]);
    for (int from : new int[] {0, time}) {
      double expected = Augmentations.deviation(values, from + time / 2, from + time);
      assertEquals(1, Augmentations.deviation(difference, from, from + time) / expected, 0.1);
    }
    INDArray batch = Nd4j.createFromArray(values).reshape('c', 1, 2, time);
    INDArray steps = Nd4j.createFromArray(mask).reshape('c', 1, time);
    Augmentation both = Sequence.of(order, noise);
    assertArrayEquals(noisy, both.apply(batch, steps, draw).data().asDouble());
    assertArrayEquals(
        noisy,
        both.apply(batch, Nd4j.concat(0, steps, steps).reshape('c', 1, 2, time), draw)
            .data()
            .asDouble());
    assertArrayEquals(
        floats(noisy), both.apply(floats(values), floats(mask), 2, time, draw), 2e-2f);
  }

  @Test
  void maskOfAnotherShapeIsRefused() {
    Augmentation noise = GaussianNoise.withDefaults();
    Draw draw = Draw.of(2, random(1));
    assertRefused(
        () -> noise.apply(Nd4j.ones(2, 3, 4), Nd4j.ones(2, 5), draw),
        "mask",
        "[2, 3, 4]",
        "[2, 5]");
    assertRefused(
        () -> noise.apply(new double[24], new double[7], 3, 4, draw), "mask: 8 values", "got 7");
    assertRefused(
        () -> noise.apply(new float[24], new float[0], 3, 4, draw), "mask: 8 values", "got 0");
  }

  @Test
  void augmentationThatBreaksItsPromiseOfStepsIsAnError() {
    Augmentation shrinking = (track, random) -> track.move(new double[1]);
    assertThrown(
        IllegalStateException.class,
        () -> shrinking.apply(new double[6], 2, 3, random(1)),
        "3 steps",
        "got 1");
  }

  @Test
  void drawOfAnotherBatchIsRefused() {
    Augmentation noise = GaussianNoise.withDefaults();
    Draw draw = Draw.of(3, random(1));
    assertRefused(
        () -> noise.apply(Nd4j.ones(2, 3, 4), Track.Role.VALUES, draw), "draw", "2 series", "3");
    assertRefused(
        () -> noise.apply(new double[4], 2, 1, Track.Role.VALUES, draw), "draw", "2 series", "3");
    assertRefused(() -> Draw.of(0, random(1)), "samples: at least 1, got 0");
    assertRefused(() -> new Draw(List.of()), "seeds: at least one");
  }
}
