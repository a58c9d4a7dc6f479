package io.github.anomalydata.metrics.micrometer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.metrics.MetricsTracker;
import io.github.anomalydata.metrics.ScoredBatch;
import io.github.anomalydata.metrics.TrackerOptions;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MicrometerMetricsTest {
  @TempDir Path folder;

  private final MeterRegistry registry = new SimpleMeterRegistry();
  private MetricsTracker tracker;

  @BeforeEach
  void open() throws IOException {
    tracker = MetricsTracker.open(folder.resolve("metrics.jsonl"), TrackerOptions.withDefaults());
  }

  @AfterEach
  void close() {
    tracker.close();
  }

  @Test
  void batchesAreCountedTimedAndSummedUp() {
    MicrometerMetrics.over(tracker).bindTo(registry);
    tracker.log(
        ScoredBatch.of(new double[] {0.2, 0.9, Double.NaN}, 0.5)
            .withLatency(Duration.ofMillis(20))
            .withDrift(0.1));
    tracker.log(ScoredBatch.of(new double[] {0.4}, 0.5).withLatency(Duration.ofMillis(10)));
    assertEquals(2, registry.get("anomaly.batches").counter().count());
    assertEquals(4, registry.get("anomaly.predictions").counter().count());
    assertEquals(1, registry.get("anomaly.anomalies").counter().count());
    assertEquals(1, registry.get("anomaly.not.finite.scores").counter().count());
    assertEquals(
        30, registry.get("anomaly.inference.duration").timer().totalTime(TimeUnit.MILLISECONDS));
    assertEquals(3, registry.get("anomaly.score").summary().count());
    assertEquals(0.5, registry.get("anomaly.score").summary().mean(), 1e-12);
    assertEquals(0.1, registry.get("anomaly.batch.drift.score").gauge().value());
  }

  @Test
  void driftIsNotANumberUntilItIsMeasured() {
    MicrometerMetrics.over(tracker).bindTo(registry);
    assertTrue(Double.isNaN(registry.get("anomaly.batch.drift.score").gauge().value()));
  }

  @Test
  void modelsAreToldApartByTheirPrefix() {
    MicrometerMetrics.over(tracker).withPrefix("press").bindTo(registry);
    tracker.log(ScoredBatch.of(new double[] {0.2}, 0.5));
    assertEquals(1, registry.get("press.predictions").counter().count());
    assertThrows(
        IllegalArgumentException.class, () -> MicrometerMetrics.over(tracker).withPrefix(" "));
  }
}
