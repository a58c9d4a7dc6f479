package io.github.anomalydata.signal.wavelet;

import io.github.anomalydata.internal.Require;

/** A real wavelet of the continuous transform, given by its formula on {@code [-8, 8]}. */
public enum ContinuousWavelet {
  /** Morlet, {@code morl} in PyWavelets: {@code exp(-t²/2) cos(5t)}. */
  MORLET(0.8125) {
    @Override
    double value(double t) {
      return Math.exp(-t * t / 2) * Math.cos(5 * t);
    }
  },
  /** Mexican hat, {@code mexh} in PyWavelets: {@code 2 / (√3 π^¼) (1 - t²) exp(-t²/2)}. */
  MEXICAN_HAT(0.25) {
    @Override
    double value(double t) {
      return 2
          / (Math.sqrt(3) * Math.sqrt(Math.sqrt(Math.PI)))
          * (1 - t * t)
          * Math.exp(-t * t / 2);
    }
  };

  private final double centralFrequency;

  ContinuousWavelet(double centralFrequency) {
    this.centralFrequency = centralFrequency;
  }

  abstract double value(double t);

  /**
   * Returns the frequency of the largest bin of the wavelet's own spectrum, as PyWavelets defines
   * it.
   *
   * @return the frequency, in cycles per unit of {@code t}
   */
  public double centralFrequency() {
    return centralFrequency;
  }

  /**
   * Returns the frequency of a scale: the central frequency over the scale.
   *
   * @param scale the scale, above 0
   * @return the frequency in cycles per sample; times the sampling rate, in Hz
   * @throws IllegalArgumentException if the scale is not above 0 and finite
   */
  public double scaleToFrequency(double scale) {
    return centralFrequency / Require.positive("scale", scale);
  }

  /**
   * Returns the scale of a frequency.
   *
   * @param frequency the frequency in cycles per sample, above 0
   * @return the scale
   * @throws IllegalArgumentException if the frequency is not above 0 and finite
   */
  public double frequencyToScale(double frequency) {
    return centralFrequency / Require.positive("frequency", frequency);
  }
}
