package io.github.anomalydata.feature;

/** What becomes of a signal that holds NaN or an infinity. */
public enum NonFinitePolicy {
  /** It is an error that names the place. */
  REFUSE,

  /** All its features are undefined. */
  UNDEFINED
}
