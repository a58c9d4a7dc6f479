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
  ANOMALY_AND_MASK,
  /**
   * The field of {@link #ANOMALY} and one {@code [masks, height, width]} with each mask of an image
   * by itself, for a {@code MultiDataSetIterator}: as many as the image with most of them has, in
   * the order of their names, and zeros where an image has fewer.
   */
  ANOMALY_AND_MASKS;

  List<Field> fields(Field image, int most) {
    Field mask = mask("mask", 1, image);
    Field anomaly = Field.of("anomaly", 1);
    return switch (this) {
      case NONE -> List.of();
      case IMAGE -> List.of(new Field("target", image.shape(), List.of(), List.of()));
      case ANOMALY -> List.of(anomaly);
      case CLASS -> List.of(Field.oneHot("label", List.of(InspectionImage.GOOD, "defective")));
      case MASK -> List.of(mask);
      case ANOMALY_AND_MASK -> List.of(anomaly, mask);
      case ANOMALY_AND_MASKS -> List.of(anomaly, mask("masks", most, image));
    };
  }

  private static Field mask(String name, int masks, Field image) {
    return Field.of(name, masks, image.shape().get(1), image.shape().get(2));
  }

  boolean needsLabels() {
    return this != NONE && this != IMAGE;
  }

  boolean needsMasks() {
    return this == MASK || this == ANOMALY_AND_MASK || this == ANOMALY_AND_MASKS;
  }
}
