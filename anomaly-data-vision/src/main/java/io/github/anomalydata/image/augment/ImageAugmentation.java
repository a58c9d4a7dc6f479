package io.github.anomalydata.image.augment;

import io.github.anomalydata.augment.Augmentation;

/**
 * An augmentation of images: arrays {@code [channels, height, width]} of a sample are changed, all
 * others stay as they are.
 */
public interface ImageAugmentation extends Augmentation {

  /**
   * Tells whether arrays of a rank are changed.
   *
   * @param rank the number of dimensions of an array of one sample
   * @return true for 3
   */
  @Override
  default boolean changes(int rank) {
    return rank == 3;
  }
}
