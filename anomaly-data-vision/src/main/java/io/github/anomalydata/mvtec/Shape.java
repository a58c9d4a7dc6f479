package io.github.anomalydata.mvtec;

import java.util.random.RandomGenerator;

/** A set of places of a picture. */
@FunctionalInterface
interface Shape {
  boolean contains(double u, double v);

  /** Draws a disc with a wavy edge. */
  static Shape blob(double[] centre, double radius, RandomGenerator random) {
    double[] phases = random.doubles(3, 0, 2 * Math.PI).toArray();
    double flat = 0.75 + 0.25 * random.nextDouble();
    double tilt = Math.PI * random.nextDouble();
    return (u, v) -> {
      double du = u - centre[0];
      double dv = v - centre[1];
      double distance = Math.sqrt(du * du + dv * dv);
      if (distance > 1.4 * radius) {
        return false;
      }
      double angle = StrictMath.atan2(dv, du) - tilt;
      double edge = flat + (1 - flat) * StrictMath.abs(StrictMath.cos(angle));
      for (int k = 0; k < phases.length; k++) {
        edge += 0.09 * StrictMath.sin((k + 2) * angle + phases[k]);
      }
      return distance < radius * edge;
    };
  }

  /** Draws a thin line with a bend. */
  static Shape stroke(double[] centre, double length, double width, RandomGenerator random) {
    double angle = Math.PI * random.nextDouble();
    double along = StrictMath.cos(angle);
    double across = StrictMath.sin(angle);
    double bow = 0.3 * (random.nextDouble() - 0.5) / length;
    return (u, v) -> {
      double x = (u - centre[0]) * along + (v - centre[1]) * across;
      double y = (v - centre[1]) * along - (u - centre[0]) * across;
      double end = 1 - 4 * x * x / (length * length);
      return end > 0 && Math.abs(y - bow * x * x) < width / 2 * (0.4 + 0.6 * end);
    };
  }
}
