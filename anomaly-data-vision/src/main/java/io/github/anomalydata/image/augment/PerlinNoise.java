package io.github.anomalydata.image.augment;

import java.util.random.RandomGenerator;

/**
 * Smooth noise: at each point of a grid a slope of length one in a direction that is drawn, and
 * between them a blend by {@code 6 t^5 - 15 t^4 + 10 t^3}.
 */
final class PerlinNoise {
  private final int columns;
  private final double[] slopes;

  /** Draws the slopes of a grid of cells. */
  PerlinNoise(int columns, int rows, RandomGenerator random) {
    this.columns = columns;
    this.slopes = new double[2 * (columns + 1) * (rows + 1)];
    for (int i = 0; i < slopes.length; i += 2) {
      double angle = 2 * Math.PI * random.nextDouble();
      slopes[i] = StrictMath.cos(angle);
      slopes[i + 1] = StrictMath.sin(angle);
    }
  }

  /**
   * Returns the noise at a place in cells.
   *
   * @return scaled by the square root of 2, so that it is within [-1, 1]
   */
  double at(double x, double y) {
    int column = (int) x;
    int row = (int) y;
    double u = x - column;
    double v = y - row;
    double across = fade(u);
    double above = mix(dot(column, row, u, v), dot(column + 1, row, u - 1, v), across);
    double below =
        mix(dot(column, row + 1, u, v - 1), dot(column + 1, row + 1, u - 1, v - 1), across);
    return Math.sqrt(2) * mix(above, below, fade(v));
  }

  private double dot(int column, int row, double u, double v) {
    int at = 2 * (row * (columns + 1) + column);
    return slopes[at] * u + slopes[at + 1] * v;
  }

  private static double mix(double from, double to, double share) {
    return from + share * (to - from);
  }

  private static double fade(double t) {
    return t * t * t * (t * (t * 6 - 15) + 10);
  }
}
