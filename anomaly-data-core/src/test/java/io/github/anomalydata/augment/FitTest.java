package io.github.anomalydata.augment;

import static io.github.anomalydata.Thrown.assertRefused;
import static io.github.anomalydata.augment.Augmentations.ramp;
import static io.github.anomalydata.augment.Augmentations.random;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.Source;
import io.github.anomalydata.data.batch.Batching;
import io.github.anomalydata.data.batch.SourceDataSetIterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.factory.Nd4j;

/** Options that a series is too short for, refused before one is changed. */
class FitTest {
  private static final int TIME = 20;
  private static final double[] SERIES = ramp(2, TIME);

  /** Augmentations that fit no series of 20 steps, and what is said of them. */
  static Stream<Arguments> tooLong() {
    return Stream.of(
        Arguments.of(
            TimeWarp.withDefaults().withKnots(32),
            "knots: at most the number of steps, 20, got 32"),
        Arguments.of(
            MagnitudeWarp.withDefaults().withKnots(21),
            "knots: at most the number of steps, 20, got 21"),
        Arguments.of(
            Permutation.withDefaults().withSegments(50),
            "segments: at most the number of steps, 20, got 50"),
        Arguments.of(
            WindowSlice.withDefaults().withRatio(0.02),
            "ratio: a window of at least one of 20 steps, got 0.02"),
        Arguments.of(
            WindowSlice.withDefaults().withRatio(0.02).with(SliceLength.SHORTER),
            "ratio: a window of at least one of 20 steps, got 0.02"),
        Arguments.of(
            WindowWarp.withDefaults().withRatio(0.01),
            "ratio: a window of at least one of 20 steps, got 0.01"));
  }

  private static Stream<Augmentation> compositions(Augmentation part) {
    Augmentation other = GaussianNoise.withDefaults();
    return Stream.of(
        part,
        Sequence.of(other, part),
        OneOf.of(part, part),
        SomeOf.of(1, part, part),
        // Even where nothing would be drawn: what fits does not depend on luck.
        TimeWarp.withDefaults().withStrength(0).withKnots(TIME + 1).withProbability(0));
  }

  private static Source source() {
    SampleLayout layout = SampleLayout.of(Field.of("sensors", 2, TIME), Field.of("rul", 1));
    return Source.of(
        List.of(Sample.of(new SampleKey("unit", 0), layout, new float[2 * TIME], new float[] {1})));
  }

  @ParameterizedTest
  @MethodSource("tooLong")
  void attachingRefusesWhatTheSeriesAreTooShortFor(Augmentation augmentation, String words) {
    Source source = source();
    compositions(augmentation)
        .limit(2)
        .forEach(
            a -> {
              assertRefused(() -> source.withTransform(a, 1), words);
              Batching batching = Batching.of(1).withTransform(a, 1);
              assertRefused(() -> SourceDataSetIterator.over(source, batching), words);
            });
  }

  @ParameterizedTest
  @MethodSource("tooLong")
  void arraysThatAreTooShortAreRefused(Augmentation augmentation, String words) {
    float[] floats = new float[SERIES.length];
    Draw draw = Draw.of(1, random(1));
    double[] ones = new double[TIME];
    assertRefused(() -> augmentation.apply(SERIES, 2, TIME, Track.Role.VALUES, draw), words);
    assertRefused(() -> augmentation.apply(ones, 1, TIME, Track.Role.LABELS, draw), words);
    assertRefused(() -> augmentation.apply(SERIES, ones, 2, TIME, draw), words);
    assertRefused(() -> augmentation.apply(floats, 2, TIME, Track.Role.VALUES, draw), words);
    assertRefused(
        () -> augmentation.apply(Nd4j.ones(DataType.FLOAT, 1, 2, TIME), Track.Role.VALUES, draw),
        words);
    assertRefused(() -> augmentation.time(TIME), words);
  }

  @Test
  void everyCompositionRefusesWhatOneOfItsPartsDoes() {
    compositions(TimeWarp.withDefaults().withKnots(TIME + 1))
        .forEach(a -> assertRefused(() -> a.time(TIME), "knots: at most the number of steps, 20"));
  }

  @Test
  void partsOfASequenceAreHeldToTheStepsThoseBeforeLeave() {
    Augmentation half = WindowSlice.withDefaults().withRatio(0.5).with(SliceLength.SHORTER);
    TimeWarp warp = TimeWarp.withDefaults().withKnots(12);
    assertEquals(10, Sequence.of(warp, half).time(TIME));
    Augmentation sequence = Sequence.of(half, warp);
    String words = "knots: at most the number of steps, 10, got 12";
    assertRefused(() -> sequence.apply(SERIES, 2, TIME, random(1)), words);
    assertRefused(() -> source().withTransform(sequence, 1), words);
  }

  @Test
  void asManyAsThereAreStepsFit() {
    for (Augmentation augmentation :
        List.of(
            TimeWarp.withDefaults().withKnots(TIME),
            MagnitudeWarp.withDefaults().withKnots(TIME),
            Permutation.withDefaults().withSegments(TIME),
            WindowSlice.withDefaults().withRatio(1.0 / TIME),
            WindowWarp.withDefaults().withRatio(1.0 / TIME))) {
      assertEquals(SERIES.length, augmentation.apply(SERIES, 2, TIME, random(1)).length);
    }
  }

  @Test
  void imagesAreNotHeldToTheRulesOfSeries() {
    Augmentation both =
        Sequence.of(GaussianNoise.withDefaults(), TimeWarp.withDefaults().withKnots(900));
    float[] pixels = new float[9];
    assertEquals(9, both.apply(pixels, 1, 3, 3, Track.Role.VALUES, Draw.of(1, random(1))).length);
  }
}
