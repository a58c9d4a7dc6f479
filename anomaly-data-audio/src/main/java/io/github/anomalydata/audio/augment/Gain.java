package io.github.anomalydata.audio.augment;

import io.github.anomalydata.augment.Augmentation;
import io.github.anomalydata.augment.Track;
import java.util.random.RandomGenerator;

/**
 * Makes a clip louder or quieter: all channels times {@code 10^(g / 20)}, where g is drawn from a
 * range of decibels, each value as likely. Nothing is clipped.
 *
 * @param low the least gain in dB, at least -100
 * @param high the greatest gain in dB, at most 100
 */
public record Gain(double low, double high) implements Augmentation {
  private static final Gain DEFAULT = new Gain(-6, 6);

  /**
   * Checks the options.
   *
   * @param low the least gain in dB, at least -100
   * @param high the greatest gain in dB, at most 100
   * @throws IllegalArgumentException if they are no range within [-100, 100]
   */
  public Gain {
    Ranges.require("gain", -100, 100, low, high);
  }

  /**
   * Returns the augmentation with these defaults: from -6 to 6 dB.
   *
   * @return the augmentation
   */
  public static Gain withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns this augmentation with another range.
   *
   * @param newLow the least gain in dB, at least -100
   * @param newHigh the greatest gain in dB, at most 100
   * @return the augmentation
   * @throws IllegalArgumentException if they are no range within [-100, 100]
   */
  public Gain withRange(double newLow, double newHigh) {
    return new Gain(newLow, newHigh);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    if (track.role() != Track.Role.VALUES) {
      return;
    }
    double factor = StrictMath.pow(10, Ranges.draw(low, high, random) / 20);
    double[] values = track.values();
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }
}
