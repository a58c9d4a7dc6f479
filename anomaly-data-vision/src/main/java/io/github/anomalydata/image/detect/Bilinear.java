package io.github.anomalydata.image.detect;

import io.github.anomalydata.image.ImageSize;

/** Interpolates values of a grid to the pixels of an image. */
final class Bilinear {
  private Bilinear() {}

  /** Puts the middles of places where those of pixels are, and blends between four. */
  static AnomalyMap map(double[] grid, int columns, int rows, ImageSize size) {
    float[] values = new float[size.width() * size.height()];
    for (int i = 0; i < values.length; i++) {
      double x = position(i % size.width(), size.width(), columns);
      double y = position(i / size.width(), size.height(), rows);
      int left = (int) x;
      int top = (int) y;
      int right = Math.min(columns - 1, left + 1);
      int bottom = Math.min(rows - 1, top + 1);
      double above = mix(grid[top * columns + left], grid[top * columns + right], x - left);
      double below = mix(grid[bottom * columns + left], grid[bottom * columns + right], x - left);
      values[i] = (float) mix(above, below, y - top);
    }
    return new AnomalyMap(values, size);
  }

  private static double position(int pixel, int pixels, int places) {
    double position = (pixel + 0.5) * places / pixels - 0.5;
    return Math.max(0, Math.min(places - 1, position));
  }

  private static double mix(double from, double to, double share) {
    return from + share * (to - from);
  }
}
