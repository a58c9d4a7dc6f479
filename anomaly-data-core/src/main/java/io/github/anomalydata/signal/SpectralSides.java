package io.github.anomalydata.signal;

/** Which frequencies a spectrum of real signals has. */
public enum SpectralSides {
  /**
   * Those from 0 to half the sample rate; the power at all but 0 and the Nyquist frequency is
   * doubled.
   */
  ONE,

  /** All, the negative ones after the positive ones, as {@code numpy.fft.fftfreq} orders them. */
  TWO
}
