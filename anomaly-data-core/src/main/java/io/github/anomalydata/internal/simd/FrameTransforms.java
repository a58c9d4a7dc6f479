package io.github.anomalydata.internal.simd;

/** Makes Fourier transforms of the frames of a real signal. */
public interface FrameTransforms {
  /**
   * Makes a transform, for use by one thread.
   *
   * @param weights what the samples of a frame are multiplied by; a frame is as long
   * @param length the number of samples n that a frame is filled up to with zeros
   * @param trend how many coefficients of a polynomial of least squares are taken out of a frame
   *     before it is weighted: none, 1 for its mean or 2 for a straight line
   * @return the transform
   */
  FrameTransform of(double[] weights, int length, int trend);
}
