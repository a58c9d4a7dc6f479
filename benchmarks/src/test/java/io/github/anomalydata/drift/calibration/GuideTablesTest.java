package io.github.anomalydata.drift.calibration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuideTablesTest {
  private static final Path FOLDER = Path.of(System.getProperty("basedir"));
  private static final Path GUIDE = FOLDER.resolve("../docs/guide");

  private static List<Measured> rates() throws IOException {
    return Measured.read(FOLDER.resolve("results/calibration.csv"));
  }

  @Test
  void chapterHasTheTablesOfTheRates() throws IOException {
    String chapter = Files.readString(GUIDE.resolve("06-drift.md"));
    assertEquals(chapter, new GuideTables(rates()).in(chapter), "run benchmarks/calibrate guide");
  }

  @Test
  void figureIsThatOfTheRates() throws IOException {
    String figure = Files.readString(GUIDE.resolve("images/false-alarms.svg"));
    assertEquals(figure, new GuideTables(rates()).figure(), "run benchmarks/calibrate guide");
  }

  @Test
  void ratesOfTwoThousandPairsAreWithinTheirBounds() throws IOException {
    assertFalse(rates().isEmpty());
    for (Measured one : rates()) {
      assertEquals(2000, one.rate().runs(), one::toString);
      assertTrue(one.miss().isEmpty(), () -> one.miss().orElse(""));
    }
  }

  @Test
  void ratesOutOfBoundsAreMissed() {
    SimulatedProcess process = SimulatedProcess.independent(1, 30);
    Case quiet = new Case(Case.Question.INDEPENDENT, Case.MMD, false, process, process);
    assertTrue(new Measured(quiet, new Rate(200, 2000), 0).miss().isPresent());
    assertTrue(new Measured(quiet, new Rate(20, 2000), 0).miss().isPresent());
    assertFalse(new Measured(quiet, new Rate(100, 2000), 0).miss().isPresent());
    SimulatedProcess ten = SimulatedProcess.independent(10, 100);
    Case moved = new Case(Case.Question.POWER, Case.MMD, false, ten, ten.shifted(.5));
    assertTrue(new Measured(moved, new Rate(1100, 2000), 0).miss().isPresent());
    assertFalse(new Measured(moved, new Rate(1300, 2000), 0).miss().isPresent());
  }

  @Test
  void ratesAreReadAsTheyWereWritten(@TempDir Path folder) throws IOException {
    List<Measured> all =
        Cases.all().stream().map(one -> new Measured(one, new Rate(3, 100), 1)).toList();
    Measured.write(folder.resolve("rates.csv"), all);
    assertEquals(all, Measured.read(folder.resolve("rates.csv")));
  }
}
