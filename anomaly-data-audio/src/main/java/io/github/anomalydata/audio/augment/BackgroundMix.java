package io.github.anomalydata.audio.augment;

import io.github.anomalydata.audio.AudioClip;
import io.github.anomalydata.augment.Augmentation;
import io.github.anomalydata.augment.Track;
import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.SampleLayout;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Adds the sound of a background to that of a machine at a signal-to-noise ratio, as MIMII was
 * mixed: the background is scaled so that the mean square of the clip over all channels is {@code
 * 10^(snr / 10)} times that of what is added.
 *
 * <p>One background is drawn, each as likely, and a place in it from where it is taken; after its
 * end it begins anew. A background of one channel is added to every channel; otherwise channel c
 * gets that of the same number. A clip or a background that is silent stays as it is.
 *
 * <p>It holds the samples of its backgrounds, so it cannot be saved.
 */
public final class BackgroundMix implements Augmentation {
  private final List<AudioClip> backgrounds;
  private final double low;
  private final double high;

  private BackgroundMix(List<AudioClip> backgrounds, double low, double high) {
    this.backgrounds = backgrounds;
    this.low = low;
    this.high = high;
  }

  /**
   * Returns the augmentation with these backgrounds and ratios from -6 to 6 dB.
   *
   * @param backgrounds at least one clip, all of one number of channels and of the sample rate of
   *     what they are added to
   * @return the augmentation
   * @throws IllegalArgumentException if there is none, one has no frame, or their numbers of
   *     channels differ
   */
  public static BackgroundMix of(List<AudioClip> backgrounds) {
    if (backgrounds.isEmpty()) {
      throw new IllegalArgumentException("backgrounds: at least one, got none");
    }
    for (AudioClip background : backgrounds) {
      if (background.frames() == 0) {
        throw new IllegalArgumentException("backgrounds: with frames, got " + background);
      }
      if (background.channels() != backgrounds.get(0).channels()) {
        throw new IllegalArgumentException(
            "backgrounds: of one number of channels, got "
                + backgrounds.get(0)
                + " and "
                + background);
      }
    }
    return new BackgroundMix(List.copyOf(backgrounds), -6, 6);
  }

  /**
   * Returns this augmentation with another range of ratios, each as likely.
   *
   * @param newLow the least ratio in dB, at least -100
   * @param newHigh the greatest ratio in dB, at most 100
   * @return the augmentation
   * @throws IllegalArgumentException if they are no range within [-100, 100]
   */
  public BackgroundMix withRatio(double newLow, double newHigh) {
    Ranges.require("ratio", -100, 100, newLow, newHigh);
    return new BackgroundMix(backgrounds, newLow, newHigh);
  }

  /**
   * Returns the layout.
   *
   * @param input the layout of the samples that go in
   * @return the same layout
   * @throws IllegalArgumentException if no features field has the shape {@code [channels, time]},
   *     or one has another number of channels than backgrounds of several
   */
  @Override
  public SampleLayout layout(SampleLayout input) {
    for (Field field : input.features()) {
      if (changes(field.shape().size())) {
        requireChannels(field.shape().get(0));
      }
    }
    return Augmentation.super.layout(input);
  }

  private void requireChannels(int channels) {
    int own = backgrounds.get(0).channels();
    if (own > 1 && own != channels) {
      throw new IllegalArgumentException(
          "backgrounds: of 1 or " + channels + " channels, got " + own);
    }
  }

  /**
   * Adds a background.
   *
   * @param track the clip, whose values are overwritten
   * @param random the generator of this clip and augmentation
   * @throws IllegalArgumentException if the backgrounds have several channels and another number
   *     than the clip
   */
  @Override
  public void transform(Track track, RandomGenerator random) {
    if (track.role() != Track.Role.VALUES) {
      return;
    }
    requireChannels(track.channels());
    AudioClip background = backgrounds.get(random.nextInt(backgrounds.size()));
    int start = random.nextInt(background.frames());
    double decibels = Ranges.draw(low, high, random);
    int channels = background.channels();
    double[] values = track.values();
    double[] added = new double[values.length];
    for (int c = 0; c < track.channels(); c++) {
      float[] samples = background.channel(channels == 1 ? 0 : c);
      for (int t = 0; t < track.time(); t++) {
        int place = (int) ((start + (long) t) % samples.length);
        added[c * track.time() + t] = samples[place];
      }
    }
    double signal = squares(values);
    double noise = squares(added);
    if (!(signal > 0 && noise > 0)) {
      return;
    }
    double factor = Math.sqrt(signal / noise) * StrictMath.pow(10, -decibels / 20);
    for (int i = 0; i < values.length; i++) {
      values[i] += factor * added[i];
    }
  }

  private static double squares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }

  @Override
  public String toString() {
    return "BackgroundMix[" + backgrounds + ", " + low + " to " + high + " dB]";
  }
}
