package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed in the middle of saving, as by {@code kill -9}. */
class DetectorCrashTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void killedProcessLeavesTheOldOrTheNewDetector() throws Exception {
    kill(3, 1);
  }

  @Test
  @Tag("calibration")
  void twoHundredKilledProcessesLeaveTheOldOrTheNewDetector() throws Exception {
    kill(200, 2);
  }

  /** Kills one process after the other, all of which save to one file. */
  private void kill(int times, long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    Path file = folder.resolve("detector.npz");
    int even = 0;
    for (int i = 0; i < times; i++) {
      save(file, random.nextInt(30_000));
      int rows = FittedDriftDetector.open(file).reference().rows();
      assertTrue(rows == SavingProcess.EVEN_ROWS || rows == SavingProcess.ODD_ROWS, rows + " rows");
      even += rows == SavingProcess.EVEN_ROWS ? 1 : 0;
    }
    assertTrue(times < 10 || (even > 0 && even < times), even + " of " + times);
  }

  /** Saves in another process, which is killed so long after its first save. */
  private static void save(Path file, int micros) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SavingProcess.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = process.inputReader()) {
      assertEquals("saved", out.readLine());
      Thread.sleep(micros / 1000, micros % 1000 * 1000);
    } finally {
      process.destroyForcibly().waitFor();
    }
  }
}
