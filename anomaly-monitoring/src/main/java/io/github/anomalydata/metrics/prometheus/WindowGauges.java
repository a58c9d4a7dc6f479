package io.github.anomalydata.metrics.prometheus;

import io.github.anomalydata.metrics.Proportion;
import io.github.anomalydata.metrics.WindowSummary;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.time.Duration;
import java.util.List;

/** The numbers of a window as gauges, since they rise and fall. */
final class WindowGauges {
  private final String prefix;

  WindowGauges(String prefix) {
    this.prefix = prefix + "_window_";
  }

  /** Returns the gauges; what there is no data for is NaN, and what there is none of 0. */
  List<MetricSnapshot> snapshots(WindowSummary window) {
    Proportion rate = window.anomalyRate();
    Duration length = Duration.between(window.from(), window.to());
    return List.of(
        gauge("length_seconds", "Length of the window", length.toMillis() / 1e3),
        gauge("batches", "Batches in the window", (double) window.batches()),
        gauge("predictions", "Scores in the window", (double) window.predictions()),
        gauge("anomalies", "Scores above the threshold in the window", (double) window.anomalies()),
        gauge(
            "not_finite_scores",
            "Scores in the window that are no number",
            (double) window.notFinite()),
        gauge("anomaly_ratio", "Share of anomalies in the window", rate.value()),
        gauge(
            "anomaly_ratio_lower",
            "Lower end of the 95 % interval of the share of anomalies",
            rate.lower()),
        gauge(
            "anomaly_ratio_upper",
            "Upper end of the 95 % interval of the share of anomalies",
            rate.upper()),
        gauge("latency_mean_seconds", "Mean latency of a batch", window.latency().mean()),
        gauge(
            "latency_p95_seconds",
            "Latency that 95 % of the batches stay within",
            window.latency().quantile(0.95)),
        gauge("latency_max_seconds", "Largest latency of a batch", window.latency().max()),
        gauge("score_mean", "Mean score", window.scores().mean()),
        gauge("score_p99", "Score that 99 % stay within", window.scores().quantile(0.99)),
        gauge("drift_max", "Largest drift of a batch", window.maximumDrift()));
  }

  private GaugeSnapshot gauge(String name, String help, double value) {
    return GaugeSnapshot.builder()
        .name(prefix + name)
        .help(help)
        .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
        .build();
  }
}
