package io.github.anomalydata.augment;

import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.internal.Require;
import java.util.random.RandomGenerator;

/**
 * Lets one channel, which is drawn, drift away: an anomaly whose ground truth is known, for tests.
 *
 * <p>The drift begins at any step, each as likely, goes up or down in a straight line, and reaches
 * its size at the last step.
 *
 * <p>Deviations are those of the channel in this sample, with divisor {@code n}; a channel without
 * deviation is changed by the size itself. Where an anomaly is, the label becomes 1 in all its
 * channels; elsewhere it stays. Of arrays the ground truth is made by applying the same draw to
 * zeros with {@link Track.Role#LABELS}.
 *
 * @param size the size in standard deviations of the channel, more than 0
 * @param label the name of the labels field, {@code [channels, time]}, that tells where they are
 */
public record DriftInjection(double size, String label) implements Augmentation {
  private static final DriftInjection DEFAULT = new DriftInjection(3, "anomaly");

  /**
   * Checks the options.
   *
   * @param size the size in standard deviations of the channel, more than 0
   * @param label the name of the labels field, {@code [channels, time]}, that tells where they are
   * @throws IllegalArgumentException if an option is out of its range
   */
  public DriftInjection {
    Require.positive("size", size);
  }

  /**
   * Returns the injection with these defaults: 3 deviations, labelled in the field {@code
   * "anomaly"}.
   *
   * @return the injection
   */
  public static DriftInjection withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns this injection with another size.
   *
   * @param newSize the size in standard deviations of the channel, more than 0
   * @return the injection
   * @throws IllegalArgumentException if it is not more than 0, or not finite
   */
  public DriftInjection withSize(double newSize) {
    return new DriftInjection(newSize, label);
  }

  /**
   * Returns this injection with another label.
   *
   * @param newLabel the name of the labels field, {@code [channels, time]}, that tells where they
   *     are
   * @return the injection
   */
  public DriftInjection withLabel(String newLabel) {
    return new DriftInjection(size, newLabel);
  }

  @Override
  public SampleLayout layout(SampleLayout input) {
    return Injection.requireLabel(input, label);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    RandomGenerator own = track.own(random);
    int time = track.time();
    int start = (int) (random.nextDouble() * time);
    if (track.role() == Track.Role.VALUES) {
      int channel = Injection.channel(track, own);
      double slope = Injection.amount(track, channel, size, own) / (time - start);
      for (int t = start; t < time; t++) {
        track.values()[channel * time + t] += slope * (t - start + 1);
      }
    } else {
      Injection.label(track, label, start, time);
    }
  }
}
