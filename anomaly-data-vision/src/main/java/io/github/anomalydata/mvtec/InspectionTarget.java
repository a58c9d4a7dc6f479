package io.github.anomalydata.mvtec;

import io.github.anomalydata.data.Field;
import java.util.List;

/** What a model is to predict of an image. */
public enum InspectionTarget {
  /** Nothing: batches have no labels. */
  NONE,
  /** What went in, as an autoencoder does: a field of the shape of the features. */
  IMAGE,
  /** Whether there is a defect: a field {@code [1]}, 1 if there is and 0 if not. */
  ANOMALY,
  /** The same, one-hot: a field {@code [2]} of the classes good and defective. */
  CLASS,
  /** The pixels of the defect: a field {@code [1, height, width]} of zeros and ones. */
  MASK,
  /** The fields of {@link #ANOMALY} and {@link #MASK}, for a {@code MultiDataSetIterator}. */
  ANOMALY_AND_MASK;

  List<Field> fields(Field image) {
    Field mask = Field.of("mask", 1, image.shape().get(1), image.shape().get(2));
    Field anomaly = Field.of("anomaly", 1);
    return switch (this) {
      case NONE -> List.of();
      case IMAGE -> List.of(new Field("target", image.shape(), List.of(), List.of()));
      case ANOMALY -> List.of(anomaly);
      case CLASS -> List.of(Field.oneHot("label", List.of(InspectionImage.GOOD, "defective")));
      case MASK -> List.of(mask);
      case ANOMALY_AND_MASK -> List.of(anomaly, mask);
    };
  }

  boolean needsLabels() {
    return this != NONE && this != IMAGE;
  }

  boolean needsMasks() {
    return this == MASK || this == ANOMALY_AND_MASK;
  }
}
