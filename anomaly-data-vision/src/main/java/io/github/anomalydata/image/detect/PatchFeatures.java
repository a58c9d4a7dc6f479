package io.github.anomalydata.image.detect;

import io.github.anomalydata.image.Image;

/**
 * Says what patches of an image look like: {@link FilterBank}, or {@link BackboneFeatures} of a
 * network that the user has. Shared by threads where a model is fitted with several.
 */
@FunctionalInterface
public interface PatchFeatures {
  /**
   * Describes the patches of an image.
   *
   * @param image the image
   * @return a vector for each place; grids of images of one size are alike, and all values finite
   */
  FeatureGrid of(Image image);
}
