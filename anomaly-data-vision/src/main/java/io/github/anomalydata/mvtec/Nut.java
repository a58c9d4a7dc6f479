package io.github.anomalydata.mvtec;

import java.util.random.RandomGenerator;

/** A hexagonal nut on a dark belt, seen from above, laid down nearly alike each time. */
final class Nut implements Surface {
  private static final double FLAT = 0.33;
  private static final double BORE = 0.17;

  private final LatticeNoise belt;
  private final LatticeNoise grain;
  private final double turn;
  private final double left;
  private final double top;

  Nut(RandomGenerator random) {
    belt = new LatticeNoise(random);
    grain = new LatticeNoise(random);
    turn = 0.06 * (random.nextDouble() - 0.5);
    left = 0.5 + 0.015 * (random.nextDouble() - 0.5);
    top = 0.5 + 0.015 * (random.nextDouble() - 0.5);
  }

  /** The distance from the centre to the side nearest to a direction, of a hexagon of radius 1. */
  private double hexagon(double dx, double dy) {
    double largest = 0;
    for (int side = 0; side < 3; side++) {
      double angle = turn + side * Math.PI / 3;
      largest =
          Math.max(largest, Math.abs(dx * StrictMath.cos(angle) + dy * StrictMath.sin(angle)));
    }
    return largest;
  }

  @Override
  public void colour(double u, double v, double[] rgb) {
    double dx = u - left;
    double dy = v - top;
    double distance = Math.sqrt(dx * dx + dy * dy);
    double side = hexagon(dx, dy);
    if (side > FLAT) {
      double shadow = 0.55 * (1 - Shading.step(0, 0.04, side - FLAT));
      beneath(u, v, rgb);
      Shading.blend(rgb, 12, 12, 14, shadow);
    } else if (distance < BORE) {
      bore(distance, dx, dy, rgb);
    } else {
      double chamfer = Shading.step(0.335, 0.375, distance) + 0.8 * Shading.step(0.31, FLAT, side);
      double lip = 1 - Shading.step(BORE, BORE + 0.025, distance);
      double facing = distance == 0 ? 0 : -(dx + dy) / distance;
      double light =
          0.76
              + 0.05 * grain.at(110 * (u + v), 9 * (u - v))
              + 0.04 * grain.at(5 * u, 5 * v + 30)
              + 0.14 * facing * Math.min(1, chamfer)
              - 0.12 * Math.min(1, chamfer)
              - 0.2 * facing * lip;
      Shading.set(rgb, 202, 200, 194, light);
    }
  }

  /** The thread in the bore: rings that catch the light on the far side. */
  private static void bore(double distance, double dx, double dy, double[] rgb) {
    double ring = 0.5 + 0.5 * StrictMath.cos(2 * Math.PI * (BORE - distance) / 0.018);
    double wall = Shading.step(0.115, 0.125, distance);
    double facing = distance == 0 ? 0 : (dx + dy) / distance;
    double light = wall * (0.22 + 0.2 * ring + 0.1 * facing * ring);
    Shading.set(rgb, 190, 186, 176, light);
    Shading.blend(rgb, 26, 27, 29, 1 - wall);
  }

  @Override
  public void beneath(double u, double v, double[] rgb) {
    double light = 1 + 0.1 * belt.at(4 * u, 4 * v) + 0.12 * belt.at(60 * u, 60 * v);
    Shading.set(rgb, 42, 44, 48, light);
  }

  @Override
  public boolean isProduct(double u, double v) {
    double dx = u - left;
    double dy = v - top;
    return hexagon(dx, dy) < FLAT && dx * dx + dy * dy > BORE * BORE;
  }

  @Override
  public double[] place(RandomGenerator random) {
    return Surface.around(0.24 + 0.03 * random.nextDouble(), random);
  }

  @Override
  public Shape part(RandomGenerator random) {
    double angle = turn + Math.PI / 6 + random.nextInt(6) * Math.PI / 3;
    double radius = 0.36;
    double[] corner = {left + radius * StrictMath.cos(angle), top + radius * StrictMath.sin(angle)};
    Shape bite = Shape.blob(corner, 0.09 + 0.04 * random.nextDouble(), random);
    return (u, v) -> isProduct(u, v) && bite.contains(u, v);
  }
}
