package io.github.anomalydata.image;

import io.github.anomalydata.internal.Require;

/**
 * The size of an image in pixels.
 *
 * @param width the number of columns, at least 1
 * @param height the number of rows, at least 1
 */
public record ImageSize(int width, int height) {

  /**
   * Checks the values.
   *
   * @param width the number of columns, at least 1
   * @param height the number of rows, at least 1
   * @throws IllegalArgumentException if one is below 1
   */
  public ImageSize {
    Require.atLeast("width", width, 1);
    Require.atLeast("height", height, 1);
  }

  /**
   * Returns a size.
   *
   * @param width the number of columns, at least 1
   * @param height the number of rows, at least 1
   * @return the size
   * @throws IllegalArgumentException if one is below 1
   */
  public static ImageSize of(int width, int height) {
    return new ImageSize(width, height);
  }

  /**
   * Returns the size of a square.
   *
   * @param side the number of columns and of rows, at least 1
   * @return the size
   * @throws IllegalArgumentException if it is below 1
   */
  public static ImageSize square(int side) {
    return new ImageSize(side, side);
  }

  /**
   * Returns the number of pixels.
   *
   * @return {@code width * height}
   */
  public long pixels() {
    return (long) width * height;
  }

  @Override
  public String toString() {
    return width + " x " + height;
  }
}
