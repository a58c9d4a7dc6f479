package io.github.anomalydata.mimii;

import io.github.anomalydata.data.Field;
import java.util.List;

/** What a model is to predict of a recording. */
public enum ClipTarget {
  /** Nothing: batches have no labels. */
  NONE,
  /** What went in, as an autoencoder does: a field of the shape of the features. */
  FEATURES,
  /** Whether the machine has a fault: a field {@code [1]}, 1 if it has and 0 if not. */
  ANOMALY,
  /** The same, one-hot: a field {@code [2]} of the classes normal and abnormal. */
  CLASS;

  /** Returns the field that holds the target, or none. */
  List<Field> fields(Field features) {
    return switch (this) {
      case NONE -> List.of();
      case FEATURES -> List.of(new Field("target", features.shape(), List.of(), List.of()));
      case ANOMALY -> List.of(Field.of("anomaly", 1));
      case CLASS -> List.of(Field.oneHot("label", List.of("normal", "abnormal")));
    };
  }

  /** Refuses recordings that nothing is known of, if it has to be known. */
  void require(Recordings recordings) {
    int unlabelled = recordings.count(Label.UNLABELLED);
    if (unlabelled > 0 && (this == ANOMALY || this == CLASS)) {
      throw new IllegalArgumentException(
          "target: NONE or FEATURES for recordings without a label, got "
              + this
              + " for "
              + unlabelled
              + " of them");
    }
  }

  /**
   * Writes the target of a sample.
   *
   * @param label the label of its recording
   * @param features an array with its features
   * @param at where they begin
   * @param length how many they are
   * @param to where to write; the target is written to its row
   * @param row the row
   */
  void write(Label label, float[] features, int at, int length, float[] to, int row) {
    float abnormal = label == Label.ABNORMAL ? 1 : 0;
    switch (this) {
      case NONE -> {}
      case FEATURES -> System.arraycopy(features, at, to, row * length, length);
      case ANOMALY -> to[row] = abnormal;
      case CLASS -> {
        to[2 * row] = 1 - abnormal;
        to[2 * row + 1] = abnormal;
      }
    }
  }
}
