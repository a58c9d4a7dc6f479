package io.github.anomalydata.augment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import io.github.anomalydata.internal.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The files augmentations are saved in. */
final class AugmentationFiles {
  private static final JsonDocument<Augmentation> DOCUMENT =
      JsonDocument.of("anomaly-data/augmentation", 1, Augmentation.class);

  private AugmentationFiles() {}

  static void write(Path file, Augmentation augmentation) throws IOException {
    requireKnown(augmentation);
    DOCUMENT.write(file, augmentation);
  }

  static Augmentation read(Path file) throws IOException {
    return DOCUMENT.read(file);
  }

  private static void requireKnown(Augmentation augmentation) {
    JsonSubTypes known = Augmentation.class.getAnnotation(JsonSubTypes.class);
    if (Arrays.stream(known.value()).noneMatch(type -> type.value() == augmentation.getClass())) {
      throw new IllegalArgumentException(
          "augmentation: one that can be loaded, got " + augmentation.getClass().getName());
    }
    parts(augmentation).forEach(AugmentationFiles::requireKnown);
  }

  private static List<Augmentation> parts(Augmentation augmentation) {
    if (augmentation instanceof Sequence sequence) {
      return sequence.augmentations();
    }
    if (augmentation instanceof OneOf oneOf) {
      return oneOf.augmentations();
    }
    if (augmentation instanceof SomeOf someOf) {
      return someOf.augmentations();
    }
    return augmentation instanceof Sometimes sometimes
        ? List.of(sometimes.augmentation())
        : List.of();
  }
}
