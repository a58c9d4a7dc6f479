package io.github.anomalydata.augment;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Sets some channels to 0, in each sample others.
 *
 * <p>Each channel is dropped or not on its own. If all were, one that is drawn is kept, each as
 * likely. With rescaling, those that are kept are multiplied by {@code channels / kept}, so that a
 * sum over channels keeps its size.
 *
 * @param channelProbability the probability that a channel is dropped, in [0, 1]
 * @param rescale whether the kept channels are multiplied by {@code channels / kept}
 */
public record ChannelDropout(double channelProbability, boolean rescale) implements Augmentation {
  private static final ChannelDropout DEFAULT = new ChannelDropout(0.1, false);

  /**
   * Checks the options.
   *
   * @param channelProbability the probability that a channel is dropped, in [0, 1]
   * @param rescale whether the kept channels are multiplied by {@code channels / kept}
   * @throws IllegalArgumentException if an option is out of its range
   */
  public ChannelDropout {
    Rules.probability("channelProbability", channelProbability);
  }

  /**
   * Returns the augmentation with these defaults: probability 0.1, no rescaling.
   *
   * @return the augmentation
   */
  public static ChannelDropout withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns this augmentation with another probability.
   *
   * @param newChannelProbability the probability that a channel is dropped, in [0, 1]
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in [0, 1]
   */
  public ChannelDropout withChannelProbability(double newChannelProbability) {
    return new ChannelDropout(newChannelProbability, rescale);
  }

  /**
   * Returns this augmentation with a rule for the kept channels.
   *
   * @param newRescale whether the kept channels are multiplied by {@code channels / kept}
   * @return the augmentation
   */
  public ChannelDropout withRescale(boolean newRescale) {
    return new ChannelDropout(channelProbability, newRescale);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    if (track.role() != Track.Role.VALUES) {
      return;
    }
    RandomGenerator own = track.own(random);
    boolean[] isKept = new boolean[track.channels()];
    int kept = 0;
    for (int channel = 0; channel < isKept.length; channel++) {
      isKept[channel] = own.nextDouble() >= channelProbability;
      kept += isKept[channel] ? 1 : 0;
    }
    if (kept == 0) {
      isKept[(int) (own.nextDouble() * isKept.length)] = true;
      kept = 1;
    }
    if (kept < isKept.length) {
      drop(track, isKept, rescale ? (double) isKept.length / kept : 1);
    }
  }

  private static void drop(Track track, boolean[] isKept, double factor) {
    double[] values = track.values();
    for (int channel = 0; channel < isKept.length; channel++) {
      int from = channel * track.time();
      if (!isKept[channel]) {
        Arrays.fill(values, from, from + track.time(), 0);
      } else if (factor != 1) {
        for (int i = from; i < from + track.time(); i++) {
          values[i] *= factor;
        }
      }
    }
  }
}
