package io.github.anomalydata.audio.augment;

import io.github.anomalydata.augment.AugmentationTypes;

/** The names that augmentations of sound have in JSON files. */
public final class AudioAugmentations {
  private static final AugmentationTypes TYPES =
      AugmentationTypes.ofSeries()
          .with("gain", Gain.class)
          .with("spec-augment", SpecAugment.class)
          .with("time-shift", TimeShift.class)
          .with("time-stretch", TimeStretch.class)
          .with("pitch-shift", PitchShift.class);

  private AudioAugmentations() {}

  /**
   * Returns the augmentations of series and those of sound, all but {@link BackgroundMix}: what
   * saves and loads compositions of both.
   *
   * @return the types
   */
  public static AugmentationTypes types() {
    return TYPES;
  }
}
