package io.github.anomalydata.audio.augment;

import io.github.anomalydata.augment.Augmentation;
import io.github.anomalydata.augment.Track;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Plays a clip faster or slower at its pitch, by a phase vocoder with the numbers of {@code
 * librosa.effects.time_stretch}. The length stays: a slower clip is cut at its end, a faster one is
 * filled up with zeros, which masks leave out.
 *
 * @param low the least speed, at least 0.25; 2 is twice as fast
 * @param high the greatest speed, at most 4
 * @see <a href="https://librosa.org/doc/latest/generated/librosa.effects.time_stretch.html">
 *     librosa.effects.time_stretch</a>
 */
public record TimeStretch(double low, double high) implements Augmentation {
  private static final TimeStretch DEFAULT = new TimeStretch(0.9, 1.1);

  /**
   * Checks the options.
   *
   * @param low the least speed, at least 0.25
   * @param high the greatest speed, at most 4
   * @throws IllegalArgumentException if they are no range within [0.25, 4]
   */
  public TimeStretch {
    Ranges.require("speed", 0.25, 4, low, high);
  }

  /**
   * Returns the augmentation with these defaults: speeds from 0.9 to 1.1.
   *
   * @return the augmentation
   */
  public static TimeStretch withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns this augmentation with another range of speeds, each as likely.
   *
   * @param newLow the least speed, at least 0.25
   * @param newHigh the greatest speed, at most 4
   * @return the augmentation
   * @throws IllegalArgumentException if they are no range within [0.25, 4]
   */
  public TimeStretch withRange(double newLow, double newHigh) {
    return new TimeStretch(newLow, newHigh);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    double rate = Ranges.draw(low, high, random);
    int time = track.time();
    if (track.role() == Track.Role.VALUES) {
      double[] values = track.values();
      for (int from = 0; from < values.length; from += time) {
        double[] channel = Arrays.copyOfRange(values, from, from + time);
        double[] stretched = PhaseVocoder.stretch(channel, rate);
        System.arraycopy(Arrays.copyOf(stretched, time), 0, values, from, time);
      }
      return;
    }
    double[] positions = new double[time];
    Arrays.setAll(positions, t -> Math.min(time - 1, t * rate));
    track.move(positions);
    int end = (int) Math.min(time, Math.rint(time / rate));
    double[] moved = track.values();
    for (int from = 0; from < moved.length; from += time) {
      Arrays.fill(moved, from + end, from + time, 0);
    }
  }
}
