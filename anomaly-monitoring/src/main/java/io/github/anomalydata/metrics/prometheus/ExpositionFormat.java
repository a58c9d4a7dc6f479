package io.github.anomalydata.metrics.prometheus;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;

/** The two texts that Prometheus reads. */
public enum ExpositionFormat {
  /** The text format of Prometheus, version 0.0.4. */
  TEXT(PrometheusTextFormatWriter.create()),

  /** OpenMetrics, version 1.0.0. */
  OPEN_METRICS(OpenMetricsTextFormatWriter.create());

  private final ExpositionFormatWriter writer;

  ExpositionFormat(ExpositionFormatWriter writer) {
    this.writer = writer;
  }

  /**
   * Returns the media type.
   *
   * @return the value of the header {@code Content-Type}
   */
  public String contentType() {
    return writer.getContentType();
  }

  /** Returns the format that a header {@code Accept} asks for, {@link #TEXT} by default. */
  static ExpositionFormat accepted(String header) {
    return OPEN_METRICS.writer.accepts(header) ? OPEN_METRICS : TEXT;
  }

  ExpositionFormatWriter writer() {
    return writer;
  }
}
