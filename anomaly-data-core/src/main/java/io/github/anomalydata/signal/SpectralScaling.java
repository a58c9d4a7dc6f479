package io.github.anomalydata.signal;

/** The unit of a power spectrum; V stands for the unit of the signal. */
public enum SpectralScaling {
  /** Power per frequency, V^2/Hz: {@code |X|^2 / (sampleRate * sum of w^2)}. */
  DENSITY,

  /** Power, V^2: {@code |X|^2 / (sum of w)^2}. */
  SPECTRUM
}
