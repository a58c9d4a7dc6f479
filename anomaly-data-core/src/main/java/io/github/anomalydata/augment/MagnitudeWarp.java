package io.github.anomalydata.augment;

import io.github.anomalydata.internal.NormalDraws;
import java.util.random.RandomGenerator;

/**
 * Multiplies each channel by a smooth positive curve of its own.
 *
 * <p>The curve passes through the factors {@code exp(strength * g)}, {@code g} standard normal, at
 * the ends and at equally spaced knots between them, and between two of them keeps to their range
 * (Fritsch and Butland, 1984). After T. T. Um et al., "Data augmentation of wearable sensor data
 * for Parkinson's disease monitoring using convolutional neural networks", ICMI 2017, whose spline
 * can overshoot into negative factors.
 *
 * @param strength the standard deviation of the logarithm of the factors, in [0, 1]
 * @param knots the number of knots between the ends, in [1, 1000] and at most the number of steps
 */
public record MagnitudeWarp(double strength, int knots) implements Augmentation {
  private static final MagnitudeWarp DEFAULT = new MagnitudeWarp(0.2, 4);

  /**
   * Checks the options.
   *
   * @param strength the standard deviation of the logarithm of the factors, in [0, 1]
   * @param knots the number of knots between the ends, in [1, 1000]
   * @throws IllegalArgumentException if an option is out of its range
   */
  public MagnitudeWarp {
    Rules.between(0, 1, "strength", strength);
    Rules.knots(knots);
  }

  /**
   * Returns the augmentation with these defaults: strength 0.2, 4 knots.
   *
   * @return the augmentation
   */
  public static MagnitudeWarp withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns this augmentation with another strength.
   *
   * @param newStrength the standard deviation of the logarithm of the factors, in [0, 1]
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in [0, 1]
   */
  public MagnitudeWarp withStrength(double newStrength) {
    return new MagnitudeWarp(newStrength, knots);
  }

  /**
   * Returns this augmentation with another number of knots.
   *
   * @param newKnots the number of knots between the ends, in [1, 1000]
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in [1, 1000]
   */
  public MagnitudeWarp withKnots(int newKnots) {
    return new MagnitudeWarp(strength, newKnots);
  }

  @Override
  public int time(int time) {
    return Rules.atMostSteps("knots", knots, time);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    if (track.role() != Track.Role.VALUES || strength == 0) {
      return;
    }
    RandomGenerator own = track.own(random);
    double[] values = track.values();
    double[] factors = new double[knots + 2];
    double step = (knots + 1.0) / Math.max(1, track.time() - 1);
    for (int from = 0; from < values.length; from += track.time()) {
      for (int i = 0; i < factors.length; i++) {
        factors[i] = StrictMath.exp(strength * NormalDraws.next(own));
      }
      Pchip curve = new Pchip(factors);
      for (int t = 0; t < track.time(); t++) {
        values[from + t] *= curve.at(Math.min(t * step, knots + 1));
      }
    }
  }
}
