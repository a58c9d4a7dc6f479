package io.github.anomalydata.drift;

/**
 * What the columns of rows are divided by before distances are taken, so that columns of different
 * units count alike. It is taken from the reference alone: a current sample that is more spread
 * stays so.
 */
public enum Scaling {
  /** Columns stay as they are. */
  NONE,

  /**
   * Each column less its mean, over its standard deviation of {@code n - 1} degrees of freedom;
   * over 1 where all its values are equal.
   */
  STANDARD_DEVIATION,

  /**
   * Each column less its median, over {@code (Q3 - Q1) / 1.349}, which is the standard deviation of
   * normal values and which outliers do not change; quantiles are linear between values. Where that
   * is 0, over the standard deviation; where that is 0 too, over 1.
   */
  ROBUST
}
