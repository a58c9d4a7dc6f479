package io.github.anomalydata.mvtec;

import java.util.random.RandomGenerator;

/** Leather: pebbles of uneven size, dark furrows between them, light from above left. */
final class Leather implements Surface {
  private static final int PEBBLES = 22;

  private final LatticeNoise across;
  private final LatticeNoise down;
  private final LatticeNoise cloud;

  Leather(RandomGenerator random) {
    across = new LatticeNoise(random);
    down = new LatticeNoise(random);
    cloud = new LatticeNoise(random);
  }

  @Override
  public void colour(double u, double v, double[] rgb) {
    double x = PEBBLES * u + 0.5 * cloud.at(9 * u, 9 * v + 70);
    double y = PEBBLES * v + 0.5 * cloud.at(9 * u + 70, 9 * v);
    double nearest = Double.MAX_VALUE;
    double second = Double.MAX_VALUE;
    double slope = 0;
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    for (int i = column - 1; i <= column + 1; i++) {
      for (int j = row - 1; j <= row + 1; j++) {
        double dx = x - i - 0.5 - 0.45 * across.point(i, j);
        double dy = y - j - 0.5 - 0.45 * down.point(i, j);
        double distance = Math.sqrt(dx * dx + dy * dy);
        if (distance < nearest) {
          second = nearest;
          nearest = distance;
          slope = dx + dy;
        } else {
          second = Math.min(second, distance);
        }
      }
    }
    double furrow = Shading.step(0, 0.3, second - nearest);
    double light = 0.62 + 0.38 * furrow - 0.16 * slope + 0.06 * cloud.at(3 * u, 3 * v);
    Shading.set(rgb, 150, 98, 64, light);
  }

  @Override
  public void beneath(double u, double v, double[] rgb) {
    Shading.set(rgb, 40, 26, 18, 1 + 0.15 * cloud.at(40 * u, 40 * v));
  }

  @Override
  public double[] place(RandomGenerator random) {
    return Surface.anywhere(random);
  }

  @Override
  public Shape part(RandomGenerator random) {
    return Shape.blob(place(random), 0.05 + 0.03 * random.nextDouble(), random);
  }
}
