package io.github.anomalydata.audio.augment;

import io.github.anomalydata.augment.Augmentation;
import io.github.anomalydata.augment.Track;
import io.github.anomalydata.internal.Require;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Masks stretches of frames and bands of a spectrogram {@code [bands, frames]}, or of an image
 * {@code [channels, bands, frames]}, in all channels alike.
 *
 * <p>A mask of frames is {@code t} frames wide, {@code t} from 0 to the greatest width {@code T} or
 * to the share {@code p} of all frames, whichever is less; a mask of bands is {@code f} bands wide,
 * from 0 to {@code F} or all bands. Each width and place is as likely; masks may overlap. The
 * warping of time that the paper also has is {@link io.github.anomalydata.augment.TimeWarp}, in a
 * {@link io.github.anomalydata.augment.Sequence} before this.
 *
 * <p>Reference: D. S. Park et al., "SpecAugment: a simple data augmentation method for automatic
 * speech recognition", Interspeech 2019. <a
 * href="https://arxiv.org/abs/1904.08779">arXiv:1904.08779</a>
 *
 * @param timeMasks the number of masks of frames, at least 0
 * @param maxFrames the greatest width of a mask of frames, at least 1
 * @param maxShare the greatest width of a mask of frames as a share of all, in (0, 1]
 * @param bandMasks the number of masks of bands, at least 0
 * @param maxBands the greatest width of a mask of bands, at least 1
 * @param fill what stands in the masks
 */
public record SpecAugment(
    int timeMasks,
    int maxFrames,
    double maxShare,
    int bandMasks,
    int maxBands,
    SpectrogramFill fill)
    implements Augmentation {
  private static final SpecAugment LIBRISPEECH_BASIC =
      new SpecAugment(1, 100, 1, 1, 27, SpectrogramFill.MEAN);
  private static final SpecAugment LIBRISPEECH_DOUBLE =
      new SpecAugment(2, 100, 1, 2, 27, SpectrogramFill.MEAN);
  private static final SpecAugment SWITCHBOARD_MILD =
      new SpecAugment(2, 70, 0.2, 2, 15, SpectrogramFill.MEAN);
  private static final SpecAugment SWITCHBOARD_STRONG =
      new SpecAugment(2, 70, 0.2, 2, 27, SpectrogramFill.MEAN);

  /**
   * Checks the options.
   *
   * @param timeMasks the number of masks of frames, at least 0
   * @param maxFrames the greatest width of a mask of frames, at least 1
   * @param maxShare the greatest width of a mask of frames as a share of all, in (0, 1]
   * @param bandMasks the number of masks of bands, at least 0
   * @param maxBands the greatest width of a mask of bands, at least 1
   * @param fill what stands in the masks
   * @throws IllegalArgumentException if an option is out of its range
   */
  public SpecAugment {
    Require.atLeast("timeMasks", timeMasks, 0);
    Require.atLeast("maxFrames", maxFrames, 1);
    Require.atLeast("bandMasks", bandMasks, 0);
    Require.atLeast("maxBands", maxBands, 1);
    if (!(maxShare > 0 && maxShare <= 1)) {
      throw new IllegalArgumentException("maxShare: in (0, 1], got " + maxShare);
    }
  }

  /**
   * Returns the mild policy for Switchboard, which suits spectrograms of some seconds: two masks
   * each, of up to 70 frames or a fifth of them and up to 15 bands, filled with the mean.
   *
   * @return the augmentation
   */
  public static SpecAugment withDefaults() {
    return SWITCHBOARD_MILD;
  }

  /**
   * Returns the paper's policy LB: one mask of up to 100 frames, one of up to 27 bands.
   *
   * @return the augmentation
   */
  public static SpecAugment libriSpeechBasic() {
    return LIBRISPEECH_BASIC;
  }

  /**
   * Returns the paper's policy LD: two masks of up to 100 frames, two of up to 27 bands.
   *
   * @return the augmentation
   */
  public static SpecAugment libriSpeechDouble() {
    return LIBRISPEECH_DOUBLE;
  }

  /**
   * Returns the paper's policy SM: two masks of up to 70 frames or a fifth of them, two of up to 15
   * bands.
   *
   * @return the augmentation
   */
  public static SpecAugment switchboardMild() {
    return SWITCHBOARD_MILD;
  }

  /**
   * Returns the paper's policy SS: two masks of up to 70 frames or a fifth of them, two of up to 27
   * bands.
   *
   * @return the augmentation
   */
  public static SpecAugment switchboardStrong() {
    return SWITCHBOARD_STRONG;
  }

  /**
   * Returns this augmentation with other masks of frames.
   *
   * @param count the number of masks, at least 0
   * @param newMaxFrames their greatest width, at least 1
   * @return the augmentation
   * @throws IllegalArgumentException if a number is out of its range
   */
  public SpecAugment withTimeMasks(int count, int newMaxFrames) {
    return new SpecAugment(count, newMaxFrames, maxShare, bandMasks, maxBands, fill);
  }

  /**
   * Returns this augmentation with masks of frames that adapt to the length of the spectrogram.
   *
   * @param newMaxShare their greatest width as a share of all frames, in (0, 1]
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in (0, 1]
   */
  public SpecAugment withMaxShare(double newMaxShare) {
    return new SpecAugment(timeMasks, maxFrames, newMaxShare, bandMasks, maxBands, fill);
  }

  /**
   * Returns this augmentation with other masks of bands.
   *
   * @param count the number of masks, at least 0
   * @param newMaxBands their greatest width, at least 1
   * @return the augmentation
   * @throws IllegalArgumentException if a number is out of its range
   */
  public SpecAugment withBandMasks(int count, int newMaxBands) {
    return new SpecAugment(timeMasks, maxFrames, maxShare, count, newMaxBands, fill);
  }

  /**
   * Returns this augmentation with another filling.
   *
   * @param newFill what stands in the masks
   * @return the augmentation
   */
  public SpecAugment with(SpectrogramFill newFill) {
    return new SpecAugment(timeMasks, maxFrames, maxShare, bandMasks, maxBands, newFill);
  }

  /** Tells that spectrograms are changed, whether they are series or images. */
  @Override
  public boolean changes(int rank) {
    return rank == 2 || rank == 3;
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    if (track.role() != Track.Role.VALUES) {
      return;
    }
    boolean isImage = track.height() > 1;
    int bands = isImage ? track.height() : track.channels();
    int frames = track.width();
    double[] fills = fills(track, isImage);
    for (int i = 0; i < bandMasks; i++) {
      int width = draw(Math.min(maxBands, bands), random);
      int first = draw(bands - width, random);
      for (int plane = 0; plane < fills.length; plane++) {
        int from = (plane * bands + first) * frames;
        Arrays.fill(track.values(), from, from + width * frames, fills[plane]);
      }
    }
    for (int i = 0; i < timeMasks; i++) {
      int width = draw(Math.min(maxFrames, (int) (maxShare * frames)), random);
      int first = draw(frames - width, random);
      for (int row = 0; row < fills.length * bands; row++) {
        int from = row * frames + first;
        Arrays.fill(track.values(), from, from + width, fills[row / bands]);
      }
    }
  }

  /** Draws a number from 0 to the greatest, each as likely. */
  private static int draw(int greatest, RandomGenerator random) {
    return (int) (random.nextDouble() * (greatest + 1));
  }

  /**
   * Returns the filling of each spectrogram: of the whole series, or of each channel of an image.
   */
  private double[] fills(Track track, boolean isImage) {
    double[] fills = new double[isImage ? track.channels() : 1];
    int length = track.values().length / fills.length;
    for (int plane = 0; plane < fills.length; plane++) {
      fills[plane] =
          switch (fill) {
            case ZERO -> 0;
            case MEAN -> isImage ? track.mean(plane) : mean(track);
            case MINIMUM -> minimum(track.values(), plane * length, (plane + 1) * length);
          };
    }
    return fills;
  }

  private static double mean(Track track) {
    double sum = 0;
    for (int band = 0; band < track.channels(); band++) {
      sum += track.mean(band);
    }
    return sum / track.channels();
  }

  private static double minimum(double[] values, int from, int to) {
    return Arrays.stream(values, from, to).filter(Double::isFinite).min().orElse(0);
  }
}
