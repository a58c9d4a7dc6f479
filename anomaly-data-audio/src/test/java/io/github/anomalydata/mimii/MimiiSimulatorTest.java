package io.github.anomalydata.mimii;

import static io.github.anomalydata.mimii.Trees.assertThrown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.audio.AudioClip;
import io.github.anomalydata.audio.Channels;
import io.github.anomalydata.audio.WavFile;
import io.github.anomalydata.internal.Hashes;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MimiiSimulatorTest {
  private static final MimiiSimulator SMALL =
      MimiiSimulator.withDefaults()
          .withMachines(Machine.FAN, Machine.VALVE)
          .withSnrs(Snr.MINUS_6_DB, Snr.PLUS_6_DB)
          .withIds(2)
          .withNormal(2)
          .withAbnormal(1)
          .withSeconds(0.25);

  @TempDir private Path folder = Path.of("");

  private static Map<String, String> hashes(Path root) throws IOException {
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        hashes.put(root.relativize(file).toString(), Hashes.sha256(Files.readAllBytes(file)));
      }
    }
    return hashes;
  }

  @Test
  void treeHoldsWhatWasAskedFor() throws IOException {
    Recordings recordings = SMALL.write(folder.resolve("mimii"), 1);
    assertEquals(
        "[min6dB/fan/id_00, min6dB/fan/id_02, min6dB/valve/id_00, min6dB/valve/id_02, "
            + "6dB/fan/id_00, 6dB/fan/id_02, 6dB/valve/id_00, 6dB/valve/id_02]",
        recordings.units().toString());
    assertEquals(16, recordings.count(Label.NORMAL));
    assertEquals(8, recordings.count(Label.ABNORMAL));
    assertTrue(Files.exists(folder.resolve("mimii/min6dB/fan/id_02/abnormal/00000000.wav")));
  }

  @Test
  void filesHaveTheFormatOfMimii() throws IOException {
    Recordings recordings =
        SMALL.withMachines(Machine.FAN).withIds(1).withSeconds(10).write(folder.resolve("a"), 1);
    Path file = recordings.list().get(0).file();
    assertEquals(2_560_044, Files.size(file));
    try (WavFile wav = WavFile.open(file)) {
      assertEquals(8, wav.channels());
      assertEquals(16_000, wav.sampleRate());
      assertEquals(16, wav.bits());
    }
  }

  @Test
  void sameSeedGivesTheSameBytesWhateverTheWorkers() throws IOException {
    SMALL.write(folder.resolve("a"), 1);
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      SMALL.withWorkers(pool, 4).write(folder.resolve("b"), 1);
    } finally {
      pool.shutdown();
    }
    assertEquals(hashes(folder.resolve("a")), hashes(folder.resolve("b")));
  }

  @Test
  void bytesAreThoseOfThisVersion() throws IOException {
    SMALL.withAbnormal(3).write(folder.resolve("a"), 1);
    assertEquals(
        "4c193cd328dd4b24d824d5ae65ffa60542f7ac0efa4693d7264c15caf7fffff4",
        Hashes.sha256(hashes(folder.resolve("a")).toString()));
  }

  @Test
  void otherSeedGivesOtherBytes() throws IOException {
    SMALL.write(folder.resolve("a"), 1);
    SMALL.write(folder.resolve("b"), 2);
    Map<String, String> a = hashes(folder.resolve("a"));
    hashes(folder.resolve("b")).forEach((file, hash) -> assertNotEquals(a.get(file), hash, file));
  }

  @Test
  void recordingIsTheSameHoweverManyOthersThereAre() throws IOException {
    SMALL.write(folder.resolve("a"), 1);
    SMALL.withNormal(3).withAbnormal(2).withIds(3).write(folder.resolve("b"), 1);
    Map<String, String> more = hashes(folder.resolve("b"));
    hashes(folder.resolve("a")).forEach((file, hash) -> assertEquals(hash, more.get(file), file));
  }

  @Test
  void noiseHasTheLoudnessOfItsRatio() {
    SimulatedMachine machine = new SimulatedMachine(Machine.PUMP, "id_00", 5);
    double[] sound = machine.sound(Label.NORMAL, 0, 16_000);
    double power = SimulatedMixture.meanSquare(sound);
    for (Snr snr : List.of(Snr.MINUS_6_DB, Snr.ZERO_DB, Snr.PLUS_6_DB)) {
      AudioClip mixed = SimulatedMixture.mix(sound, power, snr, 8, new SplittableRandom(7));
      AudioClip noise =
          SimulatedMixture.mix(new double[16_000], power, snr, 8, new SplittableRandom(7));
      double machinePower = 0;
      double noisePower = 0;
      float[] m = mixed.samples();
      float[] n = noise.samples();
      for (int i = 0; i < m.length; i++) {
        machinePower += (double) (m[i] - n[i]) * (m[i] - n[i]);
        noisePower += (double) n[i] * n[i];
      }
      assertEquals(
          snr.decibels(), 10 * Math.log10(machinePower / noisePower), 0.05, snr.toString());
    }
  }

  @Test
  void microphonesHearOneMachineWithNoiseOfTheirOwn() throws IOException {
    Recordings recordings = SMALL.withSeconds(1).write(folder.resolve("a"), 1);
    try (WavFile wav = WavFile.open(recordings.with(Snr.PLUS_6_DB).list().get(0).file())) {
      AudioClip clip = wav.read(Channels.of(0, 1));
      float[] first = clip.channel(0);
      float[] second = clip.channel(1);
      double product = 0;
      double firstPower = 0;
      double secondPower = 0;
      for (int i = 1; i < first.length; i++) {
        product += (double) first[i - 1] * second[i];
        firstPower += (double) first[i - 1] * first[i - 1];
        secondPower += (double) second[i] * second[i];
      }
      double correlation = product / Math.sqrt(firstPower * secondPower);
      assertTrue(correlation > 0.7 && correlation < 0.98, () -> "correlation " + correlation);
    }
  }

  @Test
  void everyFaultChangesTheSoundOfTheMachine() {
    for (SimulatedFault fault : SimulatedFault.values()) {
      double[] sound = new SimulatedMachine(Machine.FAN, "id_00", 1).sound(Label.NORMAL, 0, 16_000);
      double[] faulty = sound.clone();
      fault.addTo(faulty, 16_000, 25, new SplittableRandom(1));
      double added = 0;
      for (int i = 0; i < sound.length; i++) {
        added += (faulty[i] - sound[i]) * (faulty[i] - sound[i]) / sound.length;
      }
      double power = added / SimulatedMixture.meanSquare(sound);
      assertTrue(power > 0.01 && power < 5, () -> fault + " has power " + power);
    }
  }

  @Test
  void nothingIsClipped() throws IOException {
    Recordings recordings =
        MimiiSimulator.withDefaults()
            .withIds(1)
            .withNormal(1)
            .withAbnormal(3)
            .withSeconds(1)
            .write(folder.resolve("a"), 1);
    float peak = 0;
    for (Recording recording : recordings.list()) {
      try (WavFile wav = WavFile.open(recording.file())) {
        for (float sample : wav.read(Channels.all()).samples()) {
          peak = Math.max(peak, Math.abs(sample));
        }
      }
    }
    assertTrue(peak > 0.05 && peak < 0.9, "peak " + peak);
  }

  @Test
  void folderWithSomethingInItIsRefused() throws IOException {
    Trees.file(folder, "a/b");
    assertThrown(
        FileAlreadyExistsException.class, () -> SMALL.write(folder.resolve("a"), 1), "not empty");
    assertThrown(
        FileAlreadyExistsException.class, () -> SMALL.write(folder.resolve("a/b"), 1), "not empty");
  }

  @Test
  void emptyFolderIsFilled() throws IOException {
    Files.createDirectory(folder.resolve("a"));
    assertEquals(24, SMALL.write(folder.resolve("a"), 1).size());
  }

  @Test
  void failureLeavesNothingBehind() throws IOException {
    assertThrown(
        IllegalStateException.class,
        () ->
            SMALL.write(
                folder.resolve("a"),
                1,
                (task, done, total) -> {
                  throw new IllegalStateException("stop");
                }),
        "stop");
    try (Stream<Path> left = Files.list(folder)) {
      assertEquals(List.of(), left.toList());
    }
  }

  @Test
  void progressCountsRecordings() throws IOException {
    List<Long> done = new ArrayList<>();
    SMALL.write(
        folder.resolve("a"),
        1,
        (task, count, total) -> {
          assertEquals(24, total);
          done.add(count);
        });
    assertEquals(24, done.get(done.size() - 1));
    assertFalse(done.contains(0L));
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    MimiiSimulator simulator = MimiiSimulator.withDefaults();
    assertThrown(IllegalArgumentException.class, simulator::withMachines, "machines", "[]");
    assertThrown(
        IllegalArgumentException.class,
        () -> simulator.withMachines(Machine.TOY_CAR),
        "machines",
        "ToyCar");
    assertThrown(
        IllegalArgumentException.class, () -> simulator.withSnrs(Snr.UNSTATED), "snrs", "unstated");
    assertThrown(IllegalArgumentException.class, () -> simulator.withIds(51), "ids", "51");
    assertThrown(IllegalArgumentException.class, () -> simulator.withNormal(0), "normal", "0");
    assertThrown(IllegalArgumentException.class, () -> simulator.withAbnormal(0), "abnormal", "0");
    assertThrown(
        IllegalArgumentException.class, () -> simulator.withSeconds(Double.NaN), "seconds", "NaN");
    assertThrown(
        IllegalArgumentException.class,
        () -> simulator.withWorkers(Runnable::run, 0),
        "workers",
        "0");
  }
}
