package io.github.anomalydata.augment;

import static io.github.anomalydata.Thrown.assertRefused;
import static io.github.anomalydata.Thrown.assertThrown;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.Source;
import io.github.anomalydata.data.batch.Batching;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plans of several steps, and the files that hold them. */
class AugmentationPlanTest {
  private static final Smote SMOTE = Smote.withDefaults();
  private static final TimeWarp WARP = TimeWarp.withDefaults();
  private static final Mixup MIXUP = Mixup.withDefaults();
  private static final AugmentationPlan PLAN = AugmentationPlan.of(SMOTE, WARP, MIXUP);

  /** Six good machines and two worn ones. */
  private static Source source() {
    SampleLayout layout =
        SampleLayout.of(Field.of("sensors", 2, 20), Field.oneHot("state", List.of("good", "worn")));
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      float[] sensors = Augmentations.floats(Augmentations.noise(40 + i));
      float[] first = Arrays.copyOf(sensors, 40);
      float[] state = i < 6 ? new float[] {1, 0} : new float[] {0, 1};
      samples.add(Sample.of(new SampleKey("unit-" + i, 0), layout, first, state));
    }
    return Source.of(samples);
  }

  @Test
  void samplesAreAddedOnceAndTheOtherStepsAreDrawnInEachEpoch() throws Exception {
    Source source = source();
    assertEquals(12, PLAN.extend(source, 1).size());
    assertSame(source, AugmentationPlan.of(WARP, MIXUP).extend(source, 1));
    Batching batching = Batching.of(4);
    assertEquals(batching.withTransform(WARP, 1).withTransform(MIXUP, 1), PLAN.attach(batching, 1));
    assertEquals(batching, AugmentationPlan.of(SMOTE).attach(batching, 1));
  }

  @Test
  void aloneAStepDrawsWhatItDrawsInAPlan() throws Exception {
    Source source = source();
    for (AugmentationStep step : List.of(WARP, MIXUP, CutMix.withDefaults(), SMOTE)) {
      Source expected = step.over(source, 3);
      Source actual = AugmentationPlan.of(step).over(source, 3);
      assertEquals(expected.size(), actual.size());
      for (int i = 0; i < expected.size(); i++) {
        assertArrayEquals(expected.sample(i).values("sensors"), actual.sample(i).values("sensors"));
      }
    }
  }

  @Test
  void stepsOfAPlanHaveDrawsOfTheirOwn() throws Exception {
    Augmentation noise = GaussianNoise.withDefaults().withAmount(1, NoiseUnit.ABSOLUTE);
    float[] plain = source().sample(0).values("sensors");
    float[] twice = AugmentationPlan.of(noise, noise).over(source(), 1).sample(0).values("sensors");
    float[] once = noise.over(source(), 1).sample(0).values("sensors");
    assertNotEquals(2 * (once[0] - plain[0]), twice[0] - plain[0], 1e-4);
  }

  @Test
  void stepsOfPlansWithinAreStepsOfThePlan() {
    assertEquals(PLAN, AugmentationPlan.of(AugmentationPlan.of(SMOTE, WARP), MIXUP));
  }

  @Test
  void stepsThatAddSamplesComeFirst() {
    assertRefused(AugmentationPlan::of, "steps: at least one, got none");
    assertRefused(
        () -> AugmentationPlan.of(WARP, SMOTE),
        "steps: those that add samples before those that change each",
        "Smote");
    assertRefused(() -> AugmentationPlan.of(SMOTE, WARP, MIXUP, SMOTE), "steps");
  }

  @Test
  void savedPlanIsLoaded(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("plan.json");
    PLAN.save(file);
    assertEquals(PLAN, AugmentationPlan.load(file));
    assertEquals(
        """
        {
          "format" : "anomaly-data/augmentation",
          "version" : 1,
          "content" : {
            "type" : "plan",
            "steps" : [ {
              "type" : "smote",
              "neighbours" : 5,
              "ratio" : 1.0
            }, {
              "type" : "time-warp",
              "strength" : 0.2,
              "knots" : 4
            }, {
              "type" : "mixup",
              "alpha" : 0.2
            } ]
          }
        }\
        """,
        Files.readString(file));
  }

  @Test
  void fileOfASingleStepIsAPlanOfIt(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("step.json");
    for (AugmentationStep step : List.of(WARP, MIXUP, CutMix.withDefaults(), SMOTE)) {
      AugmentationTypes.ofSeries().save(step, file);
      assertEquals(AugmentationPlan.of(step), AugmentationPlan.load(file));
    }
  }

  @Test
  void mixtureIsNoAugmentationOfASampleByItself(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("step.json");
    AugmentationTypes.ofSeries().save(MIXUP, file);
    assertThrown(
        DataFileException.class,
        () -> Augmentation.load(file),
        "step.json",
        "an augmentation of each sample by itself",
        "Mixup");
    Files.writeString(
        file,
        "{\"format\": \"anomaly-data/augmentation\", \"version\": 1, \"content\": {\"type\":"
            + " \"sequence\", \"augmentations\": [{\"type\": \"mixup\", \"alpha\": 0.2}]}}");
    assertThrown(
        DataFileException.class, () -> AugmentationPlan.load(file), "'mixup'", "time-warp");
  }

  @Test
  void stepNobodyCouldLoadIsNotSaved(@TempDir Path folder) {
    Path file = folder.resolve("step.json");
    AugmentationStep own = (source, seed) -> source;
    assertRefused(() -> AugmentationTypes.ofSeries().save(own, file), "augmentation");
    assertFalse(Files.exists(file));
  }

  @Test
  void typesOfTwoModulesAreKnownTogether(@TempDir Path folder) throws Exception {
    AugmentationTypes one = AugmentationTypes.ofSeries().with("one", One.class);
    AugmentationTypes both = one.with(AugmentationTypes.ofSeries().with("two", Two.class));
    Augmentation augmentation = Sequence.of(new One(), new Two(), WARP);
    Path file = folder.resolve("both.json");
    both.save(augmentation, file);
    assertEquals(augmentation, both.load(file));
    assertRefused(
        () -> one.with(AugmentationTypes.ofSeries().with("one", Two.class)),
        "more: names of one type each, got 'one'");
  }

  private record One() implements Augmentation {
    @Override
    public void transform(Track track, RandomGenerator random) {}
  }

  private record Two() implements Augmentation {
    @Override
    public void transform(Track track, RandomGenerator random) {}
  }
}
