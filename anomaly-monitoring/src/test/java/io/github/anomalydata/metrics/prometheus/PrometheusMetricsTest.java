package io.github.anomalydata.metrics.prometheus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.metrics.MetricsTracker;
import io.github.anomalydata.metrics.ScoredBatch;
import io.github.anomalydata.metrics.TrackerOptions;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PrometheusMetricsTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-24T10:00:00.5Z"), ZoneOffset.UTC);
  private static final PrometheusOptions OPTIONS =
      PrometheusOptions.withDefaults().withScoreBounds(0.5, 1).withLatencyBounds(0.01, 0.1);

  @TempDir private Path folder = Path.of("");

  private static String text(PrometheusMetrics metrics, ExpositionFormat format)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    metrics.write(out, format);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Map<String, Double> samples(PrometheusMetrics metrics) throws IOException {
    Map<String, Double> samples = new HashMap<>();
    for (String line : text(metrics, ExpositionFormat.TEXT).split("\n")) {
      if (!line.startsWith("#")) {
        int space = line.lastIndexOf(' ');
        String value = line.substring(space + 1).replace("Inf", "Infinity");
        samples.put(line.substring(0, space), Double.valueOf(value));
      }
    }
    return samples;
  }

  @Test
  void batchesBecomeCountersHistogramsAndGauges() throws Exception {
    PrometheusMetrics metrics = PrometheusMetrics.of(OPTIONS, CLOCK);
    metrics.logged(
        ScoredBatch.of(new double[] {0.5, 0.7, 1.5, Double.NaN}, 0.6)
            .withLatency(Duration.ofMillis(20))
            .withDrift(0.25)
            .withModel("v\"1\"\n".strip()));
    Map<String, Double> samples = samples(metrics);
    assertEquals(1, samples.get("anomaly_batches_total"));
    assertEquals(4, samples.get("anomaly_predictions_total"));
    assertEquals(2, samples.get("anomaly_anomalies_total"));
    assertEquals(1, samples.get("anomaly_not_finite_scores_total"));
    assertEquals(1, samples.get("anomaly_score_bucket{le=\"0.5\"}"));
    assertEquals(2, samples.get("anomaly_score_bucket{le=\"1.0\"}"));
    assertEquals(3, samples.get("anomaly_score_bucket{le=\"+Inf\"}"));
    assertEquals(2.7, samples.get("anomaly_score_sum"), 1e-12);
    assertEquals(0, samples.get("anomaly_inference_duration_seconds_bucket{le=\"0.01\"}"));
    assertEquals(1, samples.get("anomaly_inference_duration_seconds_bucket{le=\"0.1\"}"));
    assertEquals(0.02, samples.get("anomaly_inference_duration_seconds_sum"));
    assertEquals(0.25, samples.get("anomaly_batch_drift_score"));
    assertEquals(1_795_514_400.5, samples.get("anomaly_last_batch_timestamp_seconds"));
    assertEquals(1, samples.get("anomaly_model_info{version=\"v\\\"1\\\"\"}"));
  }

  @Test
  void openMetricsEndsWithItsMark() throws Exception {
    PrometheusMetrics metrics = PrometheusMetrics.of(OPTIONS, CLOCK);
    metrics.logged(ScoredBatch.of(new double[] {1}, 0.6));
    String text = text(metrics, ExpositionFormat.OPEN_METRICS);
    assertTrue(text.endsWith("# EOF\n"), text);
    assertTrue(text.contains("# UNIT anomaly_inference_duration_seconds seconds\n"), text);
    assertTrue(text.contains("\nanomaly_predictions_total 1.0\n"), text);
    assertFalse(text.contains("\n\n"), text);
  }

  @Test
  void nothingIsShownAsMeasuredBeforeTheFirstBatch() throws Exception {
    Map<String, Double> samples = samples(PrometheusMetrics.of(OPTIONS, CLOCK));
    assertEquals(0, samples.get("anomaly_predictions_total"));
    assertEquals(Double.NaN, samples.get("anomaly_batch_drift_score"));
    assertFalse(samples.containsKey("anomaly_last_batch_timestamp_seconds"));
    assertFalse(samples.containsKey("anomaly_model_info"));
  }

  @Test
  void driftBeyondTheNumberOfSeriesIsShownAsOtherAndCounted() throws Exception {
    PrometheusMetrics metrics = PrometheusMetrics.of(OPTIONS.withDriftSeries(2), CLOCK);
    metrics.reportDrift("ks", "a", 0.1);
    metrics.reportDrift("ks", "b", 0.2);
    metrics.reportDrift("ks", "c", 0.3);
    metrics.reportDrift("ks", "d", 0.4);
    metrics.reportDrift("ks", "a", 0.5);
    Map<String, Double> samples = samples(metrics);
    assertEquals(0.5, samples.get("anomaly_drift_score{feature=\"a\",method=\"ks\"}"));
    assertEquals(0.2, samples.get("anomaly_drift_score{feature=\"b\",method=\"ks\"}"));
    assertEquals(0.4, samples.get("anomaly_drift_score{feature=\"other\",method=\"other\"}"));
    assertEquals(2, samples.get("anomaly_drift_reports_dropped_total"));
    assertFalse(samples.containsKey("anomaly_drift_score{feature=\"c\",method=\"ks\"}"));
  }

  @Test
  void countersNeverFallOverADayAndEqualWhatWasLogged() throws Exception {
    Instant[] now = {Instant.parse("2026-11-24T00:00:00Z")};
    Clock clock = clock(now);
    TrackerOptions options =
        TrackerOptions.withDefaults().with(clock).withRotation(1 << 17, Duration.ofHours(5));
    SplittableRandom random = new SplittableRandom(4);
    long all = 0;
    long sinceStart = 0;
    double increase = 0;
    double last = 0;
    Map<String, Double> before = Map.of();
    for (int life = 0; life < 2; life++) {
      sinceStart = 0;
      try (MetricsTracker tracker = MetricsTracker.open(folder.resolve("m.jsonl"), options)) {
        PrometheusMetrics metrics = PrometheusMetrics.over(tracker, OPTIONS);
        before = samples(metrics);
        for (int minute = 0; minute < 12 * 60; minute++) {
          // Two hours without any batch, so that whole windows expire.
          int count = minute / 120 == 2 ? 0 : random.nextInt(1, 20);
          if (count > 0) {
            double[] scores = random.doubles(count).toArray();
            tracker.logBatch(scores, Duration.ofMillis(3), random.nextDouble(), 0.9);
          }
          all += count;
          sinceStart += count;
          now[0] = now[0].plusSeconds(60);
          Map<String, Double> samples = samples(metrics);
          assertNothingFell(before, samples);
          double value = samples.get("anomaly_predictions_total");
          assertEquals((double) sinceStart, value);
          // As increase() does: what falls was begun again.
          increase += value >= last ? value - last : value;
          last = value;
          before = samples;
        }
      }
    }
    assertEquals((double) all, increase);
  }

  private static void assertNothingFell(Map<String, Double> before, Map<String, Double> after) {
    before.forEach(
        (name, value) -> {
          if (name.endsWith("_total") || name.contains("_bucket") || name.endsWith("_count")) {
            assertTrue(after.get(name) >= value, name);
          }
        });
  }

  private static Clock clock(Instant[] now) {
    return new Clock() {
      @Override
      public Instant instant() {
        return now[0];
      }

      @Override
      public java.time.ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(java.time.ZoneId zone) {
        return this;
      }
    };
  }

  @Test
  void windowGaugesFallWithTheWindow() throws Exception {
    Instant[] now = {Instant.parse("2026-11-24T00:00:00Z")};
    TrackerOptions options = TrackerOptions.withDefaults().with(clock(now));
    try (MetricsTracker tracker = MetricsTracker.open(folder.resolve("m.jsonl"), options)) {
      PrometheusMetrics metrics =
          PrometheusMetrics.over(tracker, OPTIONS.withWindow(Duration.ofMinutes(5)));
      tracker.logBatch(new double[] {1, 2, 3, 4}, Duration.ofMillis(8), 0.5, 3);
      Map<String, Double> samples = samples(metrics);
      assertEquals(300, samples.get("anomaly_window_length_seconds"));
      assertEquals(4, samples.get("anomaly_window_predictions"));
      assertEquals(0.25, samples.get("anomaly_window_anomaly_ratio"));
      assertEquals(0.008, samples.get("anomaly_window_latency_p95_seconds"));
      assertEquals(0.5, samples.get("anomaly_window_drift_max"));
      now[0] = now[0].plusSeconds(301);
      samples = samples(metrics);
      assertEquals(0, samples.get("anomaly_window_predictions"));
      assertEquals(Double.NaN, samples.get("anomaly_window_anomaly_ratio"));
      assertEquals(4, samples.get("anomaly_predictions_total"));
    }
  }

  @Test
  void windowsAloneHaveNoCounters() throws Exception {
    TrackerOptions options = TrackerOptions.withDefaults();
    try (MetricsTracker tracker = MetricsTracker.open(folder.resolve("m.jsonl"), options)) {
      Map<String, Double> samples =
          samples(PrometheusMetrics.ofWindows(tracker::summaryOfLast, OPTIONS));
      assertTrue(samples.containsKey("anomaly_window_predictions"));
      assertFalse(samples.containsKey("anomaly_predictions_total"));
    }
  }

  @Test
  void windowThatCannotBeReadIsNotHidden() {
    PrometheusMetrics metrics =
        PrometheusMetrics.ofWindows(
            length -> {
              throw new IOException("gone");
            },
            OPTIONS);
    assertThrows(UncheckedIOException.class, metrics::collect);
  }

  @Test
  void registryTakesThemAsTheyAre() {
    PrometheusRegistry registry = new PrometheusRegistry();
    PrometheusMetrics metrics = PrometheusMetrics.of(OPTIONS.withPrefix("pump"), CLOCK);
    metrics.reportModel("2026-11");
    registry.register(metrics);
    assertTrue(
        registry.scrape().stream().anyMatch(m -> m.getMetadata().getName().equals("pump_model")));
  }

  @Test
  void optionsRefuseWhatPrometheusWould() {
    assertThrows(IllegalArgumentException.class, () -> OPTIONS.withPrefix("1a"));
    assertThrows(IllegalArgumentException.class, () -> OPTIONS.withScoreBounds(1, 1));
    assertThrows(IllegalArgumentException.class, () -> OPTIONS.withLatencyBounds(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> OPTIONS.withWindow(Duration.ZERO));
    assertThrows(IllegalArgumentException.class, () -> OPTIONS.withDriftSeries(0));
  }
}
