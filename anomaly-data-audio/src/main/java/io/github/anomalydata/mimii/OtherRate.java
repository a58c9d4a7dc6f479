package io.github.anomalydata.mimii;

/** What becomes of a recording of another sample rate than the features have. */
public enum OtherRate {
  /** It is an error: resampled sound is not what a model was trained on. */
  REFUSED,
  /** It is resampled by {@link io.github.anomalydata.audio.Resampler}. */
  RESAMPLED
}
