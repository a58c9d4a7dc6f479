package io.github.anomalydata.metrics;

/** Whether it turns out later what was an anomaly. */
public enum Labels {
  /** No labels come: scores are not kept. */
  NONE,

  /**
   * Labels come: the scores of each batch are part of its line, until they are joined with {@link
   * MetricsTracker#logLabels}.
   */
  LATE
}
