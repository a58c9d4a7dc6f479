package io.github.anomalydata.augment;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.json.JsonDocument;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The augmentations and other steps a JSON file may hold, by the names they have in it. Immutable.
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
              Map.entry("cut-mix", CutMix.class),
              Map.entry("drift-injection", DriftInjection.class),
              Map.entry("frequency-mask", FrequencyMask.class),
              Map.entry("gaussian-noise", GaussianNoise.class),
              Map.entry("magnitude-warp", MagnitudeWarp.class),
              Map.entry("mixup", Mixup.class),
              Map.entry("one-of", OneOf.class),
              Map.entry("permutation", Permutation.class),
              Map.entry("plan", AugmentationPlan.class),
              Map.entry("scaling", Scaling.class),
              Map.entry("sequence", Sequence.class),
              Map.entry("sign-flip", SignFlip.class),
              Map.entry("smote", Smote.class),
              Map.entry("some-of", SomeOf.class),
              Map.entry("sometimes", Sometimes.class),
              Map.entry("spike-injection", SpikeInjection.class),
              Map.entry("time-mask", TimeMask.class),
              Map.entry("time-warp", TimeWarp.class),
              Map.entry("window-slice", WindowSlice.class),
              Map.entry("window-warp", WindowWarp.class)));

  private final Map<String, Class<? extends AugmentationStep>> types;
  private final JsonDocument<AugmentationStep> document;

  private AugmentationTypes(Map<String, Class<? extends AugmentationStep>> types) {
    this.types = types;
    this.document =
        JsonDocument.of("anomaly-data/augmentation", 1, AugmentationStep.class).withTypes(types);
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
  public AugmentationTypes with(String name, Class<? extends AugmentationStep> type) {
    Map<String, Class<? extends AugmentationStep>> more = new TreeMap<>(types);
    if (name.isBlank() || more.put(name, type) != null) {
      throw new IllegalArgumentException(
          "name: one that is not blank and not of another type, got '" + name + "'");
    }
    return new AugmentationTypes(more);
  }

  /**
   * Returns these types and those of others, such as the ones of another module.
   *
   * @param more the other types; what both know, they know as the same
   * @return the types
   * @throws IllegalArgumentException if a name is that of two types
   */
  public AugmentationTypes with(AugmentationTypes more) {
    Map<String, Class<? extends AugmentationStep>> both = new TreeMap<>(types);
    more.types.forEach(
        (name, type) -> {
          Class<? extends AugmentationStep> known = both.put(name, type);
          if (known != null && known != type) {
            throw new IllegalArgumentException(
                "more: names of one type each, got '" + name + "' of " + known + " and " + type);
          }
        });
    return new AugmentationTypes(both);
  }

  /**
   * Saves an augmentation, another step or a plan as JSON.
   *
   * @param step what is saved
   * @param file the file, replaced if it exists
   * @throws IllegalArgumentException if it is, or is composed of, one that is not of these types:
   *     nobody could load it
   * @throws IOException if the file cannot be written
   */
  public void save(AugmentationStep step, Path file) throws IOException {
    try {
      document.copy(step);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "augmentation: one that can be loaded, got " + step + ": " + e.getMessage(), e);
    }
    document.write(file, step);
  }

  /**
   * Loads an augmentation that was saved.
   *
   * @param file the file
   * @return the augmentation
   * @throws DataFileException if the file is not an augmentation of this version, such as a mixture
   *     of samples, holds anything that is not known, or an option breaks its rule
   * @throws IOException if the file cannot be read
   */
  public Augmentation load(Path file) throws IOException {
    AugmentationStep step = document.read(file);
    if (step instanceof Augmentation augmentation) {
      return augmentation;
    }
    throw new DataFileException(
        file, "content", "an augmentation of each sample by itself", step.toString());
  }

  /**
   * Loads a plan that was saved, or the plan of a single step.
   *
   * @param file the file
   * @return the plan
   * @throws DataFileException if the file is not a plan or a step of this version, holds anything
   *     that is not known, or an option breaks its rule
   * @throws IOException if the file cannot be read
   */
  public AugmentationPlan loadPlan(Path file) throws IOException {
    return AugmentationPlan.of(document.read(file));
  }
}
