package io.github.anomalydata.image.detect;

import io.github.anomalydata.image.Image;

/** Finds defects: {@link PatchGaussian}, {@link Autoencoder}, or a model of the user's own. */
@FunctionalInterface
public interface DefectDetector {
  /**
   * Maps how unusual an image is.
   *
   * @param image an image of the size that the model takes in
   * @return a value for each pixel: the higher, the more unusual
   * @throws IllegalArgumentException if the image has another size
   */
  AnomalyMap map(Image image);
}
