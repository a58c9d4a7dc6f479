package io.github.anomalydata.augment;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.anomalydata.data.Source;
import java.io.IOException;

/**
 * What a file of augmentations may hold, and a {@link AugmentationPlan} is made of: an {@link
 * Augmentation} of each sample, a mixture of two ({@link Mixup}, {@link CutMix}), or samples made
 * between others ({@link Smote}).
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public interface AugmentationStep {

  /**
   * Returns a view of a source with the step: every reading of a sample gives the same.
   *
   * @param source the source
   * @param seed the seed
   * @return the view
   * @throws IllegalArgumentException if the samples of the source do not fit
   * @throws IOException if the step reads samples and fails
   */
  Source over(Source source, long seed) throws IOException;
}
