package io.github.anomalydata.report;

/** How a result is to be taken. A report shows it in words and in colour. */
public enum Mark {
  /** Nothing is wrong. */
  GOOD,
  /** There is nothing to say, or not enough data to say it. */
  NEUTRAL,
  /** Somebody should look at it. */
  WARNING,
  /** Something is wrong. */
  ALARM
}
