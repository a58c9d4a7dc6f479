package io.github.anomalydata.augment;

import static io.github.anomalydata.augment.Augmentations.floats;
import static io.github.anomalydata.augment.Augmentations.noise;
import static io.github.anomalydata.augment.Augmentations.ramp;
import static io.github.anomalydata.augment.Augmentations.random;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values, masks, labels and targets stay in step under compositions drawn at random. */
class StepTest {
  private static final int TIME = 60;
  private static final int PADDING = 17;
  private static final SampleLayout LAYOUT =
      new SampleLayout(
          List.of(
              Field.of("sensors", 2, TIME).withMask(TIME),
              Field.of("vibration", 2, TIME).withMask(2, TIME)),
          List.of(Field.of("step", 1, TIME).withMask(1, TIME), Field.of("rul", 1)));

  /** What moves time, and what leaves missing values missing. */
  static Stream<Augmentation> compositions() {
    RandomGenerator random = random(1);
    List<Augmentation> parts =
        Stream.concat(
                Augmentations.moving().stream(),
                Stream.of(
                    GaussianNoise.withDefaults(),
                    Scaling.withDefaults(),
                    MagnitudeWarp.withDefaults(),
                    SignFlip.withDefaults()))
            .toList();
    return IntStream.range(0, 100)
        .mapToObj(i -> Augmentations.composition(parts, random.nextInt(3), random))
        .flatMap(
            composition ->
                Stream.of(
                    composition,
                    Sequence.of(
                        WindowSlice.withDefaults().withRatio(0.7).with(SliceLength.SHORTER),
                        composition)));
  }

  private static Sample sample() {
    float[] sensors = floats(noise(2 * TIME));
    Arrays.fill(sensors, 0, PADDING, Float.NaN);
    Arrays.fill(sensors, TIME, TIME + PADDING, Float.NaN);
    float[] vibration = floats(noise(2 * TIME));
    Arrays.fill(vibration, TIME, TIME + PADDING, Float.NaN);
    float[] mask = new float[TIME];
    Arrays.fill(mask, PADDING, TIME, 1);
    float[] channelMask = new float[2 * TIME];
    Arrays.fill(channelMask, 1);
    Arrays.fill(channelMask, TIME, TIME + PADDING, 0);
    return Sample.of(
        new SampleKey("unit", 0),
        LAYOUT,
        new float[][] {sensors, vibration, floats(ramp(1, TIME)), {125}},
        new float[][] {mask, channelMask, mask, {}});
  }

  /** Padding is NaN: so is every value that is made of it, and nothing else. */
  @ParameterizedTest
  @MethodSource("compositions")
  void maskCoversExactlyTheValuesThatAreMadeOfPadding(Augmentation augmentation) {
    for (int seed = 0; seed < 10; seed++) {
      Sample augmented = augmentation.apply(sample(), random(seed));
      assertArrayEquals(augmented.mask("sensors"), finite(augmented.values("sensors"), 2));
      assertArrayEquals(augmented.mask("vibration"), finite(augmented.values("vibration"), 1));
    }
  }

  /** Ones where a value is finite, or with a mask of steps, where all channels are. */
  private static float[] finite(float[] values, int channels) {
    float[] finite = new float[values.length / channels];
    Arrays.fill(finite, 1);
    for (int i = 0; i < values.length; i++) {
      if (!Float.isFinite(values[i])) {
        finite[i % finite.length] = 0;
      }
    }
    return finite;
  }

  /**
   * The label of a step is its number: it says which step the mask of the label must be that of.
   */
  @ParameterizedTest
  @MethodSource("compositions")
  void labelsKeepTheirMaskAndTargetsTheirValue(Augmentation augmentation) {
    for (int seed = 0; seed < 10; seed++) {
      Sample augmented = augmentation.apply(sample(), random(seed));
      float[] steps = augmented.values("step");
      for (int t = 0; t < steps.length; t++) {
        assertEquals(steps[t] >= PADDING ? 1 : 0, augmented.mask("step")[t]);
      }
      assertArrayEquals(new float[] {125}, augmented.values("rul"));
      assertEquals(augmentation.layout(LAYOUT), augmented.layout());
    }
  }

  @ParameterizedTest
  @MethodSource("compositions")
  void replayIsBitEqual(Augmentation augmentation) {
    double[] values = noise(3 * 4 * TIME);
    Draw draw = Draw.of(3, random(5));
    double[] first = augmentation.apply(values, 4, TIME, Track.Role.VALUES, draw);
    assertArrayEquals(first, augmentation.apply(values, 4, TIME, Track.Role.VALUES, draw));
    assertArrayEquals(first, augmentation.apply(values, 4, TIME, random(5)));
    int length = first.length / 3;
    for (int row = 0; row < 3; row++) {
      double[] series = Arrays.copyOfRange(values, row * 4 * TIME, (row + 1) * 4 * TIME);
      assertArrayEquals(
          Arrays.copyOfRange(first, row * length, (row + 1) * length),
          augmentation.apply(series, 4, TIME, Track.Role.VALUES, draw.row(row)));
    }
  }
}
