package io.github.anomalydata.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disk that is full for a while, to the process: the system lets its files grow no further. */
final class DiskFullTest {
  private static final int MOST_BYTES = 128 << 10;

  @TempDir private Path folder = Path.of("");

  private static Optional<Path> prlimit() {
    return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
        .map(place -> Path.of(place, "prlimit"))
        .filter(Files::isExecutable)
        .findFirst();
  }

  @Test
  void batchesThatFoundNoRoomAreWrittenOnceThereIs() throws Exception {
    Assumptions.assumeTrue(prlimit().isPresent(), "no prlimit to fill a disk with");
    String limit = prlimit().orElseThrow().toString();
    Path file = folder.resolve("metrics.jsonl");
    Process process =
        new ProcessBuilder(
                limit,
                "--fsize=" + MOST_BYTES + ":",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FillingProcess.class.getName(),
                file.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader out = process.inputReader()) {
      long logged = Long.parseLong(String.valueOf(out.readLine()));
      assertTrue(Files.size(file) <= MOST_BYTES);
      long found = found(file);
      assertTrue(found <= logged - 99, () -> found + " of " + logged);
      run(limit, "--pid=" + process.pid(), "--fsize=unlimited:");
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
      assertEquals(logged + 1, Long.parseLong(String.valueOf(out.readLine())));
      assertEquals(0, process.waitFor());
      assertEquals(logged + 1, found(file));
    } finally {
      process.destroyForcibly().waitFor();
    }
  }

  private static void run(String... command) throws Exception {
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
  }

  private static long found(Path file) throws Exception {
    try (MetricsHistory history = MetricsHistory.open(file)) {
      return history.summary(Instant.EPOCH, Instant.now().plusSeconds(60)).batches();
    }
  }
}
