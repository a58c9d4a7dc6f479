package io.github.anomalydata.augment;

import io.github.anomalydata.internal.NormalDraws;
import java.util.random.RandomGenerator;

/**
 * Speeds time up and slows it down, smoothly, in the same way for all channels; the length is kept.
 *
 * <p>With {@code n = knots + 1}, each of {@code n} equal stretches of the result has a speed {@code
 * v = exp(strength * g)}, {@code g} standard normal. At the end of stretch {@code j} the result has
 * come to the place {@code (v1 + ... + vj) / (v1 + ... + vn)} of the series; between the knots the
 * path is a monotone cubic (Fritsch and Butland, 1984). Speeds are positive, so time never runs
 * backwards, and both ends stay where they are.
 *
 * <p>The mean displacement at a knot is 0. Its standard deviation at the share {@code s = j / n} of
 * the time is {@code (time - 1) * sqrt((exp(strength^2) - 1) * s * (1 - s) / n)} to first order in
 * the strength.
 *
 * <p>After T. T. Um et al., "Data augmentation of wearable sensor data for Parkinson's disease
 * monitoring using convolutional neural networks", ICMI 2017, whose spline of random speeds is not
 * monotone.
 *
 * @param strength the standard deviation of the logarithm of the speeds, in [0, 1]
 * @param knots the number of knots between the ends, in [1, 1000] and at most the number of steps
 */
public record TimeWarp(double strength, int knots) implements Augmentation {
  private static final TimeWarp DEFAULT = new TimeWarp(0.2, 4);

  /**
   * Checks the options.
   *
   * @param strength the standard deviation of the logarithm of the speeds, in [0, 1]
   * @param knots the number of knots between the ends, in [1, 1000]
   * @throws IllegalArgumentException if an option is out of its range
   */
  public TimeWarp {
    Rules.between(0, 1, "strength", strength);
    Rules.knots(knots);
  }

  /**
   * Returns the augmentation with these defaults: strength 0.2, 4 knots.
   *
   * @return the augmentation
   */
  public static TimeWarp withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns this augmentation with another strength.
   *
   * @param newStrength the standard deviation of the logarithm of the speeds, in [0, 1]
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in [0, 1]
   */
  public TimeWarp withStrength(double newStrength) {
    return new TimeWarp(newStrength, knots);
  }

  /**
   * Returns this augmentation with another number of knots.
   *
   * @param newKnots the number of knots between the ends, in [1, 1000]
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in [1, 1000]
   */
  public TimeWarp withKnots(int newKnots) {
    return new TimeWarp(strength, newKnots);
  }

  @Override
  public int time(int time) {
    return Rules.atMostSteps("knots", knots, time);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    if (strength > 0) {
      track.move(positions(track.positions(), random));
    }
  }

  /** Sets for each step of the result its place in the series; never decreasing. */
  double[] positions(double[] positions, RandomGenerator random) {
    int time = positions.length;
    double[] path = new double[knots + 2];
    for (int i = 1; i < path.length; i++) {
      path[i] = path[i - 1] + StrictMath.exp(strength * NormalDraws.next(random));
    }
    double end = path[path.length - 1];
    for (int i = 1; i < path.length; i++) {
      path[i] /= end;
    }
    Pchip curve = new Pchip(path);
    double last = time - 1;
    positions[0] = 0;
    for (int t = 1; t < time; t++) {
      double place = curve.at(t * (knots + 1.0) / last) * last;
      // The curve is monotone; its rounded values need a hand.
      positions[t] = t == last ? last : Math.max(positions[t - 1], Math.min(place, last));
    }
    return positions;
  }
}
