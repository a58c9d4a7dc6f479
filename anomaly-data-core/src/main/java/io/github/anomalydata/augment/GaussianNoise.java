package io.github.anomalydata.augment;

import io.github.anomalydata.internal.NormalDraws;
import java.util.random.RandomGenerator;

/**
 * Adds independent Gaussian noise to every value.
 *
 * <p>Deviations are those of the channel in this sample over the steps that count and whose value
 * is finite, with divisor {@code n}; a channel without deviation gets no noise unless the unit is
 * {@link NoiseUnit#ABSOLUTE}. NaN stays NaN.
 *
 * @param unit what the amount is measured in
 * @param amount the amount: not negative, or for decibels in [-200, 200]
 */
public record GaussianNoise(NoiseUnit unit, double amount) implements Augmentation {
  private static final double MAX_DECIBELS = 200;
  private static final GaussianNoise DEFAULT =
      new GaussianNoise(NoiseUnit.CHANNEL_DEVIATIONS, 0.05);

  /**
   * Checks the options.
   *
   * @param unit what the amount is measured in
   * @param amount the amount: not negative, or for decibels in [-200, 200]
   * @throws IllegalArgumentException if the amount is out of its range
   */
  public GaussianNoise {
    if (unit == NoiseUnit.SIGNAL_TO_NOISE_DECIBELS) {
      Rules.between(-MAX_DECIBELS, MAX_DECIBELS, "amount", amount);
    } else {
      Rules.notNegative("amount", amount);
    }
  }

  /**
   * Returns the noise with these defaults: 0.05 standard deviations of the channel.
   *
   * @return the noise
   */
  public static GaussianNoise withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns noise of another amount.
   *
   * @param newAmount the amount: not negative, or for decibels in [-200, 200]
   * @param newUnit what it is measured in
   * @return the noise
   * @throws IllegalArgumentException if the amount is out of its range
   */
  public GaussianNoise withAmount(double newAmount, NoiseUnit newUnit) {
    return new GaussianNoise(newUnit, newAmount);
  }

  /** Tells that series and images are changed. */
  @Override
  public boolean changes(int rank) {
    return rank == 2 || rank == 3;
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    if (track.role() != Track.Role.VALUES) {
      return;
    }
    RandomGenerator own = track.own(random);
    double[] values = track.values();
    for (int from = 0; from < values.length; from += track.time()) {
      double deviation = deviation(track, from / track.time());
      if (deviation > 0) {
        for (int i = from; i < from + track.time(); i++) {
          values[i] += deviation * NormalDraws.next(own);
        }
      }
    }
  }

  private double deviation(Track track, int channel) {
    return switch (unit) {
      case ABSOLUTE -> amount;
      case CHANNEL_DEVIATIONS -> amount * track.deviation(channel);
      case SIGNAL_TO_NOISE_DECIBELS -> StrictMath.pow(10, -amount / 20) * track.deviation(channel);
    };
  }
}
