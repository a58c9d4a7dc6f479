package io.github.anomalydata.augment;

import static io.github.anomalydata.Thrown.assertRefused;
import static io.github.anomalydata.augment.Augmentations.floats;
import static io.github.anomalydata.augment.Augmentations.noise;
import static io.github.anomalydata.augment.Augmentations.ramp;
import static io.github.anomalydata.augment.Augmentations.random;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.Source;
import io.github.anomalydata.data.batch.Batching;
import io.github.anomalydata.data.batch.SourceDataSetIterator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.DataSet;

/** Augmentations of samples, alone and in the workers of an iterator. */
class SampleAugmentationTest {
  private static final int TIME = 60;
  private static final SampleLayout LAYOUT =
      new SampleLayout(
          List.of(
              Field.of("sensors", 2, TIME).withMask(TIME),
              Field.of("vibration", 2, TIME),
              Field.of("settings", 3)),
          List.of(Field.of("state", 1, TIME).withMask(1, TIME), Field.of("rul", 1)));

  static List<Augmentation> all() {
    return Augmentations.all();
  }

  /** Compositions at random of what moves whole steps: values and labels stay bit-equal. */
  static List<Augmentation> wholeSteps() {
    List<Augmentation> compositions = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      Augmentation first = Permutation.withDefaults().withSegments(2 + i);
      Augmentation second = Permutation.withDefaults().withSegments(2 + i * 7 % 11);
      compositions.add(
          i % 2 == 0
              ? Sequence.of(first.withProbability(0.5), OneOf.of(second, first))
              : SomeOf.of(2, first, OneOf.of(first, second).withProbability(0.7), second));
    }
    return compositions;
  }

  private static Sample sample(int n) {
    float[] steps = floats(ramp(1, TIME));
    float[] mask = new float[TIME];
    Arrays.fill(mask, n % 20, TIME, 1f);
    return Sample.of(
        new SampleKey("unit", n),
        LAYOUT,
        new float[][] {floats(ramp(2, TIME)), floats(noise(2 * TIME)), {1, 2, 3}, steps, {n}},
        new float[][] {mask, {}, {}, mask.clone(), {}});
  }

  @ParameterizedTest
  @MethodSource("wholeSteps")
  void labelsAndMasksMoveWithTheValues(Augmentation augmentation) {
    for (int n = 0; n < 20; n++) {
      Sample augmented = augmentation.apply(sample(n), random(n));
      float[] steps = augmented.values("state");
      assertArrayEquals(steps, Arrays.copyOf(augmented.values("sensors"), TIME));
      assertArrayEquals(augmented.mask("sensors"), augmented.mask("state"));
      for (int t = 0; t < TIME; t++) {
        assertEquals(steps[t] >= n % 20 ? 1 : 0, augmented.mask("sensors")[t]);
        int from = (int) steps[t];
        assertEquals(sample(n).values("vibration")[from], augmented.values("vibration")[t]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void sampleIsAugmentedAsArraysAreByItsDraw(Augmentation augmentation) {
    Sample sample = sample(7);
    Sample augmented = augmentation.apply(sample, random(3));
    Draw draw = Draw.of(1, random(3));
    assertArrayEquals(
        augmentation.apply(sample.values("sensors"), sample.mask("sensors"), 2, TIME, draw),
        augmented.values("sensors"));
    assertArrayEquals(
        augmentation.apply(sample.mask("sensors"), 1, TIME, Track.Role.MASK, draw),
        augmented.mask("sensors"));
    assertArrayEquals(
        augmentation.apply(sample.values("state"), 1, TIME, Track.Role.LABELS, draw),
        augmented.values("state"));
    assertArrayEquals(
        augmentation.apply(sample.mask("state"), 1, TIME, Track.Role.LABEL_MASK, draw),
        augmented.mask("state"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void identityAndOtherFieldsStayAndTheSampleIsNotWrittenTo(Augmentation augmentation) {
    Sample sample = sample(7);
    Sample augmented = augmentation.apply(sample, random(4));
    assertSame(sample.key(), augmented.key());
    assertEquals(LAYOUT, augmentation.layout(LAYOUT));
    assertEquals(LAYOUT, augmented.layout());
    assertArrayEquals(new float[] {1, 2, 3}, augmented.values("settings"));
    assertArrayEquals(new float[] {7}, augmented.values("rul"));
    Sample untouched = sample(7);
    for (int field = 0; field < 5; field++) {
      assertArrayEquals(untouched.values(field), sample.values(field));
      assertArrayEquals(untouched.mask(field), sample.mask(field));
    }
  }

  @Test
  void noiseOfTwoFieldsIsNotTheSame() {
    SampleLayout two =
        new SampleLayout(List.of(Field.of("a", 1, TIME), Field.of("b", 1, TIME)), List.of());
    Sample zeros = Sample.of(new SampleKey("x", 0), two, new float[TIME], new float[TIME]);
    Sample noisy =
        GaussianNoise.withDefaults().withAmount(1, NoiseUnit.ABSOLUTE).apply(zeros, random(1));
    assertFalse(Arrays.equals(noisy.values("a"), noisy.values("b")));
  }

  @Test
  void samplesWithoutSeriesAreRefused() {
    SampleLayout vectors = SampleLayout.of(Field.of("features", 7), Field.of("state", 1, 5));
    assertRefused(
        () -> TimeWarp.withDefaults().layout(vectors), "features", "[channels, time]", "[7]");
    Sample sample = Sample.of(new SampleKey("x", 0), vectors, new float[7], new float[5]);
    assertRefused(
        () -> TimeWarp.withDefaults().apply(sample, random(1)), "features", "[channels, time]");
  }

  private static final SampleLayout SERIES =
      SampleLayout.of(Field.of("sensors", 2, TIME), Field.of("rul", 1));

  private static Source series() {
    List<Sample> samples = new ArrayList<>();
    for (int n = 0; n < 40; n++) {
      float[] sensors = floats(noise(2 * TIME));
      samples.add(Sample.of(new SampleKey("unit", n), SERIES, sensors, new float[] {n}));
    }
    return Source.of(samples);
  }

  private static List<INDArray> features(Batching batching) {
    List<INDArray> features = new ArrayList<>();
    try (SourceDataSetIterator iterator = SourceDataSetIterator.over(series(), batching)) {
      while (iterator.hasNext()) {
        DataSet batch = iterator.next();
        features.add(batch.getFeatures());
      }
    }
    return features;
  }

  @ParameterizedTest
  @MethodSource("all")
  @Timeout(60)
  void batchesAreTheSameWithAnyNumberOfWorkers(Augmentation augmentation) {
    Batching batching = Batching.of(8).withShuffle(1).withRepeat(2).withTransform(augmentation, 7);
    List<INDArray> expected = features(batching.withWorkers(0));
    assertEquals(expected, features(batching.withWorkers(1)));
    assertEquals(expected, features(batching.withWorkers(4)));
  }

  @Test
  void everySampleOfABatchHasTheDrawOfItsKeyAndEpoch() {
    Augmentation warp = TimeWarp.withDefaults();
    List<INDArray> batches = features(Batching.of(40).withRepeat(2).withTransform(warp, 7));
    assertNotEquals(batches.get(0), batches.get(1));
    Sample expected =
        warp.apply(
            Sample.of(new SampleKey("unit", 3), SERIES, floats(noise(2 * TIME)), new float[] {3}),
            RandomStreams.of(7, 1, new SampleKey("unit", 3), 0));
    assertArrayEquals(
        expected.values("sensors"), batches.get(1).slice(3).dup('c').data().asFloat());
  }
}
