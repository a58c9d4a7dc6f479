package io.github.anomalydata.image.augment;

import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.Mask;

/**
 * An image and the mask of its defect, which move together.
 *
 * @param image the image
 * @param mask the mask, of the same size
 */
public record ImagePair(Image image, Mask mask) {

  /**
   * Checks the values.
   *
   * @param image the image
   * @param mask the mask, of the same size
   * @throws IllegalArgumentException if the sizes differ
   */
  public ImagePair {
    if (!image.size().equals(mask.size())) {
      throw new IllegalArgumentException(
          "mask: of the size of its image, " + image.size() + ", got " + mask.size());
    }
  }
}
