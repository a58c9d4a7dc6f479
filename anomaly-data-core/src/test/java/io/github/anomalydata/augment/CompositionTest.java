package io.github.anomalydata.augment;

import static io.github.anomalydata.Thrown.assertRefused;
import static io.github.anomalydata.Thrown.assertThrown;
import static io.github.anomalydata.augment.Augmentations.noise;
import static io.github.anomalydata.augment.Augmentations.ramp;
import static io.github.anomalydata.augment.Augmentations.random;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.anomalydata.data.DataFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Augmentations made of others, and their files. */
class CompositionTest {
  private static final int DRAWS = 20_000;

  /** Adds a number to every value, and tells by the sum what was applied. */
  private record Add(double amount) implements Augmentation {
    @Override
    public void transform(Track track, RandomGenerator random) {
      for (int i = 0; i < track.values().length; i++) {
        track.values()[i] += amount;
      }
    }
  }

  static List<Augmentation> all() {
    return Augmentations.all();
  }

  /** How often each sum occurs. */
  private static int[] sums(Augmentation augmentation) {
    int[] sums = new int[16];
    for (double sum : augmentation.apply(new double[DRAWS], 1, 1, random(1))) {
      sums[(int) sum]++;
    }
    return sums;
  }

  @Test
  void sequenceAppliesAllInOrder() {
    Augmentation flip = SignFlip.withDefaults().withChannelProbability(1);
    assertArrayEquals(
        new double[] {-3}, Sequence.of(new Add(3), flip).apply(new double[1], 1, 1, random(1)));
    assertArrayEquals(
        new double[] {3}, Sequence.of(flip, new Add(3)).apply(new double[1], 1, 1, random(1)));
  }

  @Test
  void whatOneOfASequenceDrawsDoesNotDependOnTheShapeForThoseBefore() {
    Augmentation sequence =
        Sequence.of(
            ChannelDropout.withDefaults().withChannelProbability(0),
            GaussianNoise.withDefaults().withAmount(0, NoiseUnit.ABSOLUTE),
            TimeWarp.withDefaults());
    Draw draw = Draw.of(1, random(2));
    double[] one = sequence.apply(ramp(1, 30), 1, 30, Track.Role.VALUES, draw);
    double[] three = sequence.apply(ramp(3, 30), 3, 30, Track.Role.VALUES, draw);
    assertArrayEquals(one, Arrays.copyOf(three, 30));
  }

  @Test
  void oneOfAppliesEachAsOften() {
    int[] sums = sums(OneOf.of(new Add(1), new Add(2), new Add(4), new Add(8)));
    for (int sum : new int[] {1, 2, 4, 8}) {
      assertEquals(DRAWS / 4.0, sums[sum], 300);
    }
    assertEquals(DRAWS, sums[1] + sums[2] + sums[4] + sums[8]);
  }

  @Test
  void someOfAppliesEachChoiceOfThatManyAsOften() {
    int[] sums = sums(SomeOf.of(2, new Add(1), new Add(2), new Add(4), new Add(8)));
    for (int sum : new int[] {3, 5, 6, 9, 10, 12}) {
      assertEquals(DRAWS / 6.0, sums[sum], 270);
    }
  }

  @Test
  void probabilityIsTheShareOfSamples() {
    assertEquals(0.3 * DRAWS, sums(new Add(1).withProbability(0.3))[1], 330);
    assertEquals(0, sums(new Add(1).withProbability(0))[1]);
    assertEquals(DRAWS, sums(new Add(1).withProbability(1))[1]);
  }

  @Test
  void optionsOutOfTheirRangeAreRefused() {
    assertRefused(Sequence::of, "augmentations: at least one");
    assertRefused(OneOf::of, "augmentations: at least one");
    assertRefused(() -> SomeOf.of(1), "augmentations: at least one");
    assertRefused(() -> SomeOf.of(3, new Add(1), new Add(2)), "count: in [1", "2", "got 3");
    assertRefused(() -> SomeOf.of(0, new Add(1)), "count", "got 0");
    assertRefused(() -> new Add(1).withProbability(1.5), "probability: in [0.0, 1.0], got 1.5");
    assertRefused(() -> new Add(1).withProbability(Double.NaN), "probability", "NaN");
  }

  @ParameterizedTest
  @MethodSource("all")
  void savedAugmentationDrawsTheSame(Augmentation augmentation, @TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("augmentation.json");
    augmentation.save(file);
    Augmentation loaded = Augmentation.load(file);
    assertEquals(augmentation, loaded);
    double[] values = noise(120);
    assertArrayEquals(
        augmentation.apply(values, 3, 20, random(1)), loaded.apply(values, 3, 20, random(1)));
  }

  @Test
  void fileSaysWhatIsDone(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("augmentation.json");
    Sequence.of(TimeWarp.withDefaults(), Scaling.withDefaults().withProbability(0.5)).save(file);
    assertEquals(
        """
        {
          "format" : "anomaly-data/augmentation",
          "version" : 1,
          "content" : {
            "type" : "sequence",
            "augmentations" : [ {
              "type" : "time-warp",
              "strength" : 0.2,
              "knots" : 4
            }, {
              "type" : "sometimes",
              "augmentation" : {
                "type" : "scaling",
                "strength" : 0.1
              },
              "probability" : 0.5
            } ]
          }
        }""",
        Files.readString(file));
  }

  @Test
  void augmentationNobodyCouldLoadIsNotSaved(@TempDir Path folder) {
    Path file = folder.resolve("augmentation.json");
    Augmentation own = new Add(1);
    for (Augmentation augmentation :
        List.of(
            own,
            Sequence.of(own),
            OneOf.of(own),
            SomeOf.of(1, own),
            Sequence.of(own.withProbability(0.5)))) {
      assertRefused(() -> augmentation.save(file), "augmentation", "Add");
    }
    assertFalse(Files.exists(file));
  }

  @Test
  void typeOfAnotherPackageIsSavedAndLoadedInAnyComposition(@TempDir Path folder) throws Exception {
    AugmentationTypes types = AugmentationTypes.ofSeries().with("add", Add.class);
    Augmentation augmentation = Sequence.of(Scaling.withDefaults(), new Add(2).withProbability(1));
    Path file = folder.resolve("augmentation.json");
    types.save(augmentation, file);
    assertEquals(augmentation, types.load(file));
    assertThrown(DataFileException.class, () -> Augmentation.load(file), "'add'");
  }

  @Test
  void nameOfATypeIsItsOwn() {
    AugmentationTypes types = AugmentationTypes.ofSeries().with("add", Add.class);
    assertRefused(() -> types.with("add", Add.class), "name", "'add'");
    assertRefused(() -> types.with("scaling", Add.class), "name", "'scaling'");
    assertRefused(() -> types.with(" ", Add.class), "name", "' '");
  }

  private static void assertFileRefused(Path folder, String content, String... words)
      throws Exception {
    Path file = folder.resolve("augmentation.json");
    Files.writeString(
        file,
        "{\"format\": \"anomaly-data/augmentation\", \"version\": 1, \"content\": "
            + content
            + "}");
    assertThrown(DataFileException.class, () -> Augmentation.load(file), words);
  }

  @Test
  void filesThatBreakARuleAreRefusedWithThePlace(@TempDir Path folder) throws Exception {
    assertFileRefused(folder, "{\"type\": \"time-travel\"}", "augmentation.json", "time-travel");
    assertFileRefused(folder, "{\"strength\": 0.1}", "type");
    assertFileRefused(folder, "{\"type\": \"scaling\"}", "strength");
    assertFileRefused(folder, "{\"type\": \"scaling\", \"strength\": 0.1, \"more\": 1}", "more");
    assertFileRefused(
        folder,
        "{\"type\": \"sequence\", \"augmentations\": [{\"type\": \"scaling\", \"strength\": -1}]}",
        "strength: in [0.0, 1.0], got -1.0",
        "content.augmentations[0]");
  }
}
