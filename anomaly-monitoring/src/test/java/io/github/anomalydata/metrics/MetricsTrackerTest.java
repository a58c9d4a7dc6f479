package io.github.anomalydata.metrics;

import static io.github.anomalydata.metrics.Thrown.assertThrown;
import static io.github.anomalydata.metrics.TickingClock.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MetricsTrackerTest {
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration MILLIS_20 = Duration.ofMillis(20);

  @TempDir private Path folder = Path.of("");
  private final TickingClock clock = new TickingClock();
  private final TrackerOptions options = TrackerOptions.withDefaults().with(clock);

  private MetricsTracker open(TrackerOptions with) throws IOException {
    return MetricsTracker.open(folder.resolve("metrics.jsonl"), with);
  }

  private String text() throws IOException {
    return Files.readString(folder.resolve("metrics.jsonl"));
  }

  @Test
  void summaryCountsWhatWasLogged() throws Exception {
    try (MetricsTracker tracker = open(options)) {
      tracker.logBatch(new double[] {0.1, 0.9, 0.5}, MILLIS_20, 0.25, 0.8);
      tracker.logBatch(new double[] {0.95}, Duration.ofMillis(40), 0.1, 0.8);
      WindowSummary summary = tracker.summaryOfLast(MINUTE);
      assertEquals(2, summary.batches());
      assertEquals(4, summary.predictions());
      assertEquals(2, summary.anomalies());
      assertEquals(0.25, summary.maximumDrift());
      assertEquals(0.03, summary.latency().mean(), 1e-15);
      assertEquals(0.04, summary.latency().max());
      assertEquals(0.6125, summary.scores().mean(), 1e-15);
      // Python: statistics.stdev([0.1, 0.9, 0.5, 0.95])
      assertEquals(0.3966001344763598, summary.scores().standardDeviation(), 1e-15);
      assertEquals(0.1, summary.scores().min());
      assertEquals(0.5, summary.scores().quantile(0.5), 0.5 / 128);
    }
  }

  @Test
  void anomalyIsAboveTheThresholdAndNotAtIt() throws Exception {
    try (MetricsTracker tracker = open(options)) {
      tracker.logBatch(new double[] {0.8, Math.nextUp(0.8)}, MILLIS_20, Double.NaN, 0.8);
      assertEquals(1, tracker.summaryOfLast(MINUTE).anomalies());
    }
  }

  @Test
  void scoresThatAreNotFiniteAreCountedAndPartOfNothingElse() throws Exception {
    try (MetricsTracker tracker = open(options)) {
      double[] scores = {Double.NaN, 2, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
      tracker.logBatch(scores, MILLIS_20, Double.NaN, 1);
      WindowSummary summary = tracker.summaryOfLast(MINUTE);
      assertEquals(4, summary.predictions());
      assertEquals(3, summary.notFinite());
      assertEquals(1, summary.scores().count());
      assertEquals(2, summary.scores().mean());
      assertEquals(new Proportion(1, 1), summary.anomalyRate());
      assertEquals(Double.NaN, summary.maximumDrift());
    }
  }

  @Test
  void emptyWindowHasCountsOf0AndNoNumbers() throws Exception {
    try (MetricsTracker tracker = open(options)) {
      WindowSummary summary = tracker.summaryOfLast(MINUTE);
      assertEquals(0, summary.batches());
      assertEquals(Double.NaN, summary.scores().mean());
      assertEquals(Double.NaN, summary.scores().quantile(0.5));
      assertEquals(Double.NaN, summary.labelled().areaUnderCurve());
    }
  }

  @Test
  void windowHoldsItsStartAndNotItsEnd() throws Exception {
    try (MetricsTracker tracker = open(options)) {
      for (int minute = 0; minute < 300; minute++) {
        tracker.logBatch(new double[] {minute}, MILLIS_20, 0, 1e9);
        clock.advance(MINUTE);
      }
      for (int[] window : new int[][] {{0, 1}, {5, 6}, {17, 45}, {0, 300}, {29, 31}, {59, 250}}) {
        Instant from = START.plus(MINUTE.multipliedBy(window[0]));
        Instant to = START.plus(MINUTE.multipliedBy(window[1]));
        Distribution scores = tracker.summary(from, to).scores();
        assertEquals(window[1] - window[0], scores.count());
        assertEquals(window[0], scores.min());
        assertEquals(window[1] - 1, scores.max());
        assertEquals((window[0] + window[1] - 1) / 2.0, scores.mean(), 1e-9);
      }
    }
  }

  @Test
  void batchesOutOfOrderCountForTheirOwnTime() throws Exception {
    try (MetricsTracker tracker = open(options)) {
      SplittableRandom random = new SplittableRandom(3);
      List<Integer> minutes = new ArrayList<>();
      for (int i = 0; i < 400; i++) {
        int minute = random.nextInt(600);
        minutes.add(minute);
        Instant time = START.plus(MINUTE.multipliedBy(minute));
        tracker.log(ScoredBatch.of(new double[] {minute}, 0).withTime(time));
      }
      Instant from = START.plus(MINUTE.multipliedBy(100));
      Instant to = START.plus(MINUTE.multipliedBy(420));
      assertEquals(
          minutes.stream().filter(m -> m >= 100 && m < 420).count(),
          tracker.summary(from, to).batches());
    }
  }

  @Test
  void quantilesAreWithinOneIn128OfTheSortedScores() throws Exception {
    try (MetricsTracker tracker = open(options)) {
      double[] scores =
          new SplittableRandom(1).doubles(20_000).map(u -> Math.exp(12 * u - 6)).toArray();
      tracker.logBatch(scores, MILLIS_20, 0, 1);
      java.util.Arrays.sort(scores);
      Distribution found = tracker.summaryOfLast(MINUTE).scores();
      for (double share : new double[] {0.001, 0.01, 0.5, 0.9, 0.99, 0.999}) {
        double exact = scores[(int) Math.ceil(share * scores.length) - 1];
        assertEquals(exact, found.quantile(share), exact / 128);
      }
      assertEquals(scores[scores.length - 1], found.quantile(1), scores[scores.length - 1] / 128);
    }
  }

  @Test
  void reopenedHistoryGivesTheSameSummaries() throws Exception {
    WindowSummary before;
    Instant from = START.plusSeconds(1);
    Instant to = START.plus(Duration.ofDays(2));
    try (MetricsTracker tracker = open(options)) {
      SplittableRandom random = new SplittableRandom(5);
      for (int i = 0; i < 500; i++) {
        tracker.log(
            ScoredBatch.of(random.doubles(20).map(u -> u - 0.3).toArray(), 0.5)
                .withLatency(Duration.ofNanos(random.nextInt(1, 1_000_000)))
                .withDrift(i % 3 == 0 ? Double.NaN : random.nextDouble())
                .withModel("v\"1\"\\ é\uD83D\uDE00")
                .withMeasure("queue \"length\"", i));
        clock.advance(Duration.ofSeconds(77));
      }
      before = tracker.summary(from, to);
    }
    try (MetricsTracker tracker = open(options)) {
      assertSame(before, tracker.summary(from, to));
      assertEquals(501, tracker.logBatch(new double[] {1}, MILLIS_20, 0, 1));
    }
    try (MetricsHistory history = MetricsHistory.open(folder.resolve("metrics.jsonl"))) {
      assertEquals(START, history.first().orElseThrow());
      assertEquals(501, history.summary(START, to).batches());
    }
  }

  private static void assertSame(WindowSummary expected, WindowSummary found) {
    assertEquals(expected.batches(), found.batches());
    assertEquals(expected.predictions(), found.predictions());
    assertEquals(expected.anomalies(), found.anomalies());
    assertEquals(expected.maximumDrift(), found.maximumDrift());
    for (int i = 0; i < 2; i++) {
      Distribution a = i == 0 ? expected.scores() : expected.latency();
      Distribution b = i == 0 ? found.scores() : found.latency();
      assertEquals(a.mean(), b.mean());
      assertEquals(a.standardDeviation(), b.standardDeviation());
      assertEquals(a.min(), b.min());
      assertEquals(a.max(), b.max());
      assertEquals(a.quantile(0.95), b.quantile(0.95));
    }
    assertEquals(expected.measures().keySet(), found.measures().keySet());
    expected
        .measures()
        .forEach((name, m) -> assertEquals(m.mean(), found.measures().get(name).mean()));
  }

  @Test
  void lineIsJsonThatPeopleRead() throws Exception {
    try (MetricsTracker tracker = open(options)) {
      tracker.log(
          ScoredBatch.of(new double[] {0.5, Double.NaN}, 0.25)
              .withLatency(MILLIS_20)
              .withModel("v1")
              .withMeasure("queue", 3));
    }
    assertEquals(
        """
        {"format":"anomaly-metrics","version":1,"segment":1,"batch":1,\
        "time":"2026-11-24T10:30:00.000000000Z"}
        {"batch":1,"time":"2026-11-24T10:30:00.000000000Z","model":"v1","predictions":2,\
        "notFinite":1,"anomalies":1,"threshold":0.25,"latencyNanos":20000000,"mean":0.5,\
        "squares":0.0,"min":0.5,"max":0.5,"bins":[2497,1],"measures":{"queue":3.0}}
        """,
        text());
  }

  @Test
  void emptyBatchIsRefusedOrIgnored() throws Exception {
    try (MetricsTracker tracker = open(options)) {
      assertThrown(
          IllegalArgumentException.class,
          () -> tracker.logBatch(new double[0], MILLIS_20, 0, 1),
          "scores",
          "at least 1");
    }
    try (MetricsTracker tracker = open(options.with(EmptyBatches.IGNORE))) {
      assertEquals(0, tracker.logBatch(new double[0], MILLIS_20, 0, 1));
      assertEquals(0, tracker.summaryOfLast(MINUTE).batches());
    }
  }

  @Test
  void refusedBatchLeavesNoTrace() throws Exception {
    try (MetricsTracker tracker = open(options)) {
      double[] scores = {1};
      assertThrown(
          IllegalArgumentException.class,
          () -> tracker.logBatch(scores, Duration.ofNanos(-1), 0, 1),
          "latency",
          "PT-0.000000001S");
      assertThrown(
          IllegalArgumentException.class,
          () -> tracker.logBatch(scores, MILLIS_20, Double.POSITIVE_INFINITY, 1),
          "drift",
          "Infinity");
      assertThrown(
          IllegalArgumentException.class,
          () -> tracker.logBatch(scores, MILLIS_20, 0, Double.NaN),
          "threshold",
          "NaN");
      assertEquals(1, tracker.logBatch(scores, MILLIS_20, 0, 1));
      assertEquals(1, tracker.summaryOfLast(MINUTE).scores().count());
    }
  }

  @Test
  void secondWriterIsKeptOut() throws Exception {
    MetricsTracker first = open(options);
    assertThrown(FileSystemException.class, () -> open(options), "open for writing");
    first.close();
    open(options).close();
  }

  @Test
  void closedTrackerSaysSo() throws Exception {
    MetricsTracker tracker = open(options);
    tracker.close();
    tracker.close();
    assertThrown(
        IllegalStateException.class,
        () -> tracker.logBatch(new double[] {1}, MILLIS_20, 0, 1),
        "closed");
    assertThrows(IllegalStateException.class, () -> tracker.summaryOfLast(MINUTE));
    assertThrows(IllegalStateException.class, tracker::flush);
  }

  @Test
  void batchesAreWrittenOnceTheIntervalIsOver() throws Exception {
    try (MetricsTracker tracker = open(options.withInterval(Duration.ofSeconds(10)))) {
      tracker.logBatch(new double[] {1}, MILLIS_20, 0, 1);
      clock.advance(Duration.ofSeconds(9));
      tracker.logBatch(new double[] {1}, MILLIS_20, 0, 1);
      assertEquals(1, text().lines().count());
      clock.advance(Duration.ofSeconds(1));
      tracker.logBatch(new double[] {1}, MILLIS_20, 0, 1);
      assertEquals(4, text().lines().count());
    }
  }

  @Test
  void clockThatGoesBackKeepsNothingInMemory() throws Exception {
    try (MetricsTracker tracker = open(options)) {
      clock.advance(Duration.ofHours(-1));
      tracker.logBatch(new double[] {1}, MILLIS_20, 0, 1);
      assertEquals(2, text().lines().count());
    }
  }

  @ParameterizedTest
  @EnumSource(Sync.class)
  void threadsLoseNothing(Sync sync) throws Exception {
    int threads = 64;
    int batches = sync == Sync.EACH_BATCH ? 20 : 500;
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    TrackerOptions small = options.with(sync).withRotation(1 << 20, Duration.ofDays(9));
    try (MetricsTracker tracker = open(small)) {
      List<Future<?>> all = new ArrayList<>();
      for (int t = 0; t < threads; t++) {
        double score = t + 1;
        all.add(
            executor.submit(
                () -> {
                  for (int i = 0; i < batches; i++) {
                    tracker.logBatch(new double[] {score, -score}, MILLIS_20, 0, 0);
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
      assertTotals(tracker.summaryOfLast(MINUTE), (long) threads * batches);
    } finally {
      executor.shutdown();
    }
    try (MetricsTracker tracker = open(small)) {
      assertTotals(tracker.summaryOfLast(MINUTE), (long) threads * batches);
    }
  }

  private static void assertTotals(WindowSummary summary, long batches) {
    assertEquals(batches, summary.batches());
    assertEquals(2 * batches, summary.predictions());
    assertEquals(batches, summary.anomalies());
    assertEquals(2 * batches, summary.scores().count());
    assertEquals(0, summary.scores().mean(), 1e-12);
    assertEquals(64, summary.scores().max());
  }

  @Test
  void interruptedThreadLogsAllTheSame() throws Exception {
    try (MetricsTracker tracker = open(options.with(Sync.EACH_BATCH))) {
      Thread.currentThread().interrupt();
      tracker.logBatch(new double[] {1}, MILLIS_20, 0, 1);
      assertTrue(Thread.interrupted());
      tracker.logBatch(new double[] {1}, MILLIS_20, 0, 1);
      assertEquals(2, tracker.summaryOfLast(MINUTE).batches());
    }
  }

  @Test
  void listenersHearEachBatch() throws Exception {
    List<Double> heard = new ArrayList<>();
    try (MetricsTracker tracker = open(options)) {
      tracker.listen(batch -> heard.add(batch.scores()[0]));
      tracker.logBatch(new double[] {1}, MILLIS_20, 0, 1);
      tracker.log(ScoredBatch.of(new double[] {2}, 1));
    }
    assertEquals(List.of(1.0, 2.0), heard);
  }

  @Test
  void measuresBeyondTheHundredthAreTogether() throws Exception {
    try (MetricsTracker tracker = open(options)) {
      for (int i = 0; i < 130; i++) {
        tracker.log(ScoredBatch.of(new double[] {1}, 1).withMeasure("m" + (1000 + i), i));
      }
      WindowSummary summary = tracker.summaryOfLast(MINUTE);
      assertEquals(101, summary.measures().size());
      assertEquals(30, summary.measures().get("other").count());
      assertEquals(114.5, summary.measures().get("other").mean());
    }
  }
}
