package io.github.anomalydata.augment;

import io.github.anomalydata.internal.Require;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Makes holes in time: all values of some stretches of steps are filled.
 *
 * <p>Each hole is up to the ratio of the series long, rounded down, each length as likely, begins
 * anywhere, each place as likely, and may overlap others. Labels and masks stay: the model is to
 * bridge the hole. After D. S. Park et al., "SpecAugment: a simple data augmentation method for
 * automatic speech recognition", Interspeech 2019.
 *
 * @param count the number of holes, at least 1
 * @param ratio the longest hole as a share of the series, in (0, 1]
 * @param fill what stands in the holes
 */
public record TimeMask(int count, double ratio, MaskFill fill) implements Augmentation {
  private static final TimeMask DEFAULT = new TimeMask(1, 0.1, MaskFill.ZERO);

  /**
   * Checks the options.
   *
   * @param count the number of holes, at least 1
   * @param ratio the longest hole as a share of the series, in (0, 1]
   * @param fill what stands in the holes
   * @throws IllegalArgumentException if an option is out of its range
   */
  public TimeMask {
    Require.atLeast("count", count, 1);
    Rules.ratio("ratio", ratio);
  }

  /**
   * Returns the augmentation with these defaults: one hole, ratio 0.1, filled with zero.
   *
   * @return the augmentation
   */
  public static TimeMask withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns this augmentation with another number of holes.
   *
   * @param newCount the number of holes, at least 1
   * @return the augmentation
   * @throws IllegalArgumentException if it is below 1
   */
  public TimeMask withCount(int newCount) {
    return new TimeMask(newCount, ratio, fill);
  }

  /**
   * Returns this augmentation with another ratio.
   *
   * @param newRatio the longest hole as a share of the series, in (0, 1]
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in (0, 1]
   */
  public TimeMask withRatio(double newRatio) {
    return new TimeMask(count, newRatio, fill);
  }

  /**
   * Returns this augmentation with another filling.
   *
   * @param newFill what stands in the holes
   * @return the augmentation
   */
  public TimeMask withFill(MaskFill newFill) {
    return new TimeMask(count, ratio, newFill);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    if (track.role() != Track.Role.VALUES) {
      return;
    }
    double[] values = track.values();
    double[] fills = fills(track);
    for (int i = 0; i < count; i++) {
      Hole hole = Hole.draw(track.time(), ratio, random);
      for (int channel = 0; channel < fills.length; channel++) {
        int from = channel * track.time();
        Arrays.fill(values, from + hole.from(), from + hole.to(), fills[channel]);
      }
    }
  }

  private double[] fills(Track track) {
    double[] fills = new double[track.channels()];
    if (fill == MaskFill.CHANNEL_MEAN) {
      for (int channel = 0; channel < fills.length; channel++) {
        fills[channel] = track.mean(channel);
      }
    }
    return fills;
  }
}
