package io.github.anomalydata.audio.spectral;

import io.github.anomalydata.internal.Require;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Mel-frequency cepstral coefficients of log-mel spectrograms, with the numbers of {@code
 * librosa.feature.mfcc(S=...)}: the first coefficients of the orthonormal cosine transform of type
 * II over the bands, and a lifter.
 *
 * <p>{@code c[k, t] = g[k] sum over b of S[b, t] cos(pi k (2 b + 1) / (2 bands))}, where g is
 * {@code sqrt(1 / bands)} for k = 0 and {@code sqrt(2 / bands)} for others; a lifter of length L
 * multiplies it by {@code 1 + L / 2 sin(pi (k + 1) / L)}.
 *
 * @see <a href="https://librosa.org/doc/latest/generated/librosa.feature.mfcc.html">
 *     librosa.feature.mfcc</a>
 */
public final class Mfcc {
  private static final Mfcc DEFAULT = new Mfcc(20, 0);

  private final int count;
  private final double lifter;

  private Mfcc(int count, double lifter) {
    this.count = count;
    this.lifter = lifter;
  }

  /**
   * Returns the defaults of librosa: 20 {@linkplain #withCount coefficients} and no {@linkplain
   * #withLifter lifter}.
   *
   * @return the defaults
   */
  public static Mfcc withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns another number of coefficients.
   *
   * @param coefficients the number, from 1 to the number of bands ({@code n_mfcc})
   * @return the new options
   * @throws IllegalArgumentException if the number is below 1
   */
  public Mfcc withCount(int coefficients) {
    return new Mfcc(Require.atLeast("count", coefficients, 1), lifter);
  }

  /**
   * Returns another lifter, which raises the higher coefficients.
   *
   * @param length its length, 0 for none ({@code lifter})
   * @return the new options
   * @throws IllegalArgumentException if the length is negative, infinite or NaN
   */
  public Mfcc withLifter(double length) {
    if (!(length >= 0 && length < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("lifter: finite and not negative, got " + length);
    }
    return new Mfcc(count, length);
  }

  /**
   * Returns the coefficients of each spectrogram.
   *
   * @param logMel the spectrograms in decibels, {@code [items, bands, frames]}
   * @param bands the number of bands
   * @param frames the number of frames
   * @return {@code [items, count, frames]}
   * @throws IllegalArgumentException if the values are no whole spectrograms, one is not finite, or
   *     there are fewer bands than coefficients
   */
  public double[] apply(double[] logMel, int bands, int frames) {
    return map(bands, frames).apply(logMel);
  }

  /**
   * Returns the coefficients of each spectrogram in single precision.
   *
   * @param logMel the spectrograms in decibels, {@code [items, bands, frames]}
   * @param bands the number of bands
   * @param frames the number of frames
   * @return {@code [items, count, frames]}, computed in double precision and rounded once
   * @throws IllegalArgumentException if the values are no whole spectrograms, one is not finite, or
   *     there are fewer bands than coefficients
   */
  public float[] apply(float[] logMel, int bands, int frames) {
    return map(bands, frames).apply(logMel);
  }

  /**
   * Returns the coefficients of each spectrogram.
   *
   * @param logMel the spectrograms in decibels, {@code [..., bands, frames]}
   * @return {@code [..., count, frames]}
   * @throws IllegalArgumentException if the array is empty, has fewer than two axes, a value is not
   *     finite, or there are fewer bands than coefficients
   */
  public INDArray apply(INDArray logMel) {
    return BatchArrays.apply(logMel, 2, item -> map(item[0], item[1]));
  }

  private BatchMap map(int bands, int frames) {
    Require.atLeast("bands", bands, count);
    Require.atLeast("frames", frames, 1);
    double[][] basis = basis(bands);
    return BatchMap.of(
        BatchMap.product(bands, frames),
        new int[] {count, frames},
        (item, out, at) -> {
          for (int k = 0; k < count; k++) {
            int row = at + k * frames;
            for (int b = 0; b < bands; b++) {
              double weight = basis[k][b];
              for (int t = 0; t < frames; t++) {
                out[row + t] += weight * item[b * frames + t];
              }
            }
          }
        });
  }

  private double[][] basis(int bands) {
    double[][] basis = new double[count][bands];
    for (int k = 0; k < count; k++) {
      double gain = Math.sqrt((k == 0 ? 1.0 : 2.0) / bands);
      if (lifter > 0) {
        gain *= 1 + lifter / 2 * Math.sin(Math.PI * (k + 1) / lifter);
      }
      for (int b = 0; b < bands; b++) {
        basis[k][b] = gain * Math.cos(Math.PI * k * (2 * b + 1) / (2.0 * bands));
      }
    }
    return basis;
  }

  /** Returns all options: what computes the same says the same. */
  @Override
  public String toString() {
    return "Mfcc[count=" + count + ", lifter=" + lifter + "]";
  }
}
