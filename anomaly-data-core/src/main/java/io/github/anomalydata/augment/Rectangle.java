package io.github.anomalydata.augment;

import io.github.anomalydata.internal.Require;

/**
 * Pixels of an image that come from another one, none if a side is 0.
 *
 * @param left the first column, from 0
 * @param top the first row, from 0
 * @param width the number of columns, at least 0
 * @param height the number of rows, at least 0
 */
public record Rectangle(int left, int top, int width, int height) {

  /**
   * Checks the values.
   *
   * @param left the first column, from 0
   * @param top the first row, from 0
   * @param width the number of columns, at least 0
   * @param height the number of rows, at least 0
   * @throws IllegalArgumentException if one is negative
   */
  public Rectangle {
    Require.atLeast("left", left, 0);
    Require.atLeast("top", top, 0);
    Require.atLeast("width", width, 0);
    Require.atLeast("height", height, 0);
  }

  long area() {
    return (long) width * height;
  }

  /** Tells whether it is within an image. */
  boolean fits(int imageHeight, int imageWidth) {
    return left <= imageWidth - width && top <= imageHeight - height;
  }
}
