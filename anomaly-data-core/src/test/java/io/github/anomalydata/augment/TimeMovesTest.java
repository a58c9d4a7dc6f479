package io.github.anomalydata.augment;

import static io.github.anomalydata.Thrown.assertRefused;
import static io.github.anomalydata.augment.Augmentations.floats;
import static io.github.anomalydata.augment.Augmentations.noise;
import static io.github.anomalydata.augment.Augmentations.ramp;
import static io.github.anomalydata.augment.Augmentations.random;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Augmentations that move time. */
class TimeMovesTest {
  private static final int TIME = 101;

  static List<Augmentation> moving() {
    return Augmentations.moving();
  }

  @ParameterizedTest
  @MethodSource("moving")
  void allChannelsMoveAlike(Augmentation augmentation) {
    double[] moved = augmentation.apply(ramp(2, TIME), 2, TIME, random(1));
    assertArrayEquals(Arrays.copyOf(moved, TIME), Arrays.copyOfRange(moved, TIME, 2 * TIME));
  }

  /** A channel that counts its steps tells where each value comes from. */
  @ParameterizedTest
  @MethodSource("moving")
  void eachStepHasTheLabelsOfTheNearestStep(Augmentation augmentation) {
    Draw draw = Draw.of(1, random(2));
    double[] places = augmentation.apply(ramp(1, TIME), 1, TIME, Track.Role.VALUES, draw);
    double[] labels = augmentation.apply(ramp(1, TIME), 1, TIME, Track.Role.LABELS, draw);
    for (int t = 0; t < TIME; t++) {
      assertEquals(Math.floor(places[t] + 0.5), labels[t], 0);
    }
  }

  @ParameterizedTest
  @MethodSource("moving")
  void stepCountsIfEveryStepItIsMadeFromDoes(Augmentation augmentation) {
    Draw draw = Draw.of(1, random(3));
    double[] mask = new double[TIME];
    Arrays.fill(mask, 30, TIME, 1);
    double[] places = augmentation.apply(ramp(1, TIME), 1, TIME, Track.Role.VALUES, draw);
    double[] moved = augmentation.apply(mask, 1, TIME, Track.Role.MASK, draw);
    for (int t = 0; t < TIME; t++) {
      assertEquals(places[t] >= 30 ? 1 : 0, moved[t], 0);
    }
  }

  /** A million draws of every strength up to 1, each knot count from 1 to 9. */
  @Test
  void timeWarpNeverRunsBackwardsAndKeepsItsEnds() {
    RandomGenerator random = random(4);
    double[] positions = new double[50];
    for (int draw = 0; draw < 1_000_000; draw++) {
      double strength = (1 + draw % 1000) / 1000.0;
      new TimeWarp(strength, 1 + draw % 9).positions(positions, random);
      boolean isMonotone = positions[0] == 0 && positions[49] == 49;
      for (int t = 1; t < 50; t++) {
        isMonotone &= positions[t] >= positions[t - 1];
      }
      assertTrue(isMonotone);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, 0.2})
  void displacementOfTimeWarpHasTheDocumentedMeanAndSpread(double strength) {
    int knots = 3;
    int draws = 40_000;
    TimeWarp warp = TimeWarp.withDefaults().withStrength(strength).withKnots(knots);
    RandomGenerator random = random(5);
    double[] sum = new double[knots + 2];
    double[] squares = new double[knots + 2];
    for (int draw = 0; draw < draws; draw++) {
      double[] positions = warp.positions(new double[TIME], random);
      for (int j = 1; j <= knots; j++) {
        double displacement = positions[25 * j] - 25 * j;
        sum[j] += displacement;
        squares[j] += displacement * displacement;
      }
    }
    for (int j = 1; j <= knots; j++) {
      double share = j / 4.0;
      double spread = 100 * Math.sqrt(Math.expm1(strength * strength) * share * (1 - share) / 4);
      assertEquals(0, sum[j] / draws, 5 * spread / Math.sqrt(draws));
      assertEquals(1, Math.sqrt(squares[j] / draws) / spread, 0.05);
    }
  }

  @Test
  void strengthZeroIsTheIdentity() {
    double[] values = noise(2 * TIME);
    assertArrayEquals(
        values, TimeWarp.withDefaults().withStrength(0).apply(values, 2, TIME, random(1)));
    assertArrayEquals(
        values, WindowSlice.withDefaults().withRatio(1).apply(values, 2, TIME, random(1)));
    assertArrayEquals(
        values, WindowWarp.withDefaults().withFactor(1).apply(values, 2, TIME, random(1)));
    assertArrayEquals(
        values, Permutation.withDefaults().withSegments(1).apply(values, 2, TIME, random(1)));
  }

  @Test
  void windowSliceStretchesAWindowOfTheRatio() {
    for (int seed = 0; seed < 50; seed++) {
      double[] places =
          WindowSlice.withDefaults().withRatio(0.25).apply(ramp(1, TIME), 1, TIME, random(seed));
      assertEquals(25, places[100] - places[0], 1e-9);
      assertEquals(0.25, places[51] - places[50], 1e-9);
      assertTrue(places[0] >= 0 && places[100] <= 100);
    }
  }

  @Test
  void shorterWindowIsAPieceOfTheSeriesThatBeginsAnywhere() {
    WindowSlice slice = WindowSlice.withDefaults().withRatio(0.5).with(SliceLength.SHORTER);
    int[] starts = new int[6];
    double[] pieces = slice.apply(ramp(30_000, 10), 1, 10, random(1));
    assertEquals(5, slice.time(10));
    for (int i = 0; i < pieces.length; i += 5) {
      starts[(int) pieces[i]]++;
      assertEquals(pieces[i] + 4, pieces[i + 4]);
    }
    for (int start : starts) {
      assertEquals(5000, start, 350);
    }
    INDArray batch = slice.apply(Nd4j.rand(DataType.FLOAT, 3, 2, 10), random(1));
    assertArrayEquals(new long[] {3, 2, 5}, batch.shape());
    INDArray doubles = slice.apply(Nd4j.rand(DataType.DOUBLE, 3, 2, 10), random(1));
    assertArrayEquals(new long[] {3, 2, 5}, doubles.shape());
    assertEquals(1, slice.withRatio(0.06).time(10));
    assertEquals(10, slice.withRatio(1).time(10));
  }

  @Test
  void shorterWindowShortensFieldsMasksAndLabels() {
    SampleLayout layout =
        SampleLayout.of(Field.of("sensors", 2, 10).withMask(10), Field.of("state", 1, 10));
    Augmentation slice =
        Sequence.of(
            WindowSlice.withDefaults().withRatio(0.5).with(SliceLength.SHORTER),
            WindowSlice.withDefaults().withRatio(0.4).with(SliceLength.SHORTER));
    SampleLayout expected =
        SampleLayout.of(Field.of("sensors", 2, 2).withMask(2), Field.of("state", 1, 2));
    assertEquals(expected, slice.layout(layout));
    Sample sample =
        Sample.of(
            new SampleKey("a", 0),
            layout,
            new float[][] {floats(ramp(2, 10)), floats(ramp(1, 10))},
            new float[][] {floats(ramp(1, 10)), {}});
    Sample sliced = slice.apply(sample, random(1));
    assertEquals(expected, sliced.layout());
    assertArrayEquals(sliced.values("state"), sliced.mask("sensors"));
    assertArrayEquals(sliced.values("state"), Arrays.copyOf(sliced.values("sensors"), 2));
  }

  @Test
  void choiceBetweenLengthsIsRefusedSinceSuchSeriesAreNoBatch() {
    Augmentation slice = WindowSlice.withDefaults().with(SliceLength.SHORTER);
    double[] series = ramp(1, 10);
    SampleLayout layout = SampleLayout.of(Field.of("sensors", 1, 10), Field.of("rul", 1));
    for (Augmentation choice :
        List.of(
            OneOf.of(slice, TimeWarp.withDefaults()),
            SomeOf.of(1, TimeWarp.withDefaults(), slice),
            slice.withProbability(0.5))) {
      assertRefused(
          () -> choice.apply(series, 1, 10, random(1)), "augmentation", "number of steps", "9");
      assertRefused(() -> choice.layout(layout), "augmentation", "number of steps", "9");
    }
    assertEquals(9, OneOf.of(slice, slice).time(10));
  }

  @Test
  void windowWarpGoesThroughAllOfTimeAtTwoSpeeds() {
    // Of the result, a window of 0.2 lasts 0.4 / 1.2 or 0.1 / 0.9: steps of 0.6 and 1.2, or of 1.8
    // and 0.9.
    for (int seed = 0; seed < 50; seed++) {
      double[] places =
          WindowWarp.withDefaults().withRatio(0.2).apply(ramp(1, TIME), 1, TIME, random(seed));
      assertEquals(0, places[0], 1e-9);
      assertEquals(100, places[100], 1e-9);
      double[] steps = new double[100];
      for (int t = 0; t < 100; t++) {
        steps[t] = places[t + 1] - places[t];
      }
      Arrays.sort(steps);
      boolean isSlower = steps[0] < 0.7;
      assertEquals(isSlower ? 0.6 : 0.9, steps[0], 1e-9);
      assertEquals(isSlower ? 1.2 : 1.8, steps[99], 1e-9);
    }
  }

  @Test
  void permutationKeepsEverySegmentWhole() {
    double[] places =
        Permutation.withDefaults().withSegments(4).apply(ramp(1, 100), 1, 100, random(1));
    double[] starts = new double[4];
    for (int segment = 0; segment < 4; segment++) {
      starts[segment] = places[25 * segment];
      for (int t = 0; t < 25; t++) {
        assertEquals(starts[segment] + t, places[25 * segment + t]);
      }
    }
    Arrays.sort(starts);
    assertArrayEquals(new double[] {0, 25, 50, 75}, starts);
  }

  @Test
  void everyOrderOfSegmentsIsAsLikely() {
    int draws = 60_000;
    int[] counts = new int[27];
    double[] places =
        Permutation.withDefaults().withSegments(3).apply(ramp(draws, 3), 1, 3, random(2));
    for (int i = 0; i < places.length; i += 3) {
      counts[(int) (9 * places[i] + 3 * places[i + 1] + places[i + 2])]++;
    }
    for (int order : new int[] {5, 7, 11, 15, 19, 21}) {
      assertEquals(10_000, counts[order], 500);
    }
  }

  @Test
  void permutationOfAsManySegmentsAsStepsMovesSingleSteps() {
    double[] places = Permutation.withDefaults().withSegments(5).apply(ramp(1, 5), 1, 5, random(3));
    Arrays.sort(places);
    assertArrayEquals(new double[] {0, 1, 2, 3, 4}, places);
  }

  @Test
  void missingValuesDoNotSpreadToStepsThatAreTakenWhole() {
    double[] values = ramp(1, 20);
    values[7] = Double.NaN;
    double[] moved = Permutation.withDefaults().apply(values, 1, 20, random(1));
    assertEquals(1, Arrays.stream(moved).filter(Double::isNaN).count());
  }

  @Test
  void optionsOutOfTheirRangeAreRefused() {
    assertRefused(
        () -> TimeWarp.withDefaults().withStrength(-0.1), "strength: in [0.0, 1.0]", "-0.1");
    assertRefused(() -> TimeWarp.withDefaults().withStrength(Double.NaN), "strength", "NaN");
    assertRefused(() -> TimeWarp.withDefaults().withStrength(1.1), "strength", "1.1");
    assertRefused(() -> TimeWarp.withDefaults().withKnots(0), "knots: in [1, 1000], got 0");
    assertRefused(
        () -> TimeWarp.withDefaults().withKnots(Integer.MAX_VALUE), "knots", "2147483647");
    assertRefused(() -> WindowSlice.withDefaults().withRatio(0), "ratio: in (0, 1], got 0.0");
    assertRefused(
        () -> TimeWarp.withDefaults().withKnots(Integer.MAX_VALUE), "knots", "2147483647");
    assertRefused(() -> WindowSlice.withDefaults().withRatio(1.5), "ratio", "1.5");
    assertRefused(() -> WindowWarp.withDefaults().withRatio(Double.NaN), "ratio", "NaN");
    assertRefused(() -> WindowWarp.withDefaults().withFactor(0.5), "factor", "0.5");
    assertRefused(() -> Permutation.withDefaults().withSegments(0), "segments", "0");
  }
}
