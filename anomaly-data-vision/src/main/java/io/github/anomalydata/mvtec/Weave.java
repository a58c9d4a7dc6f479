package io.github.anomalydata.mvtec;

import java.util.random.RandomGenerator;

/** A cloth in plain weave: threads along and across that go over and under one another. */
final class Weave implements Surface {
  private static final int THREADS = 18;

  private final LatticeNoise wobble;
  private final LatticeNoise fibre;
  private final double left;
  private final double top;

  Weave(RandomGenerator random) {
    wobble = new LatticeNoise(random);
    fibre = new LatticeNoise(random);
    left = random.nextDouble();
    top = random.nextDouble();
  }

  private double x(double u, double v) {
    return THREADS * u + left + 0.25 * wobble.at(3 * u, 3 * v);
  }

  private double y(double u, double v) {
    return THREADS * v + top + 0.25 * wobble.at(3 * v + 50, 3 * u);
  }

  @Override
  public void colour(double u, double v, double[] rgb) {
    double x = x(u, v);
    double y = y(u, v);
    boolean warp = ((int) Math.floor(x) + (int) Math.floor(y)) % 2 == 0;
    double across = warp ? x - Math.floor(x) - 0.5 : y - Math.floor(y) - 0.5;
    double along = warp ? y - Math.floor(y) - 0.5 : x - Math.floor(x) - 0.5;
    double light = (1 - 2.6 * across * across) * (1 - 1.1 * along * along);
    light += 0.08 * (warp ? fibre.at(7 * x, y) : fibre.at(x, 7 * y));
    if (warp) {
      Shading.set(rgb, 196, 184, 158, light);
    } else {
      Shading.set(rgb, 164, 148, 120, light);
    }
  }

  @Override
  public void beneath(double u, double v, double[] rgb) {
    double x = x(u, v);
    double across = x - Math.floor(x) - 0.5;
    double thread = 1 - Shading.step(0.24, 0.34, Math.abs(across));
    double light = (0.75 - 3 * across * across) * (1 + 0.1 * fibre.at(7 * x, y(u, v)));
    Shading.set(rgb, 46, 40, 34, 1);
    Shading.blend(rgb, 196 * light, 184 * light, 158 * light, thread);
  }

  @Override
  public double[] place(RandomGenerator random) {
    return Surface.anywhere(random);
  }

  @Override
  public Shape part(RandomGenerator random) {
    double[] centre = place(random);
    double half = 0.1 + 0.08 * random.nextDouble();
    double row = Math.floor(y(centre[0], centre[1]));
    return (u, v) -> Math.abs(u - centre[0]) < half && Math.floor(y(u, v)) == row;
  }
}
