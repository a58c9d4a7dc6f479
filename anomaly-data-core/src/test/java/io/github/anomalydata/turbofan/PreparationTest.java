package io.github.anomalydata.turbofan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.data.scaling.Scaler;
import io.github.anomalydata.turbofan.OperatingConditions.UnknownCondition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class PreparationTest {
  private static final double[][] REGIMES = {
    {0, 0, 100}, {10, .25, 100}, {20, .7, 100}, {25, .62, 60}, {35, .84, 100}, {42, .84, 100}
  };

  /** Engines that change between regimes; sensor 2 reads 1000 * regime + cycle. */
  private static EngineRuns regimeRuns(boolean training, int units, int length, int regimes) {
    Random random = new Random(units);
    RunTable.Builder builder = new RunTable.Builder(16);
    List<int[]> places = new ArrayList<>();
    for (int unit = 1; unit <= units; unit++) {
      builder.beginUnit(unit);
      places.add(new int[] {unit, builder.rows()});
      for (int cycle = 1; cycle <= length; cycle++) {
        int regime = random.nextInt(regimes);
        double[][] columns = builder.room();
        int row = builder.rows();
        columns[0][row] = REGIMES[regime][0] + 0.008 * random.nextDouble();
        columns[1][row] = REGIMES[regime][1] + 0.002 * random.nextDouble();
        columns[2][row] = REGIMES[regime][2];
        columns[Channel.SENSOR_1.ordinal()][row] = 500 - 10 * regime;
        columns[Channel.SENSOR_2.ordinal()][row] = 1000 * regime + cycle;
        builder.endRow();
      }
    }
    RunTable table = builder.build("memory");
    List<EngineRun> runs = new ArrayList<>();
    for (int[] place : places) {
      String group = "FD002/" + (training ? "train/" : "test/") + place[0];
      runs.add(new EngineRun(group, place[0], training, table, place[1], length, 0));
    }
    return EngineRuns.of(runs);
  }

  private static Preparation sensors(Channel... channels) {
    return Preparation.withDefaults().with(ChannelSelection.of(List.of(channels)));
  }

  @Test
  void sixRegimesAreFoundAndNumberedByAltitude() {
    FittedConditions conditions =
        OperatingConditions.withDefaults().fit(regimeRuns(true, 10, 200, 6));
    assertEquals(6, conditions.size());
    for (int i = 0; i < 6; i++) {
      assertEquals(REGIMES[i][0], conditions.centres().get(i).get(0), 0.01);
      assertEquals(REGIMES[i][1], conditions.centres().get(i).get(1), 0.01);
      assertEquals(REGIMES[i][2], conditions.centres().get(i).get(2));
    }
  }

  @Test
  void conditionsDoNotDependOnTheOrderOfTheEngines() {
    EngineRuns runs = regimeRuns(true, 10, 200, 6);
    List<EngineRun> reversed = new ArrayList<>(runs.runs());
    Collections.reverse(reversed);
    List<List<Double>> expected = OperatingConditions.withDefaults().fit(runs).centres();
    List<List<Double>> actual =
        OperatingConditions.withDefaults().fit(EngineRuns.of(reversed)).centres();
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 3; j++) {
        assertEquals(expected.get(i).get(j), actual.get(i).get(j), 1e-9);
      }
    }
  }

  @Test
  void scalingWithinConditionsTakesTheRegimeOutOfASensor() {
    EngineRuns train = regimeRuns(true, 20, 300, 6);
    PreparedRuns prepared = sensors(Channel.SENSOR_2).fit(train).apply(train);
    int[] conditions = prepared.preparation().conditions().of(train);
    for (int run = 0; run < train.size(); run++) {
      float[] values = prepared.values(0, run);
      for (int i = 0; i < values.length; i++) {
        assertTrue(Math.abs(values[i]) <= 1.0001f);
        double raw = train.runs().get(run).value(Channel.SENSOR_2, i + 1);
        assertEquals(1000.0 * conditions[run * 300 + i] + i + 1, raw);
        assertEquals((i + 1 - 150.5) / 149.5, values[i], 0.15);
      }
    }
  }

  @Test
  void withConditionsIgnoredTheScalerSeesAllRows() {
    EngineRuns train = regimeRuns(true, 20, 300, 6);
    FittedPreparation fitted =
        sensors(Channel.SENSOR_2).with(OperatingConditions.ignored()).fit(train);
    assertEquals(1, fitted.conditions().size());
    double[] raw = train.column(Channel.SENSOR_2);
    double max = Arrays.stream(raw).max().orElseThrow();
    double min = Arrays.stream(raw).min().orElseThrow();
    float[] first = fitted.apply(train).values(0, 0);
    assertEquals(-1 + 2 * (raw[0] - min) / (max - min), first[0], 1e-6);
  }

  @Test
  void aConditionChannelIsOneInItsConditionAndZeroElsewhere() {
    EngineRuns train = regimeRuns(true, 4, 100, 6);
    FittedPreparation fitted = sensors(Channel.SENSOR_2).withConditionChannels(true).fit(train);
    assertEquals(
        List.of(
            "sensor_2",
            "condition_1",
            "condition_2",
            "condition_3",
            "condition_4",
            "condition_5",
            "condition_6"),
        fitted.channelNames());
    PreparedRuns prepared = fitted.apply(train);
    int[] conditions = fitted.conditions().of(train);
    for (int condition = 0; condition < 6; condition++) {
      float[] values = prepared.values(1 + condition, 0);
      for (int i = 0; i < values.length; i++) {
        assertEquals(conditions[i] == condition ? 1f : 0f, values[i]);
      }
    }
  }

  @Test
  void settingsAreScaledOverAllConditions() {
    EngineRuns train = regimeRuns(true, 20, 300, 6);
    FittedPreparation fitted =
        Preparation.withDefaults()
            .with(ChannelSelection.of(List.of(Channel.SENSOR_2)).withSettings())
            .fit(train);
    assertEquals(List.of("setting_1", "setting_2", "setting_3", "sensor_2"), fitted.channelNames());
    double altitude = train.runs().get(0).value(Channel.SETTING_1, 1);
    assertEquals(-1 + 2 * altitude / 42.008, fitted.apply(train).values(0, 0)[0], 1e-3);
  }

  @Test
  void anUnknownConditionIsRefusedWithEngineAndCycle() {
    FittedPreparation fitted = sensors(Channel.SENSOR_2).fit(regimeRuns(true, 10, 100, 3));
    EngineRuns test = regimeRuns(false, 10, 100, 6);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> fitted.apply(test));
    assertTrue(
        e.getMessage().matches("(?s).*cycle \\d+ of FD002/test/1; .*NEAREST.*"), e.getMessage());
  }

  @Test
  void anUnknownConditionCountsAsTheNearestByChoice() {
    FittedPreparation fitted =
        sensors(Channel.SENSOR_2)
            .with(OperatingConditions.withDefaults().with(UnknownCondition.NEAREST))
            .fit(regimeRuns(true, 10, 100, 3));
    EngineRuns test = regimeRuns(false, 3, 100, 6);
    int[] conditions = fitted.conditions().of(test);
    double[] altitudes = test.column(Channel.SETTING_1);
    double[] throttle = test.column(Channel.SETTING_3);
    for (int i = 0; i < conditions.length; i++) {
      if (altitudes[i] > 30 || throttle[i] < 70) {
        assertEquals(2, conditions[i], "altitude " + altitudes[i]);
      }
    }
  }

  @Test
  void continuousSettingsAreRefused() {
    OperatingConditions narrow = OperatingConditions.withDefaults().withTolerances(1e-6, 1e-6, 1);
    EngineRuns train = regimeRuns(true, 2, 100, 1);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> narrow.fit(train));
    assertTrue(e.getMessage().contains("at most 64 operating conditions"), e.getMessage());
  }

  @Test
  void nothingIsFittedOnTestUnits() {
    EngineRuns test = Fleet.test("FD001", new int[] {5}, new int[] {3});
    for (Executable fit :
        List.<Executable>of(
            () -> Preparation.withDefaults().fit(test),
            () -> OperatingConditions.withDefaults().fit(test))) {
      IllegalArgumentException e = assertThrows(IllegalArgumentException.class, fit);
      assertTrue(e.getMessage().contains("training units only"), e.getMessage());
      assertTrue(e.getMessage().contains("FD001/test/1"), e.getMessage());
    }
  }

  @Test
  void theUsualFourteenAreThoseOfTheLiterature() {
    FittedPreparation fitted = Preparation.withDefaults().fit(Fleet.train("FD001", 50, 60));
    assertEquals(
        List.of(2, 3, 4, 7, 8, 9, 11, 12, 13, 14, 15, 17, 20, 21),
        fitted.channels().stream().map(c -> c.ordinal() - 2).toList());
  }

  @Test
  void channelsThatDoNotVaryAreDroppedWithTheReason() {
    FittedPreparation fitted =
        Preparation.withDefaults()
            .with(ChannelSelection.varying())
            .fit(Fleet.train("FD001", 50, 60));
    assertFalse(fitted.channels().contains(Channel.SENSOR_1));
    assertEquals(20, fitted.channels().size());
    assertEquals(
        "near-constant in each operating condition", fitted.dropped().get(Channel.SENSOR_1));
    assertEquals("not selected", fitted.dropped().get(Channel.SETTING_1));
  }

  @Test
  void aSensorThatIsConstantWithinEachConditionIsDropped() {
    // Sensor 1 reads another level in each regime, which tells nothing of the engine.
    EngineRuns train = regimeRuns(true, 10, 100, 6);
    FittedPreparation fitted =
        Preparation.withDefaults().with(ChannelSelection.varying()).fit(train);
    assertEquals(List.of(Channel.SENSOR_2), fitted.channels());
  }

  @Test
  void trainingDataWithoutAVaryingSensorAreRefused() {
    EngineRuns train = Fleet.train("FD001", 1);
    Preparation varying = Preparation.withDefaults().with(ChannelSelection.varying());
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> varying.fit(train));
    assertTrue(e.getMessage().contains("at least one channel that varies"), e.getMessage());
  }

  @Test
  void testUnitsAreScaledAsTrainingUnitsAre() {
    FittedPreparation fitted = sensors(Channel.SENSOR_2).fit(Fleet.train("FD001", 50, 60));
    EngineRuns test = Fleet.test("FD001", new int[] {5, 5}, new int[] {3, 9});
    EngineRuns train = Fleet.train("FD001", 50, 60);
    float[] asTest = fitted.apply(test).values(0, 1);
    float[] asTrain = fitted.apply(train).values(0, 1);
    for (int i = 0; i < 5; i++) {
      assertEquals(asTrain[i], asTest[i]);
    }
  }

  @Test
  void aSavedPreparationPreparesTheSame(@TempDir Path folder) throws IOException {
    EngineRuns train = regimeRuns(true, 10, 100, 6);
    for (Scaler scaler : List.of(Scaler.minMax(-1, 1), Scaler.standard(), Scaler.robust())) {
      FittedPreparation fitted =
          Preparation.withDefaults()
              .with(scaler)
              .with(ChannelSelection.varying().withSettings())
              .withConditionChannels(true)
              .fit(train);
      Path file = folder.resolve("preparation.json");
      fitted.save(file);
      FittedPreparation loaded = FittedPreparation.load(file);
      assertEquals(fitted.sha256(), loaded.sha256());
      assertEquals(fitted.dropped(), loaded.dropped());
      PreparedRuns expected = fitted.apply(train);
      PreparedRuns actual = loaded.apply(train);
      assertEquals(expected.channelNames(), actual.channelNames());
      for (int channel = 0; channel < expected.channelNames().size(); channel++) {
        assertArrayEquals(expected.values(channel, 3), actual.values(channel, 3));
      }
    }
  }

  @Test
  void aPreparationThatIgnoresConditionsSurvivesSaving(@TempDir Path folder) throws IOException {
    EngineRuns train = regimeRuns(true, 4, 100, 6);
    FittedPreparation fitted =
        sensors(Channel.SENSOR_2).with(OperatingConditions.ignored()).fit(train);
    Path file = folder.resolve("preparation.json");
    fitted.save(file);
    assertArrayEquals(
        fitted.apply(train).values(0, 2), FittedPreparation.load(file).apply(train).values(0, 2));
  }

  @Test
  void aPreparationWithAnythingUnknownOrMissingIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("preparation.json");
    sensors(Channel.SENSOR_2).fit(regimeRuns(true, 4, 100, 6)).save(file);
    String good = Files.readString(file);
    for (String bad :
        List.of(
            good.replace("\"version\" : 1", "\"version\" : 2"),
            good.replace("turbofan-preparation", "scaler"),
            good.replace("\"conditionChannels\" : false", "\"conditionChannel\" : false"),
            good.replace("\"conditionChannels\" : false", "\"conditionChannels\" : null"),
            good.replace("\"SENSOR_2\"", "\"SENSOR_3\""),
            good.replace("\"REFUSE\"", "\"GUESS\""),
            good.substring(0, good.length() / 2))) {
      Files.writeString(file, bad);
      DataFileException e =
          assertThrows(DataFileException.class, () -> FittedPreparation.load(file));
      assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
    }
  }
}
