package io.github.anomalydata.augment;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The augmentations a JSON file may hold, by the names they have in it. Immutable.
 *
 * <p>Those of this package are known. Another package adds its own, which then stand in any
 * composition: {@code AugmentationTypes.ofSeries().with("echo", Echo.class)}. A type is a record
 * whose components are its options, or a class that Jackson can write and read.
 */
public final class AugmentationTypes {
  private static final AugmentationTypes SERIES =
      new AugmentationTypes(
          Map.ofEntries(
              Map.entry("channel-dropout", ChannelDropout.class),
              Map.entry("channel-permutation", ChannelPermutation.class),
              Map.entry("drift-injection", DriftInjection.class),
              Map.entry("frequency-mask", FrequencyMask.class),
              Map.entry("gaussian-noise", GaussianNoise.class),
              Map.entry("magnitude-warp", MagnitudeWarp.class),
              Map.entry("one-of", OneOf.class),
              Map.entry("permutation", Permutation.class),
              Map.entry("scaling", Scaling.class),
              Map.entry("sequence", Sequence.class),
              Map.entry("sign-flip", SignFlip.class),
              Map.entry("some-of", SomeOf.class),
              Map.entry("sometimes", Sometimes.class),
              Map.entry("spike-injection", SpikeInjection.class),
              Map.entry("time-mask", TimeMask.class),
              Map.entry("time-warp", TimeWarp.class),
              Map.entry("window-slice", WindowSlice.class),
              Map.entry("window-warp", WindowWarp.class)));

  private final Map<String, Class<? extends Augmentation>> types;
  private final JsonDocument<Augmentation> document;

  private AugmentationTypes(Map<String, Class<? extends Augmentation>> types) {
    this.types = types;
    this.document =
        JsonDocument.of("anomaly-data/augmentation", 1, Augmentation.class).withTypes(types);
  }

  /**
   * Returns the types of this package.
   *
   * @return the types
   */
  public static AugmentationTypes ofSeries() {
    return SERIES;
  }

  /**
   * Returns these types and one more.
   *
   * @param name its name in files, such as {@code "time-warp"}
   * @param type the type
   * @return the types
   * @throws IllegalArgumentException if the name is blank, or a type has the name
   */
  public AugmentationTypes with(String name, Class<? extends Augmentation> type) {
    Map<String, Class<? extends Augmentation>> more = new TreeMap<>(types);
    if (name.isBlank() || more.put(name, type) != null) {
      throw new IllegalArgumentException(
          "name: one that is not blank and not of another type, got '" + name + "'");
    }
    return new AugmentationTypes(more);
  }

  /**
   * Saves an augmentation as JSON.
   *
   * @param augmentation the augmentation
   * @param file the file, replaced if it exists
   * @throws IllegalArgumentException if it is, or is composed of, one that is not of these types:
   *     nobody could load it
   * @throws IOException if the file cannot be written
   */
  public void save(Augmentation augmentation, Path file) throws IOException {
    try {
      document.copy(augmentation);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "augmentation: one that can be loaded, got " + augmentation + ": " + e.getMessage(), e);
    }
    document.write(file, augmentation);
  }

  /**
   * Loads an augmentation that was saved.
   *
   * @param file the file
   * @return the augmentation
   * @throws DataFileException if the file is not an augmentation of this version, holds anything
   *     that is not known, or an option breaks its rule
   * @throws IOException if the file cannot be read
   */
  public Augmentation load(Path file) throws IOException {
    return document.read(file);
  }
}
