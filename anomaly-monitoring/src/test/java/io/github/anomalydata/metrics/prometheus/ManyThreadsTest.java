package io.github.anomalydata.metrics.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.metrics.MetricsHistory;
import io.github.anomalydata.metrics.MetricsTracker;
import io.github.anomalydata.metrics.Sync;
import io.github.anomalydata.metrics.TrackerOptions;
import io.github.anomalydata.metrics.WindowSummary;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many threads log at once, and nothing is lost. */
final class ManyThreadsTest {
  private static final int THREADS = 64;
  private static final int SCORES = 1000;
  private static final int ANOMALIES = 250;

  @TempDir private Path folder = Path.of("");

  @Test
  void countersAndHistoryAreExact() throws Exception {
    log(10);
  }

  @Test
  @Tag("calibration")
  void sixtyFourTimesAMillionScoresAreExact() throws Exception {
    log(1000);
  }

  private void log(int batches) throws Exception {
    Path file = folder.resolve("metrics.jsonl");
    Instant begun = Instant.now();
    double[] scores = new double[SCORES];
    Arrays.fill(scores, 0.5);
    Arrays.fill(scores, 1, 1 + ANOMALIES, 2);
    scores[0] = Double.NaN;
    long all = (long) THREADS * batches;
    ExecutorService executor = Executors.newFixedThreadPool(THREADS);
    try (MetricsTracker tracker =
        MetricsTracker.open(file, TrackerOptions.withDefaults().with(Sync.NEVER))) {
      PrometheusMetrics metrics = PrometheusMetrics.over(tracker, PrometheusOptions.withDefaults());
      List<Future<?>> threads = new ArrayList<>();
      for (int t = 0; t < THREADS; t++) {
        threads.add(
            executor.submit(
                () -> {
                  for (int i = 0; i < batches; i++) {
                    tracker.logBatch(scores, Duration.ofMillis(1), 0, 1);
                  }
                }));
      }
      for (Future<?> thread : threads) {
        thread.get();
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      metrics.write(out, ExpositionFormat.TEXT);
      String text = out.toString(StandardCharsets.UTF_8);
      for (String line :
          List.of(
              "anomaly_batches_total " + (double) all,
              "anomaly_predictions_total " + (double) (all * SCORES),
              "anomaly_not_finite_scores_total " + (double) all,
              "anomaly_anomalies_total " + (double) (all * ANOMALIES))) {
        assertTrue(text.contains("\n" + line + "\n"), () -> line + " in: " + text);
      }
    } finally {
      executor.shutdown();
    }
    try (MetricsHistory history = MetricsHistory.open(file)) {
      WindowSummary found = history.summary(begun, Instant.now().plusSeconds(1));
      assertEquals(all, found.batches());
      assertEquals(all * SCORES, found.predictions());
      assertEquals(all, found.notFinite());
      assertEquals(all * ANOMALIES, found.anomalies());
      assertEquals(all * (SCORES - 1), found.scores().count());
    }
  }
}
