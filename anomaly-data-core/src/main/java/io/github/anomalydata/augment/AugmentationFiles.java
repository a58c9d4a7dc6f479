package io.github.anomalydata.augment;

import io.github.anomalydata.internal.json.JsonDocument;

/** The files augmentations are saved in. */
final class AugmentationFiles {
  static final JsonDocument<Augmentation> DOCUMENT =
      JsonDocument.of("anomaly-data/augmentation", 1, Augmentation.class);

  private AugmentationFiles() {}
}
