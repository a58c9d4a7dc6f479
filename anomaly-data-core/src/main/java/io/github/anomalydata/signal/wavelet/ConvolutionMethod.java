package io.github.anomalydata.signal.wavelet;

/** How {@link Cwt} convolves: by value the same but for rounding. */
public enum ConvolutionMethod {
  /**
   * Sums of products, {@code method='conv'} of PyWavelets: {@code 16 · scale · length} products for
   * a scale, each coefficient exact to its own size.
   */
  DIRECT,

  /**
   * By Fourier transforms, {@code method='fft'} of PyWavelets: about {@code length · log(length)}
   * for any scale, each coefficient exact to the size of the largest.
   */
  FFT
}
