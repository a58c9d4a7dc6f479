package io.github.anomalydata.metrics;

/** What becomes of a batch without scores. */
public enum EmptyBatches {
  /** It is an {@link IllegalArgumentException}. */
  REFUSE,

  /** It is not logged. */
  IGNORE
}
