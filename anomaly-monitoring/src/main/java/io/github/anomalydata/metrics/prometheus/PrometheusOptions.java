package io.github.anomalydata.metrics.prometheus;

import io.github.anomalydata.internal.Require;
import java.time.Duration;

/** Names and bounds of what Prometheus sees. Instances are immutable. */
public final class PrometheusOptions {
  private static final PrometheusOptions DEFAULT =
      new PrometheusOptions(
          "anomaly",
          new double[] {
            0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10
          },
          new double[] {0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100},
          Duration.ofMinutes(5),
          200);

  final String prefix;
  final double[] latencyBounds;
  final double[] scoreBounds;
  final Duration window;
  final int driftSeries;

  private PrometheusOptions(
      String prefix,
      double[] latencyBounds,
      double[] scoreBounds,
      Duration window,
      int driftSeries) {
    this.prefix = prefix;
    this.latencyBounds = latencyBounds;
    this.scoreBounds = scoreBounds;
    this.window = window;
    this.driftSeries = driftSeries;
  }

  /**
   * Returns the default: the {@linkplain #withPrefix prefix} {@code anomaly}, {@linkplain
   * #withLatencyBounds latencies} from 0.5 ms to 10 s, {@linkplain #withScoreBounds scores} from
   * 0.01 to 100, a {@linkplain #withWindow window} of 5 minutes, at most {@linkplain
   * #withDriftSeries 200} series of drift.
   *
   * @return the options
   */
  public static PrometheusOptions withDefaults() {
    return DEFAULT;
  }

  /**
   * Sets what all names begin with, so that one process can show several models.
   *
   * @param name letters, digits and underscores, the first no digit
   * @return the options
   * @throws IllegalArgumentException if it has other characters
   */
  public PrometheusOptions withPrefix(String name) {
    if (!name.matches("[a-zA-Z_][a-zA-Z0-9_]*")) {
      throw new IllegalArgumentException(
          "name: letters, digits and underscores, the first no digit, got '" + name + "'");
    }
    return new PrometheusOptions(name, latencyBounds, scoreBounds, window, driftSeries);
  }

  /**
   * Sets the upper bounds of the buckets of latencies; what is above the last is counted too.
   *
   * @param seconds the bounds in seconds, ascending
   * @return the options
   * @throws IllegalArgumentException if they do not ascend, or one is not finite
   */
  public PrometheusOptions withLatencyBounds(double... seconds) {
    return new PrometheusOptions(
        prefix, ascending("seconds", seconds), scoreBounds, window, driftSeries);
  }

  /**
   * Sets the upper bounds of the buckets of scores; what is above the last is counted too. Have the
   * threshold among them.
   *
   * @param bounds the bounds, ascending
   * @return the options
   * @throws IllegalArgumentException if they do not ascend, or one is not finite
   */
  public PrometheusOptions withScoreBounds(double... bounds) {
    return new PrometheusOptions(
        prefix, latencyBounds, ascending("bounds", bounds), window, driftSeries);
  }

  /**
   * Sets the window of the gauges, which ends with the scrape.
   *
   * @param length its length
   * @return the options
   * @throws IllegalArgumentException if it is not above 0
   */
  public PrometheusOptions withWindow(Duration length) {
    if (length.isNegative() || length.isZero()) {
      throw new IllegalArgumentException("length: above 0, got " + length);
    }
    return new PrometheusOptions(prefix, latencyBounds, scoreBounds, length, driftSeries);
  }

  /**
   * Sets how many pairs of a method and a feature may have a drift of their own.
   *
   * @param count the number at most, at least 1
   * @return the options
   * @throws IllegalArgumentException if it is below 1
   */
  public PrometheusOptions withDriftSeries(int count) {
    return new PrometheusOptions(
        prefix, latencyBounds, scoreBounds, window, Require.atLeast("count", count, 1));
  }

  private static double[] ascending(String name, double[] bounds) {
    for (int i = 0; i < bounds.length; i++) {
      if (!Double.isFinite(bounds[i]) || (i > 0 && !(bounds[i] > bounds[i - 1]))) {
        throw new IllegalArgumentException(
            name + ": finite and ascending, got " + bounds[i] + " at index " + i);
      }
    }
    return bounds.clone();
  }
}
