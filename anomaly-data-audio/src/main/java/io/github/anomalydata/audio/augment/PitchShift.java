package io.github.anomalydata.audio.augment;

import io.github.anomalydata.audio.Resampler;
import io.github.anomalydata.augment.Augmentation;
import io.github.anomalydata.augment.Track;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Raises or lowers the pitch of a clip at its speed: the phase vocoder of {@link TimeStretch} makes
 * it {@code 2^(semitones / 12)} times as long, and resampling as long as it was. That is how {@code
 * librosa.effects.pitch_shift} does it, with another resampler; here it is {@link Resampler}, to
 * the nearest thousandth of the ratio.
 *
 * @param low the least shift in semitones, at least -24
 * @param high the greatest shift in semitones, at most 24
 */
public record PitchShift(double low, double high) implements Augmentation {
  private static final int STEPS = 1000;
  private static final PitchShift DEFAULT = new PitchShift(-1, 1);

  /**
   * Checks the options.
   *
   * @param low the least shift in semitones, at least -24
   * @param high the greatest shift in semitones, at most 24
   * @throws IllegalArgumentException if they are no range within [-24, 24]
   */
  public PitchShift {
    Ranges.require("semitones", -24, 24, low, high);
  }

  /**
   * Returns the augmentation with these defaults: from -1 to 1 semitone.
   *
   * @return the augmentation
   */
  public static PitchShift withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns this augmentation with another range of shifts, each as likely.
   *
   * @param newLow the least shift in semitones, at least -24
   * @param newHigh the greatest shift in semitones, at most 24
   * @return the augmentation
   * @throws IllegalArgumentException if they are no range within [-24, 24]
   */
  public PitchShift withRange(double newLow, double newHigh) {
    return new PitchShift(newLow, newHigh);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    if (track.role() != Track.Role.VALUES) {
      return;
    }
    double ratio = StrictMath.pow(2, -Ranges.draw(low, high, random) / 12);
    int parts = (int) Math.rint(ratio * STEPS);
    Resampler resampler = Resampler.of(STEPS, parts);
    int time = track.time();
    double[] values = track.values();
    for (int from = 0; from < values.length; from += time) {
      double[] channel = Arrays.copyOfRange(values, from, from + time);
      double[] longer = PhaseVocoder.stretch(channel, (double) parts / STEPS);
      double[] shifted = resampler.apply(longer, longer.length);
      System.arraycopy(Arrays.copyOf(shifted, time), 0, values, from, time);
    }
  }
}
