package io.github.anomalydata.augment;

import static io.github.anomalydata.Thrown.assertRefused;
import static io.github.anomalydata.augment.Augmentations.random;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Anomalies that are put in on purpose, and the labels that tell where. */
class InjectionTest {
  private static final int TIME = 50;
  private static final SampleLayout LAYOUT =
      new SampleLayout(
          List.of(Field.of("sensors", 3, TIME)),
          List.of(Field.of("anomaly", 1, TIME).withMask(TIME), Field.of("remaining", 1, TIME)));

  static List<Augmentation> injections() {
    return List.of(SpikeInjection.withDefaults().withCount(4), DriftInjection.withDefaults());
  }

  /** Three channels that alternate between -10 and 10: of deviation 10. */
  private static float[] alternating() {
    float[] values = new float[3 * TIME];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 2 == 0 ? 10 : -10;
    }
    return values;
  }

  private static Sample sample() {
    float[] mask = new float[TIME];
    return Sample.of(
        new SampleKey("x", 0),
        LAYOUT,
        new float[][] {alternating(), new float[TIME], new float[TIME]},
        new float[][] {{}, mask, {}});
  }

  @ParameterizedTest
  @MethodSource("injections")
  void labelIsOneExactlyWhereAChannelWasChanged(Augmentation injection) {
    for (int seed = 0; seed < 200; seed++) {
      Sample injected = injection.apply(sample(), random(seed));
      for (int t = 0; t < TIME; t++) {
        boolean isChanged = false;
        for (int at = t; at < 3 * TIME; at += TIME) {
          isChanged |= injected.values("sensors")[at] != alternating()[at];
        }
        assertEquals(isChanged ? 1 : 0, injected.values("anomaly")[t]);
      }
      assertArrayEquals(new float[TIME], injected.values("remaining"));
      assertArrayEquals(new float[TIME], injected.mask("anomaly"));
    }
  }

  @ParameterizedTest
  @MethodSource("injections")
  void groundTruthOfArraysIsTheDrawAppliedToZeros(Augmentation injection) {
    Draw draw = Draw.of(1, random(3));
    assertArrayEquals(
        injection.apply(sample(), random(3)).values("anomaly"),
        injection.apply(new float[TIME], 1, TIME, Track.Role.LABELS, draw));
  }

  @Test
  void spikesHaveTheirSizeAndGoBothWays() {
    int up = 0;
    for (int seed = 0; seed < 400; seed++) {
      float[] values =
          SpikeInjection.withDefaults().apply(sample(), random(seed)).values("sensors");
      double sum = 0;
      for (int i = 0; i < values.length; i++) {
        sum += values[i] - alternating()[i];
      }
      assertEquals(60, Math.abs(sum), 1e-9);
      up += sum > 0 ? 1 : 0;
    }
    assertEquals(200, up, 50);
  }

  @Test
  void driftIsAStraightLineThatReachesItsSizeAtTheEnd() {
    for (int seed = 0; seed < 50; seed++) {
      Sample injected = DriftInjection.withDefaults().apply(sample(), random(seed));
      double largest = 0;
      for (int at = TIME - 1; at < 3 * TIME; at += TIME) {
        double reached = injected.values("sensors")[at] - alternating()[at];
        double before = injected.values("sensors")[at - 1] - alternating()[at - 1];
        largest = Math.max(largest, Math.abs(reached));
        double steps = 0;
        for (float label : injected.values("anomaly")) {
          steps += label;
        }
        assertEquals(reached * (steps - 1) / steps, before, 1e-4);
      }
      assertEquals(30, largest, 1e-4);
    }
  }

  @Test
  void channelWithoutDeviationIsChangedByTheSizeItself() {
    double[] constant = new double[9];
    Arrays.fill(constant, 0.1); // whose sum is not nine times as much, rounded
    double[] injected = SpikeInjection.withDefaults().apply(constant, 1, 9, random(1));
    double sum = 0;
    for (double value : injected) {
      sum += Math.abs(value - 0.1);
    }
    assertEquals(6, sum, 1e-12);
  }

  @Test
  void labelMovesWithTheAnomalyInASequence() {
    Augmentation sequence =
        Sequence.of(SpikeInjection.withDefaults().withSize(100), Permutation.withDefaults());
    Sample injected = sequence.apply(sample(), random(5));
    for (int t = 0; t < TIME; t++) {
      boolean isSpike = false;
      for (int at = t; at < 3 * TIME; at += TIME) {
        isSpike |= Math.abs(injected.values("sensors")[at]) > 500;
      }
      assertEquals(isSpike ? 1 : 0, injected.values("anomaly")[t]);
    }
  }

  @Test
  void layoutsWithoutTheLabelAreRefusedAlsoInCompositions() {
    Augmentation drift = DriftInjection.withDefaults().withLabel("fault");
    for (Augmentation augmentation :
        List.of(
            drift,
            drift.withProbability(0.5),
            Sequence.of(drift),
            OneOf.of(drift),
            SomeOf.of(1, drift))) {
      assertRefused(() -> augmentation.layout(LAYOUT), "label", "'fault'", "anomaly");
      assertRefused(() -> augmentation.apply(sample(), random(1)), "label", "'fault'");
    }
  }

  @ParameterizedTest
  @MethodSource("injections")
  void injectionsAreSavedAndLoaded(Augmentation injection, @TempDir Path folder) throws Exception {
    injection.save(folder.resolve("injection.json"));
    assertEquals(injection, Augmentation.load(folder.resolve("injection.json")));
  }

  @Test
  void optionsOutOfTheirRangeAreRefused() {
    assertRefused(() -> SpikeInjection.withDefaults().withCount(0), "count: at least 1, got 0");
    assertRefused(() -> SpikeInjection.withDefaults().withSize(0), "size", "above 0", "0.0");
    assertRefused(() -> DriftInjection.withDefaults().withSize(Double.NaN), "size", "NaN");
  }
}
