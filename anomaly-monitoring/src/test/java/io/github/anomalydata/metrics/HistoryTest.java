package io.github.anomalydata.metrics;

import static io.github.anomalydata.metrics.Thrown.assertThrown;
import static io.github.anomalydata.metrics.TickingClock.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.DataFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HistoryTest {
  private static final Duration LATENCY = Duration.ofMillis(5);
  private static final Instant END = START.plus(Duration.ofDays(10_000));

  @TempDir private Path folder = Path.of("");
  private Path file = Path.of("");
  private final TickingClock clock = new TickingClock();
  private final TrackerOptions options = TrackerOptions.withDefaults().with(clock);

  @BeforeEach
  void place() {
    file = folder.resolve("metrics.jsonl");
  }

  private void log(int batches, TrackerOptions with) throws IOException {
    try (MetricsTracker tracker = MetricsTracker.open(file, with)) {
      for (int i = 0; i < batches; i++) {
        tracker.logBatch(new double[] {0.5, 1.5}, LATENCY, 0.1, 1);
        clock.advance(Duration.ofMinutes(1));
      }
    }
  }

  private long batches() throws IOException {
    try (MetricsHistory history = MetricsHistory.open(file)) {
      return history.summary(START, END).batches();
    }
  }

  @Test
  void fileCutAnywhereOpensWithAllWholeLines() throws Exception {
    log(2, options);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length <= whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      long lines = new String(cut, StandardCharsets.UTF_8).chars().filter(c -> c == '\n').count();
      Files.write(file, cut);
      assertEquals(Math.max(0, lines - 1), batches());
      try (MetricsTracker tracker = MetricsTracker.open(file, options)) {
        assertEquals(Math.max(1, lines), tracker.logBatch(new double[] {1}, LATENCY, 0, 1));
      }
      assertEquals(Math.max(1, lines), batches());
    }
  }

  @Test
  void tailOfZerosAfterPowerFailureIsCutOff() throws Exception {
    log(3, options);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length + 4096));
    log(1, options);
    assertEquals(4, batches());
    assertFalse(Files.readString(file).contains("\0"));
  }

  @Test
  void brokenLineBeforeTheLastIsNamed() throws Exception {
    log(3, options);
    Files.writeString(
        file, Files.readString(file).replaceFirst("\"anomalies\":1", "\"anomalies\":x"));
    assertThrown(
        DataFileException.class,
        () -> MetricsTracker.open(file, options),
        "metrics.jsonl",
        "line 2, column ",
        "an integer",
        "'x,");
    assertThrown(DataFileException.class, () -> MetricsHistory.open(file), "line 2");
  }

  @Test
  void linesThatContradictThemselvesAreRefused() throws Exception {
    log(2, options);
    String good = Files.readString(file);
    for (String[] change :
        new String[][] {
          {"\"predictions\":2", "\"predictions\":1"},
          {
            "\"batch\":1,\"time\":\"2026-11-24T10:30:00.000000000Z\",\"p",
            "\"batch\":7,\"time\":\"2026-11-24T10:30:00.000000000Z\",\"p"
          },
          {"2026-11-24T10:30:00.000000000Z\",\"p", "2026-13-24T10:30:00.000000000Z\",\"p"},
          {"\"mean\":1.0", "\"mean\":NaN"},
          {"\"anomalies\":1", "\"anomalies\":3"},
          {"\"bins\":[", "\"bins\":[99999,1,"},
          {"\"latencyNanos\":5", "\"latencyNanos\":-5"}
        }) {
      assertTrue(good.contains(change[0]), change[0]);
      Files.writeString(
          file, good.replaceFirst(java.util.regex.Pattern.quote(change[0]), change[1]));
      assertThrown(DataFileException.class, () -> MetricsHistory.open(file), "line 2");
    }
  }

  @Test
  void fileOfAnotherFormatIsLeftAlone() throws Exception {
    Files.writeString(file, "a,b\n1,2\n");
    assertThrown(
        DataFileException.class,
        () -> MetricsTracker.open(file, options),
        "line 1",
        "anomaly-metrics");
    assertEquals("a,b\n1,2\n", Files.readString(file));
  }

  @Test
  void newFileIsBegunBySizeAndAllAreRead() throws Exception {
    log(40, options.withRotation(2048, Duration.ofDays(100)));
    assertTrue(Files.exists(folder.resolve("metrics.jsonl.3")));
    assertEquals(40, batches());
    log(1, options);
    assertEquals(41, batches());
    try (MetricsHistory history = MetricsHistory.open(file)) {
      Instant from = START.plus(Duration.ofMinutes(7));
      assertEquals(20, history.summary(from, from.plus(Duration.ofMinutes(20))).batches());
    }
  }

  @Test
  void newFileIsBegunByAge() throws Exception {
    log(25, options.withRotation(1 << 20, Duration.ofMinutes(10)));
    assertTrue(Files.exists(folder.resolve("metrics.jsonl.2")));
    assertFalse(Files.exists(folder.resolve("metrics.jsonl.3")));
    assertEquals(25, batches());
  }

  @Test
  void oldestFilesAreDeletedByAge() throws Exception {
    TrackerOptions hour =
        options
            .withRotation(1 << 20, Duration.ofMinutes(10))
            .withRetention(1 << 30, Duration.ofMinutes(30));
    log(100, hour);
    long kept = batches();
    assertTrue(kept >= 30 && kept <= 50, () -> kept + " batches");
    log(1, hour);
    try (MetricsTracker tracker = MetricsTracker.open(file, hour)) {
      assertEquals(102, tracker.logBatch(new double[] {1}, LATENCY, 0, 1));
    }
  }

  @Test
  void oldestFilesAreDeletedBySize() throws Exception {
    log(
        200,
        options.withRotation(2048, Duration.ofDays(9)).withRetention(10_000, Duration.ofDays(9)));
    try (var files = Files.list(folder)) {
      List<Path> all = files.filter(f -> !f.toString().endsWith(".lock")).toList();
      long size = 0;
      for (Path one : all) {
        size += Files.size(one);
      }
      assertTrue(size <= 10_000 + 2048 + 300, "size " + size);
      assertTrue(all.size() > 2);
    }
  }

  @Test
  void missingFileInTheMiddleIsNamed() throws Exception {
    log(40, options.withRotation(2048, Duration.ofDays(100)));
    Files.delete(folder.resolve("metrics.jsonl.2"));
    assertThrown(
        DataFileException.class, () -> MetricsHistory.open(file), "segment 2", "segment 3");
  }

  @Test
  void crashBetweenTwoFilesLosesNothing() throws Exception {
    log(5, options);
    Files.move(file, folder.resolve("metrics.jsonl.1"));
    log(1, options);
    assertEquals(6, batches());
  }

  @Test
  void windowOfAllTimeHoldsAll() throws Exception {
    log(5, options);
    try (MetricsHistory history = MetricsHistory.open(file)) {
      assertEquals(5, history.summary(Instant.MIN, Instant.MAX).batches());
    }
  }

  @Test
  void linkIsTheHistoryItLeadsTo() throws Exception {
    log(2, options);
    Path link = Files.createSymbolicLink(folder.resolve("link.jsonl"), file);
    try (MetricsTracker tracker = MetricsTracker.open(link, options)) {
      assertThrown(
          java.nio.file.FileSystemException.class,
          () -> MetricsTracker.open(file, options),
          "open");
      assertEquals(3, tracker.logBatch(new double[] {1}, LATENCY, 0, 1));
    }
    assertEquals(3, batches());
  }

  @Test
  void readerGoesOnWithNewLinesAndNewFiles() throws Exception {
    TrackerOptions small = options.withRotation(2048, Duration.ofDays(9));
    try (MetricsTracker tracker = MetricsTracker.open(file, small);
        MetricsHistory history = MetricsHistory.open(file)) {
      for (int i = 1; i <= 30; i++) {
        tracker.logBatch(new double[] {1}, LATENCY, 0, 1);
        tracker.flush();
        history.refresh();
        assertEquals(i, history.summary(START, END).batches());
      }
    }
  }

  @Test
  void historyThatIsNotThereIsNamed() {
    assertThrown(
        java.nio.file.NoSuchFileException.class, () -> MetricsHistory.open(file), "metrics.jsonl");
  }

  @Test
  void seriesCoversTheWindowWithoutGaps() throws Exception {
    log(90, options);
    try (MetricsHistory history = MetricsHistory.open(file)) {
      Instant to = START.plus(Duration.ofMinutes(90));
      List<WindowSummary> series = history.series(START, to, Duration.ofMinutes(40));
      assertEquals(List.of(40L, 40L, 10L), series.stream().map(WindowSummary::batches).toList());
      assertEquals(to, series.get(2).to());
      assertThrown(
          IllegalArgumentException.class, () -> history.series(START, to, Duration.ZERO), "step");
      assertThrown(
          IllegalArgumentException.class, () -> history.series(to, START, LATENCY), "to: after");
    }
  }
}
