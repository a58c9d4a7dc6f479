package io.github.anomalydata.drift;

/**
 * What a test of a table makes of missing values: numbers that are not finite, labels that are
 * null.
 */
public enum MissingValues {
  /** They are an error that names column and row. */
  FAIL,

  /**
   * They are left out and counted. The other rows of the column are exchanged among themselves, so
   * that the test holds whether or not as many are missing in both samples; what is missing must
   * not depend on what the value would have been.
   */
  IGNORE,

  /**
   * As {@link #IGNORE}, and where a column has some, whether as many are missing in both samples is
   * a test of its own: chi-squared of the rows that have a value and those that do not.
   */
  TEST
}
