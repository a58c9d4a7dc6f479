package io.github.anomalydata.augment;

import java.util.random.RandomGenerator;

/**
 * Turns some channels upside down: multiplies them by -1.
 *
 * <p>Each channel is flipped or not on its own. For data whose sign carries no meaning, such as
 * vibration.
 *
 * @param channelProbability the probability that a channel is flipped, in [0, 1]
 */
public record SignFlip(double channelProbability) implements Augmentation {
  private static final SignFlip DEFAULT = new SignFlip(0.5);

  /**
   * Checks the options.
   *
   * @param channelProbability the probability that a channel is flipped, in [0, 1]
   * @throws IllegalArgumentException if an option is out of its range
   */
  public SignFlip {
    Rules.probability("channelProbability", channelProbability);
  }

  /**
   * Returns the augmentation with these defaults: probability 0.5.
   *
   * @return the augmentation
   */
  public static SignFlip withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns this augmentation with another probability.
   *
   * @param newChannelProbability the probability that a channel is flipped, in [0, 1]
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in [0, 1]
   */
  public SignFlip withChannelProbability(double newChannelProbability) {
    return new SignFlip(newChannelProbability);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    if (track.role() != Track.Role.VALUES) {
      return;
    }
    RandomGenerator own = track.own(random);
    double[] values = track.values();
    for (int from = 0; from < values.length; from += track.time()) {
      if (own.nextDouble() < channelProbability) {
        for (int i = from; i < from + track.time(); i++) {
          values[i] = -values[i];
        }
      }
    }
  }
}
