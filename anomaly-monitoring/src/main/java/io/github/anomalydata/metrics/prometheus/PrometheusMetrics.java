package io.github.anomalydata.metrics.prometheus;

import io.github.anomalydata.metrics.BatchListener;
import io.github.anomalydata.metrics.MetricsTracker;
import io.github.anomalydata.metrics.ScoredBatch;
import io.prometheus.metrics.config.EscapingScheme;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.HistogramSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot.InfoDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import io.prometheus.metrics.model.snapshots.Unit;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Prometheus sees of a model. With the default prefix:
 *
 * <ul>
 *   <li>counters {@code anomaly_batches_total}, {@code anomaly_predictions_total}, {@code
 *       anomaly_anomalies_total}, {@code anomaly_not_finite_scores_total}: they start at 0 with the
 *       process and never fall, so that {@code increase()} and {@code rate()} are right;
 *   <li>histograms {@code anomaly_inference_duration_seconds} of batches and {@code anomaly_score}
 *       of finite scores;
 *   <li>gauges {@code anomaly_drift_score{method,feature}}, with the counter {@code
 *       anomaly_drift_reports_dropped_total}; {@code anomaly_batch_drift_score} of the last batch
 *       that had one; {@code anomaly_last_batch_timestamp_seconds};
 *   <li>gauges {@code anomaly_window_...} for a window that ends with the scrape, where a tracker
 *       or another source sums it up;
 *   <li>{@code anomaly_model_info{version}}.
 * </ul>
 *
 * <p>Safe for threads. It is a {@link MultiCollector} for those who have a registry.
 */
public final class PrometheusMetrics implements BatchListener, MultiCollector {
  private final PrometheusOptions options;
  private final Clock clock;
  private final @Nullable WindowSource source;
  private final boolean hasEvents;
  private final WindowGauges window;

  private long batches;
  private long predictions;
  private long anomalies;
  private long notFinite;
  private double drift = Double.NaN;
  private @Nullable Instant lastBatch;
  private String model = "";
  private final ClassicHistogram latency;
  private final ClassicHistogram scores;
  private final DriftGauges drifts;

  private PrometheusMetrics(
      PrometheusOptions options, Clock clock, @Nullable WindowSource source, boolean hasEvents) {
    this.options = options;
    this.clock = clock;
    this.source = source;
    this.hasEvents = hasEvents;
    this.window = new WindowGauges(options.prefix);
    this.latency = new ClassicHistogram(options.latencyBounds);
    this.scores = new ClassicHistogram(options.scoreBounds);
    this.drifts = new DriftGauges(options.driftSeries);
  }

  /**
   * Returns metrics that {@linkplain #logged hear} of batches from you, without gauges for a
   * window.
   *
   * @param options names and bounds
   * @param clock tells when a batch without an instant was scored
   * @return the metrics
   */
  public static PrometheusMetrics of(PrometheusOptions options, Clock clock) {
    return new PrometheusMetrics(options, clock, null, true);
  }

  /**
   * Returns metrics that hear of each batch that a tracker logs from now on.
   *
   * @param tracker the tracker, which also sums up the window of the gauges
   * @param options names and bounds
   * @return the metrics
   */
  public static PrometheusMetrics over(MetricsTracker tracker, PrometheusOptions options) {
    PrometheusMetrics metrics =
        new PrometheusMetrics(options, tracker.clock(), tracker::summaryOfLast, true);
    tracker.listen(metrics);
    return metrics;
  }

  /**
   * Returns the gauges for a window alone, such as those of a history that another process writes:
   * without its batches there is nothing to count.
   *
   * @param source sums up the window
   * @param options names and bounds
   * @return the metrics
   */
  public static PrometheusMetrics ofWindows(WindowSource source, PrometheusOptions options) {
    return new PrometheusMetrics(options, Clock.systemUTC(), source, false);
  }

  @Override
  public synchronized void logged(ScoredBatch batch) {
    batches++;
    double limit = batch.threshold();
    for (double score : batch.scores()) {
      predictions++;
      if (Double.isFinite(score)) {
        anomalies += score > limit ? 1 : 0;
        scores.add(score);
      } else {
        notFinite++;
      }
    }
    latency.add(batch.latency().toNanos() / 1e9);
    drift = Double.isNaN(batch.drift()) ? drift : batch.drift();
    model = batch.model().isEmpty() ? model : batch.model();
    Instant time = batch.time().orElseGet(clock::instant);
    lastBatch = lastBatch == null || time.isAfter(lastBatch) ? time : lastBatch;
  }

  /**
   * Reports the drift of a feature. Pairs beyond the {@linkplain PrometheusOptions#withDriftSeries
   * number of series} are shown together, method and feature {@code "other"}, with the value that
   * was reported last, and counted.
   *
   * @param method the method, such as {@code "wasserstein"}
   * @param feature the feature, such as {@code "sensor_2"}
   * @param value the drift, any value; NaN for none
   */
  public synchronized void reportDrift(String method, String feature, double value) {
    drifts.set(method, feature, value);
  }

  /**
   * Sets the version of the model that is served now, unless batches tell it.
   *
   * @param version the version
   */
  public synchronized void reportModel(String version) {
    model = version;
  }

  @Override
  public MetricSnapshots collect() {
    List<MetricSnapshot> all = new ArrayList<>(hasEvents ? events() : List.of());
    if (source != null) {
      try {
        all.addAll(window.snapshots(source.last(options.window)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new MetricSnapshots(all);
  }

  /** All of one moment. */
  private synchronized List<MetricSnapshot> events() {
    List<MetricSnapshot> all = new ArrayList<>();
    all.add(counter("batches", "Batches scored", batches));
    all.add(counter("predictions", "Scores", predictions));
    all.add(counter("anomalies", "Finite scores above the threshold", anomalies));
    all.add(counter("not_finite_scores", "Scores that are NaN or infinite", notFinite));
    all.add(
        latency.snapshot(
            HistogramSnapshot.builder()
                .name(name("inference_duration_seconds"))
                .unit(Unit.SECONDS)
                .help("Time to score a batch")));
    all.add(scores.snapshot(HistogramSnapshot.builder().name(name("score")).help("Finite scores")));
    all.add(drifts.snapshot(name("drift_score")));
    all.add(drifts.droppedSnapshot(name("drift_reports_dropped")));
    all.add(gauge("batch_drift_score", "Drift of the last batch that had one", drift));
    Optional.ofNullable(lastBatch)
        .ifPresent(
            time ->
                all.add(
                    gauge(
                        "last_batch_timestamp_seconds",
                        "When the last batch was scored",
                        time.getEpochSecond() + time.getNano() / 1e9)));
    if (!model.isEmpty()) {
      all.add(
          InfoSnapshot.builder()
              .name(name("model"))
              .help("The model that is served")
              .dataPoint(
                  InfoDataPointSnapshot.builder().labels(Labels.of("version", model)).build())
              .build());
    }
    return all;
  }

  private String name(String rest) {
    return options.prefix + "_" + rest;
  }

  private CounterSnapshot counter(String rest, String help, long value) {
    return CounterSnapshot.builder()
        .name(name(rest))
        .help(help)
        .dataPoint(CounterDataPointSnapshot.builder().value((double) value).build())
        .build();
  }

  private GaugeSnapshot gauge(String rest, String help, double value) {
    return GaugeSnapshot.builder()
        .name(name(rest))
        .help(help)
        .dataPoint(GaugeDataPointSnapshot.builder().value(value).build())
        .build();
  }

  /**
   * Writes all metrics.
   *
   * @param out where to; not closed
   * @param format the format
   * @throws IOException if they cannot be written
   * @throws UncheckedIOException if the window cannot be summed up
   */
  public void write(OutputStream out, ExpositionFormat format) throws IOException {
    format.writer().write(out, collect(), EscapingScheme.UNDERSCORE_ESCAPING);
  }
}
