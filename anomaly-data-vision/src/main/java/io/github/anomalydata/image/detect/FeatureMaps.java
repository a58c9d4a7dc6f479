package io.github.anomalydata.image.detect;

import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a trained network sees at each place of images: a backbone, whichever library runs it.
 * {@link NetworkLayers} has those of Deeplearning4j; {@link BackboneFeatures} makes features of
 * patches of them.
 */
@FunctionalInterface
public interface FeatureMaps {
  /**
   * Returns feature maps of a batch of images.
   *
   * @param images the images as the network takes them in, {@code [batch, channels, height,
   *     width]}, floats
   * @return one map or more, {@code [batch, features, rows, columns]}; of any sizes, but the same
   *     for images of one size
   */
  List<INDArray> of(INDArray images);
}
