package io.github.anomalydata.metrics;

import static io.github.anomalydata.metrics.Thrown.assertThrown;
import static io.github.anomalydata.metrics.TickingClock.START;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LabelsTest {
  private static final Duration LATENCY = Duration.ofMillis(5);
  private static final Duration HOUR = Duration.ofHours(1);

  @TempDir private Path folder = Path.of("");
  private final TickingClock clock = new TickingClock();
  private final TrackerOptions options =
      TrackerOptions.withDefaults().with(clock).with(Labels.LATE);

  private MetricsTracker open(TrackerOptions with) throws IOException {
    return MetricsTracker.open(folder.resolve("metrics.jsonl"), with);
  }

  @Test
  void lateLabelsCountForTheTimeOfTheirBatch() throws Exception {
    try (MetricsTracker tracker = open(options)) {
      double[] scores = {0.1, 0.6, 0.7, 0.9, Double.NaN};
      long batch = tracker.logBatch(scores, LATENCY, 0, 0.5);
      clock.advance(Duration.ofDays(3));
      tracker.logLabels(batch, false, true, false, true, true);
      assertEquals(0, tracker.summaryOfLast(HOUR).labelled().count());
      LabelledScores labelled = tracker.summary(START, START.plusNanos(1)).labelled();
      assertEquals(4, labelled.count());
      assertEquals(2, labelled.truePositives());
      assertEquals(1, labelled.falsePositives());
      assertEquals(0, labelled.falseNegatives());
      assertEquals(1, labelled.trueNegatives());
      assertEquals(2.0 / 3, labelled.precision());
      assertEquals(1, labelled.recall());
      // scikit-learn: roc_auc_score([0, 1, 0, 1], [0.1, 0.6, 0.7, 0.9])
      assertEquals(0.75, labelled.areaUnderCurve());
      assertEquals(0, labelled.areaUnderCurveError());
    }
  }

  @Test
  void labelsSurviveReopeningAndRotation() throws Exception {
    TrackerOptions small = options.withRotation(1024, Duration.ofDays(9));
    try (MetricsTracker tracker = open(small)) {
      for (int i = 0; i < 100; i++) {
        tracker.logBatch(new double[] {i, 100 - i}, LATENCY, 0, 60);
      }
    }
    try (MetricsTracker tracker = open(small)) {
      for (long batch = 1; batch <= 100; batch++) {
        tracker.logLabels(batch, true, false);
      }
    }
    try (MetricsTracker tracker = open(small)) {
      LabelledScores labelled = tracker.summaryOfLast(HOUR).labelled();
      assertEquals(200, labelled.count());
      assertEquals(39, labelled.truePositives());
      assertEquals(40, labelled.falsePositives());
      assertThrown(
          IllegalStateException.class, () -> tracker.logLabels(17, true, true), "17", "labels");
    }
  }

  @Test
  void areaIsWithinItsErrorOfTheExactOne() throws Exception {
    try (MetricsTracker tracker = open(options)) {
      SplittableRandom random = new SplittableRandom(9);
      double[] scores = new double[3000];
      boolean[] labels = new boolean[scores.length];
      for (int i = 0; i < scores.length; i++) {
        labels[i] = random.nextInt(5) == 0;
        scores[i] = random.nextDouble() + (labels[i] ? 0.3 : 0);
      }
      tracker.logLabels(tracker.logBatch(scores, LATENCY, 0, 1), labels);
      double wins = 0;
      double pairs = 0;
      for (int i = 0; i < scores.length; i++) {
        for (int j = 0; labels[i] && j < scores.length; j++) {
          if (!labels[j]) {
            pairs++;
            wins += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
          }
        }
      }
      LabelledScores found = tracker.summaryOfLast(HOUR).labelled();
      double off = Math.abs(found.areaUnderCurve() - wins / pairs);
      assertEquals(0, off, found.areaUnderCurveError());
      assertEquals(0, found.areaUnderCurveError(), 0.01);
    }
  }

  @Test
  void labelsThatFitNoBatchAreRefused() throws Exception {
    try (MetricsTracker tracker = open(options)) {
      long batch = tracker.logBatch(new double[] {1, 2}, LATENCY, 0, 1);
      assertThrown(
          IllegalArgumentException.class, () -> tracker.logLabels(2, true), "batch", "got 2");
      assertThrown(
          IllegalArgumentException.class,
          () -> tracker.logLabels(batch, true),
          "one for each of 2 scores, got 1");
      tracker.logLabels(batch, true, false);
      assertThrown(
          IllegalStateException.class, () -> tracker.logLabels(batch, true, false), "labels");
    }
    try (MetricsTracker tracker = open(TrackerOptions.withDefaults().with(clock))) {
      long batch = tracker.logBatch(new double[] {1}, LATENCY, 0, 1);
      assertThrown(
          IllegalArgumentException.class, () -> tracker.logLabels(batch, true), "Labels.LATE");
    }
  }
}
