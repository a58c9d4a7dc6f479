package io.github.anomalydata.metrics;

import static io.github.anomalydata.metrics.TickingClock.START;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history of a year, with a batch of 60 scores every minute. */
final class YearTest {
  private static final int MINUTES = 365 * 24 * 60;

  @TempDir private Path folder = Path.of("");

  private void log(Path file, TrackerOptions options) throws IOException {
    TickingClock clock = new TickingClock();
    SplittableRandom random = new SplittableRandom(1);
    try (MetricsTracker tracker = MetricsTracker.open(file, options.with(clock))) {
      double[] scores = new double[60];
      for (int i = 0; i < MINUTES; i++) {
        for (int j = 0; j < scores.length; j++) {
          scores[j] = -Math.log(random.nextDouble());
        }
        tracker.logBatch(scores, Duration.ofNanos(random.nextInt(1_000_000)), 0.1, 5);
        clock.advance(Duration.ofMinutes(1));
      }
    }
  }

  @Test
  @Tag("calibration")
  void opensInTwoSecondsAndAnswersAnyWindowInTenMillis() throws Exception {
    Path file = folder.resolve("metrics.jsonl");
    TrackerOptions never = TrackerOptions.withDefaults().with(Sync.NEVER);
    log(file, never);
    long begun = System.nanoTime();
    try (MetricsHistory history = MetricsHistory.open(file)) {
      double seconds = (System.nanoTime() - begun) / 1e9;
      long heap = heap();
      List<Double> millis = new ArrayList<>();
      SplittableRandom random = new SplittableRandom(2);
      for (int i = 0; i < 1000; i++) {
        int from = random.nextInt(MINUTES);
        int length = 1 + random.nextInt(MINUTES - from);
        Instant start = START.plus(Duration.ofMinutes(from));
        long before = System.nanoTime();
        WindowSummary summary = history.summary(start, start.plus(Duration.ofMinutes(length)));
        double p99 = summary.scores().quantile(0.99);
        millis.add((System.nanoTime() - before) / 1e6);
        assertEquals(length, summary.batches());
        assertTrue(p99 > 0);
      }
      Collections.sort(millis);
      String found =
          "opened in "
              + seconds
              + " s, heap "
              + (heap >> 20)
              + " MiB, windows: median "
              + millis.get(500)
              + " ms, p99 "
              + millis.get(990)
              + " ms, max "
              + millis.get(999)
              + " ms";
      System.out.println(found);
      assertTrue(seconds < 2 && heap < 100_000_000 && millis.get(990) < 10, found);
    }
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
