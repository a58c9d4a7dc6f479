package io.github.anomalydata.augment;

import java.util.random.RandomGenerator;

/**
 * Puts the channels of a series into another order: a rotation of the sensor, for data whose
 * channels are alike, such as the axes of an accelerometer or the microphones of an array.
 *
 * <p>A mask that has a row for each channel goes with them. Labels stay: what their rows mean, a
 * channel or a class, is not known.
 *
 * @param order the orders that may come out
 */
public record ChannelPermutation(ChannelOrder order) implements Augmentation {
  private static final ChannelPermutation DEFAULT = new ChannelPermutation(ChannelOrder.ANY);

  /**
   * Returns the augmentation with these defaults: any order.
   *
   * @return the augmentation
   */
  public static ChannelPermutation withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns this augmentation with other orders.
   *
   * @param newOrder the orders that may come out
   * @return the augmentation
   */
  public ChannelPermutation with(ChannelOrder newOrder) {
    return new ChannelPermutation(newOrder);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    boolean isOfValues = track.role() == Track.Role.VALUES || track.role() == Track.Role.MASK;
    if (!isOfValues || track.channels() == 1) {
      return;
    }
    RandomGenerator own = track.own(random);
    track.reorder(
        order == ChannelOrder.ANY
            ? Partners.order(track.channels(), own)
            : rotated(track.channels(), own));
  }

  private static int[] rotated(int channels, RandomGenerator random) {
    int first = (int) (random.nextDouble() * channels);
    int[] order = new int[channels];
    for (int channel = 0; channel < channels; channel++) {
      order[channel] = (first + channel) % channels;
    }
    return order;
  }
}
