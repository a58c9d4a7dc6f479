package io.github.anomalydata.mvtec;

import java.util.random.RandomGenerator;

/** A simulated product as a camera above sees it, its places in fractions of the picture. */
interface Surface {
  /** Puts the colour at a place. */
  void colour(double u, double v, double[] rgb);

  /** Puts the colour that shows at a place where a part is missing. */
  void beneath(double u, double v, double[] rgb);

  /** Tells whether a place is one where scratches and stains show: not beside a product. */
  default boolean isProduct(double u, double v) {
    return true;
  }

  /** Draws a place where a defect can be. */
  double[] place(RandomGenerator random);

  /** Draws a part that can be missing. */
  Shape part(RandomGenerator random);

  /** Draws a place that is not near the border, for surfaces that fill the picture. */
  static double[] anywhere(RandomGenerator random) {
    return new double[] {0.2 + 0.6 * random.nextDouble(), 0.2 + 0.6 * random.nextDouble()};
  }

  /** Draws a place of a round product at a distance from its centre. */
  static double[] around(double radius, RandomGenerator random) {
    double angle = 2 * Math.PI * random.nextDouble();
    return new double[] {
      0.5 + radius * StrictMath.cos(angle), 0.5 + radius * StrictMath.sin(angle)
    };
  }
}
