package io.github.anomalydata.feature;

/** What a feature is computed from. */
public enum FeatureGroup {
  /** The samples as they are. */
  STATISTICAL,

  /** The spectrum. */
  FREQUENCY,

  /** The coefficients of a wavelet transform. */
  WAVELET
}
