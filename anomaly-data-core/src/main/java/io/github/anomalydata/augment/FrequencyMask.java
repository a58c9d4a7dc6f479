package io.github.anomalydata.augment;

import io.github.anomalydata.internal.Require;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Makes holes in the bands of a spectrogram {@code [bands, time]}: some neighbouring bands are
 * filled.
 *
 * <p>Each hole is up to the ratio of all bands high, rounded down, each height as likely, begins
 * anywhere, each place as likely, and may overlap others. After D. S. Park et al., "SpecAugment: a
 * simple data augmentation method for automatic speech recognition", Interspeech 2019.
 *
 * @param count the number of holes, at least 1
 * @param ratio the highest hole as a share of the bands, in (0, 1]
 * @param fill what stands in the holes
 */
public record FrequencyMask(int count, double ratio, MaskFill fill) implements Augmentation {
  private static final FrequencyMask DEFAULT = new FrequencyMask(1, 0.1, MaskFill.ZERO);

  /**
   * Checks the options.
   *
   * @param count the number of holes, at least 1
   * @param ratio the highest hole as a share of the bands, in (0, 1]
   * @param fill what stands in the holes
   * @throws IllegalArgumentException if an option is out of its range
   */
  public FrequencyMask {
    Require.atLeast("count", count, 1);
    Rules.ratio("ratio", ratio);
  }

  /**
   * Returns the augmentation with these defaults: one hole, ratio 0.1, filled with zero.
   *
   * @return the augmentation
   */
  public static FrequencyMask withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns this augmentation with another number of holes.
   *
   * @param newCount the number of holes, at least 1
   * @return the augmentation
   * @throws IllegalArgumentException if it is below 1
   */
  public FrequencyMask withCount(int newCount) {
    return new FrequencyMask(newCount, ratio, fill);
  }

  /**
   * Returns this augmentation with another ratio.
   *
   * @param newRatio the highest hole as a share of the bands, in (0, 1]
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in (0, 1]
   */
  public FrequencyMask withRatio(double newRatio) {
    return new FrequencyMask(count, newRatio, fill);
  }

  /**
   * Returns this augmentation with another filling.
   *
   * @param newFill what stands in the holes
   * @return the augmentation
   */
  public FrequencyMask withFill(MaskFill newFill) {
    return new FrequencyMask(count, ratio, newFill);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    if (track.role() != Track.Role.VALUES) {
      return;
    }
    double[] values = track.values();
    for (int i = 0; i < count; i++) {
      Hole hole = Hole.draw(track.channels(), ratio, random);
      for (int band = hole.from(); band < hole.to(); band++) {
        int from = band * track.time();
        Arrays.fill(
            values, from, from + track.time(), fill == MaskFill.ZERO ? 0 : track.mean(band));
      }
    }
  }
}
