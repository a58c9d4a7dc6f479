package io.github.anomalydata.image.detect;

import io.github.anomalydata.internal.Require;

/**
 * What patches of an image look like: a vector for each place of a grid that covers it.
 *
 * @param values the vectors, {@code [rows, columns, length]}; not copied
 * @param columns the number of places across, at least 1
 * @param rows the number of places down, at least 1
 * @param length the length of a vector, at least 1
 */
public record FeatureGrid(float[] values, int columns, int rows, int length) {

  /**
   * Checks the values.
   *
   * @param values the vectors, {@code [rows, columns, length]}
   * @param columns the number of places across
   * @param rows the number of places down
   * @param length the length of a vector
   * @throws IllegalArgumentException if a number is below 1, or there are more or fewer values
   */
  public FeatureGrid {
    Require.atLeast("columns", columns, 1);
    Require.atLeast("rows", rows, 1);
    Require.atLeast("length", length, 1);
    if (values.length != (long) columns * rows * length) {
      throw new IllegalArgumentException(
          "values: " + columns + " x " + rows + " x " + length + ", got " + values.length);
    }
  }

  int places() {
    return columns * rows;
  }
}
