package io.github.anomalydata.mimii;

/** What becomes of a recording of another sample rate than the features have. */
public enum OtherRate {
  /** It is an error: resampled sound is not what a model was trained on. */
  REFUSED,
  /**
   * It is resampled by {@link io.github.anomalydata.audio.Resampler}, if its rate is at least an
   * eighth of that of the features: less is no recording of the machine, and a header that lies
   * would have a small file fill the memory.
   */
  RESAMPLED
}
