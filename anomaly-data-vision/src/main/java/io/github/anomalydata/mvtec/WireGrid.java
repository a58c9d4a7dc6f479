package io.github.anomalydata.mvtec;

import java.util.random.RandomGenerator;

/** A grid of bright wires, woven, over a dark ground. */
final class WireGrid implements Surface {
  private static final int WIRES = 9;
  private static final double HALF = 0.15;

  private final LatticeNoise ground;
  private final double left;
  private final double top;

  WireGrid(RandomGenerator random) {
    ground = new LatticeNoise(random);
    left = random.nextDouble();
    top = random.nextDouble();
  }

  private double x(double u) {
    return WIRES * u + left;
  }

  private double y(double v) {
    return WIRES * v + top;
  }

  /** The distance from the middle of a cell, where its wire runs, within [-0.5, 0.5]. */
  private static double offset(double position) {
    return position - Math.floor(position) - 0.5;
  }

  @Override
  public void colour(double u, double v, double[] rgb) {
    double down = offset(x(u));
    double across = offset(y(v));
    boolean downOnTop = ((int) Math.floor(x(u)) + (int) Math.floor(y(v))) % 2 == 0;
    ground(u, v, rgb);
    if (downOnTop) {
      wire(across, 0.35 * Shading.step(HALF, 0.5, Math.abs(down)), rgb);
      wire(down, 0.35, rgb);
    } else {
      wire(down, 0.35 * Shading.step(HALF, 0.5, Math.abs(across)), rgb);
      wire(across, 0.35, rgb);
    }
  }

  private void ground(double u, double v, double[] rgb) {
    Shading.set(rgb, 44, 46, 50, 1 + 0.12 * ground.at(5 * u, 5 * v));
  }

  private static void wire(double offset, double glint, double[] rgb) {
    if (Math.abs(offset) < HALF) {
      double round = 1 - offset * offset / (HALF * HALF);
      double light = 0.35 + (0.3 + glint) * round;
      Shading.set(rgb, 205, 205, 200, light);
    }
  }

  @Override
  public void beneath(double u, double v, double[] rgb) {
    ground(u, v, rgb);
    wire(offset(x(u)), 0.25, rgb);
  }

  @Override
  public double[] place(RandomGenerator random) {
    double[] place = Surface.anywhere(random);
    place[1] = (Math.floor(y(place[1])) + 0.5 - top) / WIRES;
    return place;
  }

  @Override
  public Shape part(RandomGenerator random) {
    double[] centre = place(random);
    double row = Math.floor(y(centre[1]));
    double column = Math.floor(x(centre[0])) + 0.5;
    double cells = 1 + random.nextInt(2);
    return (u, v) ->
        Math.floor(y(v)) == row
            && Math.abs(offset(y(v))) < HALF
            && x(u) > column + HALF
            && x(u) < column + cells - HALF;
  }
}
