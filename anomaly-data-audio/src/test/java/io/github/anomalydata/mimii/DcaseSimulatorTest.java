package io.github.anomalydata.mimii;

import static io.github.anomalydata.mimii.Trees.assertThrown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.audio.WavFile;
import io.github.anomalydata.data.ProgressListener;
import io.github.anomalydata.internal.Hashes;
import io.github.anomalydata.mimii.Dcase.Edition;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DcaseSimulatorTest {
  @TempDir private Path folder = Path.of("");

  private static DcaseSimulator small(Edition edition) {
    return DcaseSimulator.of(edition)
        .withMachines(Machine.FAN, Machine.VALVE)
        .withSections(2)
        .withTraining(3, 1)
        .withTesting(2)
        .withSeconds(0.25);
  }

  private Recordings write(DcaseSimulator simulator, String name) throws IOException {
    return simulator.write(folder.resolve(name), 1, ProgressListener.NONE);
  }

  private Map<String, String> hashes(String name) throws IOException {
    Path root = folder.resolve(name);
    Map<String, String> hashes = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        hashes.put(root.relativize(file).toString(), Hashes.sha256(Files.readAllBytes(file)));
      }
    }
    return hashes;
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DCASE_2020")
  void treeHasTheDomainsOfItsEdition(Edition edition) throws IOException {
    Recordings recordings = write(small(edition), "tree");
    assertEquals(4, recordings.units().size());
    assertEquals("fan/section_00", recordings.units().get(0).toString());
    TrainTestSplit split = recordings.publishedSplit();
    assertEquals(4 * 3, split.train().with(Domain.SOURCE).size());
    assertEquals(4 * 1, split.train().with(Domain.TARGET).size());
    for (Domain domain : List.of(Domain.SOURCE, Domain.TARGET)) {
      for (Label label : List.of(Label.NORMAL, Label.ABNORMAL)) {
        assertEquals(4 * 2, split.test().with(domain).with(label).size());
      }
    }
  }

  @Test
  void treeOf2020HasMachinesById() throws IOException {
    Recordings recordings = write(small(Edition.DCASE_2020), "tree");
    assertEquals("[fan/id_00, fan/id_01, valve/id_00, valve/id_01]", recordings.units().toString());
    assertEquals(4 * 3, recordings.publishedSplit().train().size());
    assertEquals(4 * 4, recordings.publishedSplit().test().size());
    assertTrue(Files.exists(folder.resolve("tree/fan/test/anomaly_id_01_00000001.wav")));
  }

  @Test
  void namesFoldersAndAttributesAreThoseOfTheEdition() throws IOException {
    write(small(Edition.DCASE_2021), "a");
    assertTrue(
        Files.exists(folder.resolve("a/fan/target_test/section_00_target_test_anomaly_0001.wav")));
    assertFalse(Files.exists(folder.resolve("a/fan/attributes_00.csv")));
    Recordings recordings = write(small(Edition.DCASE_2023), "b");
    assertTrue(
        Files.exists(
            folder.resolve("b/valve/train/section_01_source_train_normal_0002_vel_100.wav")));
    for (Recording recording : recordings.list()) {
      String velocity = recording.domain() == Domain.SOURCE ? "100" : "130";
      assertEquals(Map.of("vel", velocity), recording.attributes());
    }
  }

  @Test
  void soundIsOneChannelAtSixteenKilohertz() throws IOException {
    Recordings recordings = write(small(Edition.DCASE_2022), "tree");
    for (Recording recording : recordings.list()) {
      try (WavFile wav = WavFile.open(recording.file())) {
        assertEquals(1, wav.channels());
        assertEquals(16_000, wav.sampleRate());
        assertEquals(4000, wav.frames());
      }
    }
  }

  @Test
  void noTwoRecordingsAreTheSame() throws IOException {
    write(small(Edition.DCASE_2022), "tree");
    Map<String, String> hashes = hashes("tree");
    assertEquals(hashes.size(), hashes.values().stream().distinct().count());
  }

  @Test
  void bytesDependOnTheSeedAndOnNothingElse() throws IOException {
    write(small(Edition.DCASE_2022), "a");
    ExecutorService pool = Executors.newFixedThreadPool(3);
    try {
      write(small(Edition.DCASE_2022).withWorkers(pool, 3), "b");
    } finally {
      pool.shutdown();
    }
    write(small(Edition.DCASE_2022).withTraining(4, 1), "more");
    small(Edition.DCASE_2022).write(folder.resolve("c"), 2, ProgressListener.NONE);
    assertEquals(hashes("a"), hashes("b"));
    String file = "fan/train/section_00_source_train_normal_0001_vel_100.wav";
    assertEquals(hashes("a").get(file), hashes("more").get(file));
    assertNotEquals(hashes("a").get(file), hashes("c").get(file));
  }

  @Test
  void progressCountsEveryRecording() throws IOException {
    long[] last = new long[2];
    small(Edition.DCASE_2023)
        .write(
            folder.resolve("tree"),
            1,
            (task, done, total) -> {
              assertEquals(last[0] + 1, done);
              last[0] = done;
              last[1] = total;
            });
    assertEquals(4 * 12, last[0]);
    assertEquals(last[0], last[1]);
  }

  @Test
  void filesAreNotReplaced() throws IOException {
    Files.writeString(Files.createDirectory(folder.resolve("tree")).resolve("a"), "b");
    assertThrown(
        FileAlreadyExistsException.class, () -> write(small(Edition.DCASE_2023), "tree"), "tree");
  }

  @Test
  void badOptionsAreRefused() {
    DcaseSimulator simulator = DcaseSimulator.of(Edition.DCASE_2023);
    Class<IllegalArgumentException> type = IllegalArgumentException.class;
    assertThrown(type, simulator::withMachines, "machines: some of", "got []");
    assertThrown(type, () -> simulator.withMachines(Machine.PUMP), "machines", "got [pump]");
    assertThrown(type, () -> simulator.withSections(0), "sections", "0");
    assertThrown(type, () -> simulator.withTraining(0, 1), "source", "0");
    assertThrown(type, () -> simulator.withTraining(1, -1), "target", "-1");
    assertThrown(type, () -> simulator.withTesting(10_001), "recordings", "10001");
    assertThrown(type, () -> simulator.withSeconds(Double.NaN), "seconds", "NaN");
    assertThrown(type, () -> simulator.withWorkers(Runnable::run, 0), "workers", "0");
  }
}
