package io.github.anomalydata.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes that are killed in the middle of logging, as by {@code kill -9}. */
final class CrashTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void killedProcessLosesNoBatchThatWasForced() throws Exception {
    kill(4, 1);
  }

  @Test
  @Tag("calibration")
  void twoHundredKilledProcessesLoseNoBatchThatWasForced() throws Exception {
    kill(200, 2);
  }

  /** Kills one process after the other, all of which go on with one history. */
  private void kill(int times, long seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    Path file = folder.resolve("metrics.jsonl");
    long before = 0;
    for (int i = 0; i < times; i++) {
      Sync sync = Sync.values()[i % 3];
      long safe = safeBatches(file, sync, random.nextInt(150_000));
      long found = check(file);
      assertTrue(
          found >= Math.max(safe, before),
          sync + " " + i + ": " + found + " batches of " + safe + ", " + before + " before");
      before = found;
    }
  }

  /** Logs in another process, kills it and returns the last batch that it said was safe. */
  private long safeBatches(Path file, Sync sync, int micros) throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                LoggingProcess.class.getName(),
                file.toString(),
                sync.name())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    long safe = 0;
    try (BufferedReader out = process.inputReader()) {
      safe = Long.parseLong(String.valueOf(out.readLine()));
      Thread.sleep(micros / 1000, micros % 1000 * 1000);
      process.destroyForcibly().waitFor();
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        safe = line.isEmpty() ? safe : Math.max(safe, Long.parseLong(line));
      }
    } catch (NumberFormatException | IOException e) {
      // The last number was cut off by the end of the process.
      assertTrue(safe > 0, "the process never logged: " + e);
    } finally {
      process.destroyForcibly().waitFor();
    }
    return safe;
  }

  /** Opens the history as the next process would, and returns how many batches it has. */
  private static long check(Path file) throws IOException {
    Instant end = Instant.now().plus(Duration.ofDays(1));
    long batches;
    try (MetricsTracker tracker = MetricsTracker.open(file, TrackerOptions.withDefaults())) {
      WindowSummary all = tracker.summary(Instant.EPOCH, end);
      batches = all.batches();
      assertEquals(3 * batches, all.predictions());
      assertEquals(3 * batches, all.scores().count());
    }
    assertTrue(Files.exists(file));
    return batches;
  }
}
