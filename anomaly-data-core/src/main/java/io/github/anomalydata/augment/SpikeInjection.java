package io.github.anomalydata.augment;

import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.internal.Require;
import java.util.random.RandomGenerator;

/**
 * Puts spikes into a series: anomalies whose ground truth is known, for tests.
 *
 * <p>Each spike is one step of one channel, which is drawn, and goes up or down.
 *
 * <p>Deviations are those of the channel in this sample, with divisor {@code n}; a channel without
 * deviation is changed by the size itself. Where an anomaly is, the label becomes 1 in all its
 * channels; elsewhere it stays. Of arrays the ground truth is made by applying the same draw to
 * zeros with {@link Track.Role#LABELS}.
 *
 * @param count the number of spikes, at least 1
 * @param size the size in standard deviations of the channel, more than 0
 * @param label the name of the labels field, {@code [channels, time]}, that tells where they are
 */
public record SpikeInjection(int count, double size, String label) implements Augmentation {
  private static final SpikeInjection DEFAULT = new SpikeInjection(1, 6, "anomaly");

  /**
   * Checks the options.
   *
   * @param count the number of spikes, at least 1
   * @param size the size in standard deviations of the channel, more than 0
   * @param label the name of the labels field, {@code [channels, time]}, that tells where they are
   * @throws IllegalArgumentException if an option is out of its range
   */
  public SpikeInjection {
    Require.atLeast("count", count, 1);
    Require.positive("size", size);
  }

  /**
   * Returns the injection with these defaults: one spike of 6 deviations, labelled in the field
   * {@code "anomaly"}.
   *
   * @return the injection
   */
  public static SpikeInjection withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns this injection with another number of spikes.
   *
   * @param newCount the number of spikes, at least 1
   * @return the injection
   * @throws IllegalArgumentException if it is below 1
   */
  public SpikeInjection withCount(int newCount) {
    return new SpikeInjection(newCount, size, label);
  }

  /**
   * Returns this injection with another size.
   *
   * @param newSize the size in standard deviations of the channel, more than 0
   * @return the injection
   * @throws IllegalArgumentException if it is not more than 0, or not finite
   */
  public SpikeInjection withSize(double newSize) {
    return new SpikeInjection(count, newSize, label);
  }

  /**
   * Returns this injection with another label.
   *
   * @param newLabel the name of the labels field, {@code [channels, time]}, that tells where they
   *     are
   * @return the injection
   */
  public SpikeInjection withLabel(String newLabel) {
    return new SpikeInjection(count, size, newLabel);
  }

  @Override
  public SampleLayout layout(SampleLayout input) {
    return Injection.requireLabel(input, label);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    RandomGenerator own = track.own(random);
    for (int i = 0; i < count; i++) {
      int step = (int) (random.nextDouble() * track.time());
      if (track.role() == Track.Role.VALUES) {
        int channel = Injection.channel(track, own);
        double amount = Injection.amount(track, channel, size, own);
        track.values()[channel * track.time() + step] += amount;
      } else {
        Injection.label(track, label, step, step + 1);
      }
    }
  }
}
