package io.github.anomalydata.metrics.micrometer;

import io.github.anomalydata.metrics.MetricsTracker;
import io.github.anomalydata.metrics.ScoredBatch;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.MeterBinder;

/**
 * What a tracker logs, as meters of Micrometer: counters {@code anomaly.batches}, {@code
 * anomaly.predictions}, {@code anomaly.anomalies} and {@code anomaly.not.finite.scores}, the timer
 * {@code anomaly.inference.duration} of batches, the summary {@code anomaly.score} of finite scores
 * and the gauge {@code anomaly.batch.drift.score} of the last batch that had one. Percentiles are
 * what the registry is configured for.
 *
 * <p>It needs {@code io.micrometer:micrometer-core} on the class path, which this library does not
 * bring. The package {@code metrics.prometheus} tells Prometheus more, without Micrometer.
 */
public final class MicrometerMetrics implements MeterBinder {
  private final MetricsTracker tracker;
  private final String prefix;

  private MicrometerMetrics(MetricsTracker tracker, String prefix) {
    this.tracker = tracker;
    this.prefix = prefix;
  }

  /**
   * Returns the meters of a tracker.
   *
   * @param tracker the tracker
   * @return the meters, whose names begin with {@code anomaly}
   */
  public static MicrometerMetrics over(MetricsTracker tracker) {
    return new MicrometerMetrics(tracker, "anomaly");
  }

  /**
   * Sets what all names begin with, so that one process can show several models.
   *
   * @param name the begin, not blank
   * @return the meters
   * @throws IllegalArgumentException if it is blank
   */
  public MicrometerMetrics withPrefix(String name) {
    if (name.isBlank()) {
      throw new IllegalArgumentException("name: not blank, got '" + name + "'");
    }
    return new MicrometerMetrics(tracker, name);
  }

  /**
   * Registers the meters. They count what is logged from now on.
   *
   * @param registry where to
   */
  @Override
  public void bindTo(MeterRegistry registry) {
    tracker.listen(new Meters(registry, prefix)::logged);
  }

  /** The meters of one registry. */
  private static final class Meters {
    private final Counter batches;
    private final Counter predictions;
    private final Counter anomalies;
    private final Counter notFinite;
    private final Timer latency;
    private final DistributionSummary scores;
    private volatile double drift = Double.NaN;

    Meters(MeterRegistry registry, String prefix) {
      batches = counter(registry, prefix + ".batches", "Batches scored");
      predictions = counter(registry, prefix + ".predictions", "Scores");
      anomalies = counter(registry, prefix + ".anomalies", "Finite scores above the threshold");
      notFinite =
          counter(registry, prefix + ".not.finite.scores", "Scores that are NaN or infinite");
      latency =
          Timer.builder(prefix + ".inference.duration")
              .description("Time to score a batch")
              .register(registry);
      scores =
          DistributionSummary.builder(prefix + ".score")
              .description("Finite scores")
              .register(registry);
      Gauge.builder(prefix + ".batch.drift.score", this, meters -> meters.drift)
          .description("Drift of the last batch that had one")
          .strongReference(true)
          .register(registry);
    }

    private static Counter counter(MeterRegistry registry, String name, String description) {
      return Counter.builder(name).description(description).register(registry);
    }

    void logged(ScoredBatch batch) {
      batches.increment();
      double limit = batch.threshold();
      for (double score : batch.scores()) {
        predictions.increment();
        if (Double.isFinite(score)) {
          scores.record(score);
          anomalies.increment(score > limit ? 1 : 0);
        } else {
          notFinite.increment();
        }
      }
      latency.record(batch.latency());
      drift = Double.isNaN(batch.drift()) ? drift : batch.drift();
    }
  }
}
