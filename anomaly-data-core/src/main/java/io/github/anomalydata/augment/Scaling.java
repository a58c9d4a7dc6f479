package io.github.anomalydata.augment;

import io.github.anomalydata.internal.NormalDraws;
import java.util.random.RandomGenerator;

/**
 * Multiplies each channel by a positive factor of its own, {@code exp(strength * g)} with {@code g}
 * standard normal: log-normal with median 1.
 *
 * @param strength the standard deviation of the logarithm of the factors, in [0, 1]
 */
public record Scaling(double strength) implements Augmentation {
  private static final Scaling DEFAULT = new Scaling(0.1);

  /**
   * Checks the options.
   *
   * @param strength the standard deviation of the logarithm of the factors, in [0, 1]
   * @throws IllegalArgumentException if an option is out of its range
   */
  public Scaling {
    Rules.between(0, 1, "strength", strength);
  }

  /**
   * Returns the augmentation with these defaults: strength 0.1.
   *
   * @return the augmentation
   */
  public static Scaling withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns this augmentation with another strength.
   *
   * @param newStrength the standard deviation of the logarithm of the factors, in [0, 1]
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in [0, 1]
   */
  public Scaling withStrength(double newStrength) {
    return new Scaling(newStrength);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    if (track.role() != Track.Role.VALUES) {
      return;
    }
    RandomGenerator own = track.own(random);
    double[] values = track.values();
    for (int from = 0; from < values.length; from += track.time()) {
      double factor = StrictMath.exp(strength * NormalDraws.next(own));
      for (int i = from; i < from + track.time(); i++) {
        values[i] *= factor;
      }
    }
  }
}
