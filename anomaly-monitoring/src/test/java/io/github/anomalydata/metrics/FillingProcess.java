package io.github.anomalydata.metrics;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A process that logs until its disk is full and for a while longer, says so, and goes on when it
 * is told that there is room again.
 */
final class FillingProcess {
  private static final int LONGER = 100;

  private FillingProcess() {}

  /**
   * Logs batches.
   *
   * @param args the file
   */
  public static void main(String[] args) throws Exception {
    TrackerOptions options = TrackerOptions.withDefaults().with(Sync.EACH_BATCH);
    long batches = 0;
    long failed = 0;
    try (MetricsTracker tracker = MetricsTracker.open(Path.of(args[0]), options)) {
      while (failed < LONGER) {
        batches++;
        try {
          tracker.logBatch(new double[] {batches}, Duration.ofMillis(1), 0, 1);
        } catch (UncheckedIOException e) {
          failed++;
        }
      }
      System.out.println(batches);
      System.in.read();
      batches++;
      tracker.logBatch(new double[] {batches}, Duration.ofMillis(1), 0, 1);
      System.out.println(batches);
    }
  }
}
