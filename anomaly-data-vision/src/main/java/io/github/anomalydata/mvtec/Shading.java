package io.github.anomalydata.mvtec;

/** Arithmetic on colours, which are red, green and blue in [0, 255]. */
final class Shading {
  private Shading() {}

  static double mix(double from, double to, double share) {
    return from + share * (to - from);
  }

  /** Rises from 0 at 0 to 1 at 1, level at both ends. */
  static double smooth(double t) {
    double clipped = Math.max(0, Math.min(1, t));
    return clipped * clipped * (3 - 2 * clipped);
  }

  /** Rises from 0 to 1 between two values. */
  static double step(double from, double to, double value) {
    return smooth((value - from) / (to - from));
  }

  static void set(double[] colour, double red, double green, double blue, double light) {
    colour[0] = red * light;
    colour[1] = green * light;
    colour[2] = blue * light;
  }

  static void blend(double[] colour, double red, double green, double blue, double share) {
    colour[0] = mix(colour[0], red, share);
    colour[1] = mix(colour[1], green, share);
    colour[2] = mix(colour[2], blue, share);
  }
}
