package io.github.anomalydata.report;

/**
 * What a chart draws of one quantity.
 *
 * @param name its name
 * @param style how it is drawn
 * @param tone its colour
 * @param values a value for each place of the chart, NaN where there is none; not a copy
 */
record Series(String name, Style style, Tone tone, double[] values) {

  /** How a series is drawn. */
  enum Style {
    LINE,
    DASHED,
    STEPS,
    FILLED_STEPS,
    POINTS,
    BARS
  }
}
