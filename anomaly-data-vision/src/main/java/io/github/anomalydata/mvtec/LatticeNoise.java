package io.github.anomalydata.mvtec;

import java.util.random.RandomGenerator;

/** Smooth noise over the plane: a value at each point of a grid, and a blend between four. */
final class LatticeNoise {
  private final int seed;

  LatticeNoise(RandomGenerator random) {
    this.seed = random.nextInt();
  }

  /** Returns the noise at a place whose unit is the distance of two points, within [-1, 1]. */
  double at(double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    double u = Shading.smooth(x - column);
    double v = Shading.smooth(y - row);
    double above = Shading.mix(point(column, row), point(column + 1, row), u);
    double below = Shading.mix(point(column, row + 1), point(column + 1, row + 1), u);
    return Shading.mix(above, below, v);
  }

  /** Returns the value at a point of the grid, within [-1, 1]. */
  double point(int column, int row) {
    int hash = seed ^ column * 0x9E37_79B1 ^ row * 0x85EB_CA77;
    hash = (hash ^ hash >>> 15) * 0x2C1B_3C6D;
    hash = (hash ^ hash >>> 12) * 0x297A_2D39;
    return (hash ^ hash >>> 15) * 0x1p-31;
  }
}
