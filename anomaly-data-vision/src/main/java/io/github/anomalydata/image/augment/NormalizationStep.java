package io.github.anomalydata.image.augment;

import io.github.anomalydata.augment.Track;
import io.github.anomalydata.image.Normalization;
import java.util.random.RandomGenerator;

/**
 * Normalises images that were augmented in [0, 1], as the last step of a composition: what draws
 * colours and defects needs that range, what a model takes in has another.
 *
 * <p>Images that no other step changed get, bit for bit, what {@link Normalization#apply} makes of
 * them. Labels and masks stay.
 *
 * @param normalization the mean and deviation of each channel
 */
public record NormalizationStep(Normalization normalization) implements ImageAugmentation {

  /**
   * Returns the step.
   *
   * @param normalization the mean and deviation of each channel
   * @return the step
   */
  public static NormalizationStep of(Normalization normalization) {
    return new NormalizationStep(normalization);
  }

  /**
   * Normalises an image.
   *
   * @throws IllegalArgumentException if it has another number of channels
   */
  @Override
  public void transform(Track track, RandomGenerator random) {
    if (track.role() != Track.Role.VALUES) {
      return;
    }
    if (track.channels() != normalization.channels()) {
      throw new IllegalArgumentException(
          "normalization: for " + track.channels() + " channels, got " + normalization.channels());
    }
    double[] values = track.values();
    float[] unit = new float[values.length];
    for (int i = 0; i < unit.length; i++) {
      unit[i] = (float) values[i];
    }
    float[] normalized = normalization.apply(unit);
    for (int i = 0; i < unit.length; i++) {
      values[i] = normalized[i];
    }
  }
}
