package io.github.anomalydata.mvtec;

import java.util.random.RandomGenerator;

/** The mouth of a bottle of brown glass over a light table, seen from above. */
final class Bottle implements Surface {
  private static final double OUTER = 0.42;
  private static final double RIM = 0.31;
  private static final double MOUTH = 0.2;

  private final LatticeNoise glass;
  private final double left;
  private final double top;
  private final double glint;

  Bottle(RandomGenerator random) {
    glass = new LatticeNoise(random);
    left = 0.5 + 0.01 * (random.nextDouble() - 0.5);
    top = 0.5 + 0.01 * (random.nextDouble() - 0.5);
    glint = 0.3 * (random.nextDouble() - 0.5) - 2.2;
  }

  @Override
  public void colour(double u, double v, double[] rgb) {
    double dx = u - left;
    double dy = v - top;
    double r = Math.sqrt(dx * dx + dy * dy);
    double facing = r == 0 ? 0 : (dx * StrictMath.cos(glint) + dy * StrictMath.sin(glint)) / r;
    double streak = glass.at(4 * facing, 30 * r);
    beneath(u, v, rgb);
    Shading.blend(rgb, 34, 20, 13, 1 - Shading.step(OUTER - 0.008, OUTER, r));
    double wall = 1 - Shading.step(RIM, RIM + 0.03, r);
    double light = 1 + 0.12 * streak + 0.25 * facing;
    Shading.blend(rgb, 112 * light, 58 * light, 26 * light, wall);
    double edge = 1 - Math.min(1, Math.abs(r - RIM - 0.012) / 0.012);
    Shading.blend(rgb, 214, 196, 170, Math.max(0, edge) * (0.35 + 0.4 * Math.max(0, facing)));
    double shine = 1 - Math.min(1, Math.abs(r - 0.375) / 0.014);
    Shading.blend(rgb, 205, 190, 175, shine * Shading.step(0.8, 0.97, Math.abs(facing)));
    double depth = 1 - Shading.step(MOUTH - 0.015, MOUTH + 0.015, r);
    double glow = 0.75 + 0.35 * Shading.step(0.16, 0, r);
    Shading.blend(rgb, 62 * glow, 34 * glow, 18 * glow, depth);
  }

  @Override
  public void beneath(double u, double v, double[] rgb) {
    Shading.set(rgb, 226, 226, 222, 1 + 0.02 * glass.at(4 * u, 4 * v));
  }

  @Override
  public boolean isProduct(double u, double v) {
    double dx = u - left;
    double dy = v - top;
    return dx * dx + dy * dy < OUTER * OUTER;
  }

  @Override
  public double[] place(RandomGenerator random) {
    return Surface.around(0.12 + 0.2 * random.nextDouble(), random);
  }

  @Override
  public Shape part(RandomGenerator random) {
    Shape bite = Shape.blob(Surface.around(0.4, random), 0.09 + 0.04 * random.nextDouble(), random);
    return (u, v) -> isProduct(u, v) && bite.contains(u, v);
  }
}
