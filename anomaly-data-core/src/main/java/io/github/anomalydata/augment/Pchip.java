package io.github.anomalydata.augment;

/**
 * A smooth curve through equally spaced knots that is monotone wherever the knots are, so that it
 * never leaves the range of its two neighbours.
 *
 * <p>Cubic Hermite pieces with the slopes of F. N. Fritsch and J. Butland, "A method for
 * constructing local monotone piecewise cubic interpolants", SIAM J. Sci. Stat. Comput. 5 (1984),
 * and the one-sided slopes of C. Moler, "Numerical Computing with MATLAB" (2004), at the ends.
 */
final class Pchip {
  private final double[] knots;
  private final double[] slopes;

  /** Takes the heights at 0, 1, ..., at least two. */
  Pchip(double[] knots) {
    int last = knots.length - 1;
    this.knots = knots;
    this.slopes = new double[knots.length];
    for (int i = 1; i < last; i++) {
      double before = knots[i] - knots[i - 1];
      double after = knots[i + 1] - knots[i];
      slopes[i] = before * after > 0 ? 2 * before * after / (before + after) : 0;
    }
    slopes[0] = end(knots[1] - knots[0], last == 1 ? knots[1] - knots[0] : knots[2] - knots[1]);
    slopes[last] =
        end(
            knots[last] - knots[last - 1],
            last == 1 ? knots[1] - knots[0] : knots[last - 1] - knots[last - 2]);
  }

  private static double end(double nearest, double next) {
    double slope = (3 * nearest - next) / 2;
    if (slope * nearest <= 0) {
      return 0;
    }
    boolean turns = nearest * next <= 0;
    return turns && Math.abs(slope) > 3 * Math.abs(nearest) ? 3 * nearest : slope;
  }

  /** Returns the height at a place between the first knot and the last. */
  double at(double place) {
    int i = Math.min((int) place, knots.length - 2);
    double s = place - i;
    double rise = knots[i + 1] - knots[i];
    double square = 3 * rise - 2 * slopes[i] - slopes[i + 1];
    double cube = slopes[i] + slopes[i + 1] - 2 * rise;
    return knots[i] + s * (slopes[i] + s * (square + s * cube));
  }
}
