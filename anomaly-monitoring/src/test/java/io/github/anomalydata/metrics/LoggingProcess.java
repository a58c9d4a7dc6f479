package io.github.anomalydata.metrics;

import java.nio.file.Path;
import java.time.Duration;

/** A process that logs until it is killed, and prints the batches that are safe by then. */
final class LoggingProcess {
  private LoggingProcess() {}

  /**
   * Logs batches for ever.
   *
   * @param args the file and how it is forced to the disk
   */
  public static void main(String[] args) throws Exception {
    TrackerOptions options =
        TrackerOptions.withDefaults()
            .with(Sync.valueOf(args[1]))
            .withInterval(Duration.ofMillis(5))
            .withRotation(64 << 10, Duration.ofDays(1));
    try (MetricsTracker tracker = MetricsTracker.open(Path.of(args[0]), options)) {
      for (long i = 0; ; i++) {
        double[] scores = {i, -1, 0.5};
        long batch = tracker.logBatch(scores, Duration.ofMillis(1), 0, 1);
        if (options.sync == Sync.EACH_BATCH) {
          System.out.println(batch);
        } else if (i % 500 == 0) {
          tracker.flush();
          System.out.println(batch);
        }
      }
    }
  }
}
