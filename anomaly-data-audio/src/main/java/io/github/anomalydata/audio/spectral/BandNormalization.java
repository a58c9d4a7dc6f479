package io.github.anomalydata.audio.spectral;

/** How the filters of mel bands are weighted against one another. */
public enum BandNormalization {
  /**
   * Each triangle has the area 1 over frequency in Hz, so that white noise is level ({@code
   * norm='slaney'}).
   */
  SLANEY,

  /** Each triangle has the height 1 ({@code norm=None}). */
  NONE
}
