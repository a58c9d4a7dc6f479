package io.github.anomalydata.internal.simd;

/**
 * The one-sided spectra {@code X[k]}, k from 0 to n/2, of several frames of a real signal at a
 * time. A frame's numbers are the same in whichever group, and at whichever place in it, it is
 * transformed.
 */
public interface FrameTransform {
  /**
   * Returns the most frames of a group.
   *
   * @return how many are transformed at a time
   */
  int group();

  /**
   * Transforms a group of frames.
   *
   * @param signal holds all samples of the frames
   * @param start the place of the first sample of the first frame
   * @param hop the samples from a frame's first to the next one's
   * @param count the number of frames, 1 to {@link #group()}
   */
  void transform(double[] signal, int start, int hop, int count);

  /**
   * Writes the powers of the group, once after its transform: that of bin k and frame t to {@code
   * out[at + k stride + t]}.
   *
   * @param real the factor of {@code |X[k]|^2} where X is real: at 0 and, for even n, at n/2
   * @param complex the factor elsewhere
   * @param out where to write
   * @param at the place of the first power
   * @param stride the distance between the bins of a frame
   */
  void power(double real, double complex, double[] out, int at, int stride);

  /**
   * Writes the spectra of the group, once after its transform: the real part of bin k and frame t
   * to {@code out[at + k stride + 2t]}, the imaginary part, which is {@code +0.0} where X is real,
   * to the place after.
   *
   * @param factor the factor of X
   * @param out where to write
   * @param at the place of the first number
   * @param stride the distance between the bins of a frame
   */
  void pairs(double factor, double[] out, int at, int stride);
}
