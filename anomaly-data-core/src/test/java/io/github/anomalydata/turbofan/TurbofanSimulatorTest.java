package io.github.anomalydata.turbofan;

import static io.github.anomalydata.Thrown.assertRefused;
import static io.github.anomalydata.Thrown.assertThrown;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written: the format, the seeds, the files and what is refused. */
class TurbofanSimulatorTest {
  private static final TurbofanSimulator SMALL =
      TurbofanSimulator.withDefaults().withTrainUnits(3).withTestUnits(2);

  @TempDir Path folder;

  private static String sha256(SimulatedFleet fleet) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    for (Path file : List.of(fleet.train(), fleet.test(), fleet.remainingLife())) {
      digest.update(Files.readAllBytes(file));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void threeFilesAreWrittenAndNothingElse() throws IOException {
    SimulatedFleet fleet = SMALL.write(folder, "FD001", 1);
    assertEquals(List.of("RUL_FD001.txt", "test_FD001.txt", "train_FD001.txt"), names());
    assertEquals(folder.resolve("train_FD001.txt"), fleet.train());
    assertEquals(folder.resolve("test_FD001.txt"), fleet.test());
    assertEquals(folder.resolve("RUL_FD001.txt"), fleet.remainingLife());
  }

  @Test
  void theFleetKnowsItsSizes() throws IOException {
    SimulatedFleet fleet = SMALL.write(folder, "FD001", 1);
    assertEquals(3, fleet.trainUnits());
    assertEquals(2, fleet.testUnits());
    assertEquals(Files.readAllLines(fleet.train()).size(), fleet.trainRows());
    assertEquals(Files.readAllLines(fleet.test()).size(), fleet.testRows());
    assertEquals(Files.readAllLines(fleet.remainingLife()).size(), fleet.testUnits());
  }

  @Test
  void defaultsAreAHundredUnitsOfEach() throws IOException {
    SimulatedFleet fleet = TurbofanSimulator.withDefaults().write(folder, "FD001", 1);
    assertEquals(100, fleet.trainUnits());
    assertEquals(100, fleet.testUnits());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6})
  void linesHave26ColumnsOfTheRealDecimalsAndEndInTwoBlanksAndALineFeed(int regimes)
      throws IOException {
    String two = "\\d+\\.\\d{2} ";
    String four = "\\d+\\.\\d{4} ";
    String line =
        "\\d+ \\d+ (-?\\d+\\.\\d{4} ){2}\\d+\\.\\d "
            + two.repeat(14)
            + four
            + two
            + "\\d+ \\d+ "
            + two.repeat(2)
            + four
            + " ";
    SimulatedFleet fleet = SMALL.withRegimes(regimes).write(folder, "FD001", 1);
    for (Path file : List.of(fleet.train(), fleet.test())) {
      String text = Files.readString(file);
      assertTrue(text.endsWith("  \n"));
      for (String row : text.substring(0, text.length() - 1).split("\n", -1)) {
        assertTrue(row.matches(line), row);
        assertEquals(26, row.trim().split(" ", -1).length);
      }
    }
  }

  @Test
  void remainingLivesEndInOneBlankAndALineFeed() throws IOException {
    SimulatedFleet fleet = SMALL.write(folder, "FD001", 1);
    String text = Files.readString(fleet.remainingLife());
    assertTrue(text.matches("(\\d+ \n){2}"), text);
  }

  @Test
  void unitsAndCyclesCountFromOne() throws IOException {
    SimulatedFleet fleet = SMALL.write(folder, "FD001", 1);
    int unit = 0;
    int cycle = 0;
    for (String row : Files.readAllLines(fleet.train())) {
      String[] columns = row.split(" ", -1);
      boolean next = columns[1].equals("1");
      unit = next ? unit + 1 : unit;
      cycle = next ? 1 : cycle + 1;
      assertEquals(unit, Integer.parseInt(columns[0]));
      assertEquals(cycle, Integer.parseInt(columns[1]));
    }
    assertEquals(3, unit);
  }

  @Test
  void theFilesPassEveryCheckOfTheReader() throws IOException {
    SMALL.withRegimes(6).withFaultModes(2).write(folder, "FD004", 1);
    Turbofan fd004 = Turbofan.open(folder, Turbofan.Subset.FD004);
    assertEquals(3, fd004.train().size());
    assertEquals(2, fd004.test().size());
  }

  @Test
  void sameSeedWritesTheseBytesOnEveryJavaRelease() throws Exception {
    assertEquals(
        "94a18a89e9cf2594b9c92c6eaa5a1346da05a428c89fd73418f80913af834693",
        sha256(SMALL.write(folder, "FD001", 42)));
    TurbofanSimulator hard = SMALL.withRegimes(6).withFaultModes(2);
    assertEquals(
        "7974c911b7db3ecbd1369a50e5e290a9245b9874d9e31231934f1b568954f9ba",
        sha256(hard.write(folder, "FD004", 42)));
  }

  @Test
  void otherSeedsWriteOtherBytes() throws Exception {
    assertNotEquals(sha256(SMALL.write(folder, "A", 1)), sha256(SMALL.write(folder, "B", 2)));
  }

  @Test
  void trainAndTestUnitsOfTheSameNumberAreDifferentEngines() throws IOException {
    SimulatedFleet fleet = SMALL.write(folder, "FD001", 1);
    String train = Files.readAllLines(fleet.train()).get(0);
    String test = Files.readAllLines(fleet.test()).get(0);
    assertNotEquals(train, test);
  }

  @Test
  void theNameOfTheDataSetDoesNotChangeItsContent() throws IOException {
    SimulatedFleet first = SMALL.write(folder, "FD001", 1);
    SimulatedFleet second = SMALL.write(folder, "my-fleet_2", 1);
    assertEquals(-1, Files.mismatch(first.train(), second.train()));
    assertEquals(-1, Files.mismatch(first.test(), second.test()));
  }

  @Test
  void unitsAreTheSameHoweverManyThereAre() throws IOException {
    SimulatedFleet few = SMALL.write(folder, "few", 1);
    SimulatedFleet many = SMALL.withTrainUnits(7).withTestUnits(5).write(folder, "many", 1);
    for (List<Path> pair :
        List.of(
            List.of(few.train(), many.train()),
            List.of(few.test(), many.test()),
            List.of(few.remainingLife(), many.remainingLife()))) {
      String start = Files.readString(pair.get(0));
      String whole = Files.readString(pair.get(1));
      assertTrue(whole.startsWith(start) && whole.length() > start.length(), pair.toString());
    }
  }

  @Test
  void aTestUnitIsTheStartOfARunThatFailsWhenItsRemainingLifeIsOver() throws IOException {
    TurbofanSimulator simulator = SMALL.withRegimes(6).withFaultModes(2);
    SimulatedFleet fleet = simulator.write(folder, "FD004", 5);
    List<String> rows = Files.readAllLines(fleet.test());
    List<String> lives = Files.readAllLines(fleet.remainingLife());
    for (int unit = 1; unit <= 2; unit++) {
      SimulatedEngine engine = simulator.testEngine(5, unit);
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (SimulatorOutput output = new SimulatorOutput(bytes)) {
        engine.write(output, unit, engine.life(), 6, 1);
      }
      List<String> run = bytes.toString(StandardCharsets.US_ASCII).lines().toList();
      String start = unit + " ";
      List<String> seen = rows.stream().filter(row -> row.startsWith(start)).toList();
      int remaining = Integer.parseInt(lives.get(unit - 1).trim());
      assertEquals(run.size(), seen.size() + remaining);
      assertEquals(run.subList(0, seen.size()), seen);
    }
  }

  @Test
  void existingFilesAreNotReplaced() throws IOException {
    Path existing = Files.writeString(folder.resolve("RUL_FD001.txt"), "mine");
    assertThrown(
        FileAlreadyExistsException.class,
        () -> SMALL.write(folder, "FD001", 1),
        "RUL_FD001.txt",
        "withOverwrite(true)");
    assertEquals("mine", Files.readString(existing));
    assertEquals(List.of("RUL_FD001.txt"), names());
  }

  @Test
  void existingFilesAreReplacedOnRequest() throws IOException {
    byte[] first = Files.readAllBytes(SMALL.write(folder, "FD001", 1).train());
    SimulatedFleet fleet = SMALL.withOverwrite(true).write(folder, "FD001", 2);
    assertFalse(Arrays.equals(first, Files.readAllBytes(fleet.train())));
    assertEquals(3, names().size());
  }

  @Test
  void aFailedRunLeavesNothingBehind() throws IOException {
    Files.createDirectories(folder.resolve("train_FD001.txt").resolve("not empty"));
    assertThrows(IOException.class, () -> SMALL.withOverwrite(true).write(folder, "FD001", 1));
    assertEquals(List.of("train_FD001.txt"), names());
  }

  @Test
  void theFolderIsCreated() throws IOException {
    SimulatedFleet fleet = SMALL.write(folder.resolve("a").resolve("b"), "FD001", 1);
    assertTrue(Files.isRegularFile(fleet.train()));
  }

  @Test
  void aFileInPlaceOfTheFolderIsAnError() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThrows(IOException.class, () -> SMALL.write(file, "FD001", 1));
  }

  @Test
  void twoThousandUnitsTakeAFractionOfTheirSizeInMemory() throws IOException {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    TurbofanSimulator large = SMALL.withTrainUnits(2_000).withRegimes(6);
    long before = threads.getCurrentThreadAllocatedBytes();
    SimulatedFleet fleet = large.write(folder, "FD002", 1);
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(fleet.trainRows() > 2_000 * 128L);
    assertTrue(
        allocated < Files.size(fleet.train()) / 10,
        () -> "allocated " + allocated + " bytes for " + fleet.trainRows() + " rows");
  }

  @Test
  void wrongOptionsAreRefused() {
    assertRefused(() -> SMALL.withTrainUnits(0), "trainUnits", "at least 1", "0");
    assertRefused(() -> SMALL.withTestUnits(-1), "testUnits", "at least 1", "-1");
    assertRefused(() -> SMALL.withRegimes(2), "regimes", "1 or 6", "2");
    assertRefused(() -> SMALL.withFaultModes(3), "faultModes", "1 or 2", "3");
    assertRefused(() -> SMALL.withFaultModes(0), "faultModes", "1 or 2", "0");
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 100.1, Double.NaN, Double.POSITIVE_INFINITY})
  void noiseOutsideItsRangeIsRefused(double noise) {
    assertRefused(() -> SMALL.withNoise(noise), "noise", "0 to 100", Double.toString(noise));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "FD 001", "../FD001", "a/b", "FD001.txt", "FDÄ"})
  void namesThatAreNotPlainAreRefused(String subset) throws IOException {
    assertRefused(() -> SMALL.write(folder, subset, 1), "subset", "letters", "'" + subset + "'");
    assertEquals(List.of(), names());
  }

  @Test
  void optionsDoNotChangeTheSimulatorTheyAreTakenFrom() throws IOException {
    byte[] before = Files.readAllBytes(SMALL.write(folder, "A", 1).train());
    SMALL.withNoise(0).withRegimes(6).withFaultModes(2).withTrainUnits(1).withTestUnits(1);
    assertArrayEquals(before, Files.readAllBytes(SMALL.write(folder, "B", 1).train()));
  }
}
