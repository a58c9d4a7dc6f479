package io.github.anomalydata.audio.spectral;

import io.github.anomalydata.internal.Require;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Per-channel energy normalization: a level for each band that follows its loudness, with the
 * parameters, defaults and numbers of {@code librosa.pcen}.
 *
 * <p>{@code P[b, t] = (S[b, t] / (eps + M[b, t])^gain + bias)^power - bias^power}, where M is S
 * smoothed over time by {@code M[b, t] = (1 - c) M[b, t-1] + c S[b, t]}, which begins at 1. The
 * coefficient c comes from the time constant: {@code (sqrt(1 + 4 n^2) - 1) / (2 n^2)}, where n is
 * that number of frames. A bias of 0 gives {@code (S / (eps + M)^gain)^power}, a power of 0 {@code
 * ln(1 + S / (eps + M)^gain)}.
 *
 * <p>The defaults are for integers of 16 bits: multiply a mel spectrogram of magnitudes of samples
 * in [-1, 1] by 2^31.
 *
 * @see <a href="https://librosa.org/doc/latest/generated/librosa.pcen.html">librosa.pcen</a>
 * @see <a href="https://arxiv.org/abs/1607.05666">Y. Wang et al., "Trainable frontend for robust
 *     and far-field keyword spotting", 2016</a>
 */
public final class Pcen {
  private static final Pcen DEFAULT = new Pcen(22_050, 512, 0.98, 2, 0.5, 0.4, 1e-6);

  private final double sampleRate;
  private final int hopLength;
  private final double gain;
  private final double bias;
  private final double power;
  private final double timeConstant;
  private final double epsilon;

  private Pcen(
      double sampleRate,
      int hopLength,
      double gain,
      double bias,
      double power,
      double timeConstant,
      double epsilon) {
    this.sampleRate = sampleRate;
    this.hopLength = hopLength;
    this.gain = gain;
    this.bias = bias;
    this.power = power;
    this.timeConstant = timeConstant;
    this.epsilon = epsilon;
  }

  /**
   * Returns the defaults of librosa: {@linkplain #withSampleRate sample rate} 22,050 Hz,
   * {@linkplain #withHopLength hop length} 512, {@linkplain #withGain gain} 0.98, {@linkplain
   * #withBias bias} 2, {@linkplain #withPower power} 0.5, {@linkplain #withTimeConstant time
   * constant} 0.4 s, {@linkplain #withEpsilon epsilon} 1e-6.
   *
   * @return the defaults
   */
  public static Pcen withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns these options for another sample rate.
   *
   * @param hertz the number of samples a second ({@code sr})
   * @return the new options
   * @throws IllegalArgumentException if the rate is not above 0 and finite
   */
  public Pcen withSampleRate(double hertz) {
    Require.positive("sampleRate", hertz);
    return new Pcen(hertz, hopLength, gain, bias, power, timeConstant, epsilon);
  }

  /**
   * Returns these options for another distance of frames.
   *
   * @param samples the number of samples, at least 1 ({@code hop_length})
   * @return the new options
   * @throws IllegalArgumentException if the distance is below 1
   */
  public Pcen withHopLength(int samples) {
    Require.atLeast("hopLength", samples, 1);
    return new Pcen(sampleRate, samples, gain, bias, power, timeConstant, epsilon);
  }

  /**
   * Returns these options with another gain.
   *
   * @param exponent how much of the smoothed level is divided away, not negative ({@code gain})
   * @return the new options
   * @throws IllegalArgumentException if it is negative, infinite or NaN
   */
  public Pcen withGain(double exponent) {
    requireNotNegative("gain", exponent);
    return new Pcen(sampleRate, hopLength, exponent, bias, power, timeConstant, epsilon);
  }

  /**
   * Returns these options with another bias.
   *
   * @param offset what is added before compression, not negative ({@code bias})
   * @return the new options
   * @throws IllegalArgumentException if it is negative, infinite or NaN
   */
  public Pcen withBias(double offset) {
    requireNotNegative("bias", offset);
    return new Pcen(sampleRate, hopLength, gain, offset, power, timeConstant, epsilon);
  }

  /**
   * Returns these options with another compression.
   *
   * @param exponent the exponent, not negative ({@code power})
   * @return the new options
   * @throws IllegalArgumentException if it is negative, infinite or NaN
   */
  public Pcen withPower(double exponent) {
    requireNotNegative("power", exponent);
    return new Pcen(sampleRate, hopLength, gain, bias, exponent, timeConstant, epsilon);
  }

  /**
   * Returns these options with another smoothing.
   *
   * @param seconds the time constant, above 0 and finite ({@code time_constant})
   * @return the new options
   * @throws IllegalArgumentException if it is not such
   */
  public Pcen withTimeConstant(double seconds) {
    Require.positive("timeConstant", seconds);
    return new Pcen(sampleRate, hopLength, gain, bias, power, seconds, epsilon);
  }

  /**
   * Returns these options with another least level.
   *
   * @param value what is added to the smoothed level, above 0 and finite ({@code eps})
   * @return the new options
   * @throws IllegalArgumentException if it is not such
   */
  public Pcen withEpsilon(double value) {
    Require.positive("epsilon", value);
    return new Pcen(sampleRate, hopLength, gain, bias, power, timeConstant, value);
  }

  /**
   * Returns the normalized energy of each band.
   *
   * @param values the bands, {@code [rows, frames]}
   * @param frames the number of frames
   * @return the energies, of the same shape
   * @throws IllegalArgumentException if the values are no whole rows, or one is negative or not
   *     finite
   */
  public double[] apply(double[] values, int frames) {
    return map(frames).apply(values);
  }

  /**
   * Returns the normalized energy of each band in single precision.
   *
   * @param values the bands, {@code [rows, frames]}
   * @param frames the number of frames
   * @return the energies, of the same shape, computed in double precision and rounded once
   * @throws IllegalArgumentException if the values are no whole rows, or one is negative or not
   *     finite
   */
  public float[] apply(float[] values, int frames) {
    return map(frames).apply(values);
  }

  /**
   * Returns the normalized energy along the last axis.
   *
   * @param values the bands, {@code [..., bands, frames]}
   * @return the energies, of the same shape
   * @throws IllegalArgumentException if the array is empty, or a value is negative or not finite
   */
  public INDArray apply(INDArray values) {
    return BatchArrays.apply(values, 1, item -> map(item[0]));
  }

  private BatchMap map(int frames) {
    double n = timeConstant * sampleRate / hopLength;
    double coefficient = (Math.sqrt(1 + 4 * n * n) - 1) / (2 * n * n);
    return BatchMap.of(
        frames, new int[] {frames}, (row, out, at) -> normalize(coefficient, row, out, at));
  }

  private void normalize(double coefficient, double[] row, double[] out, int at) {
    double smooth = 1;
    for (int t = 0; t < row.length; t++) {
      double energy = requireNotNegative("values", row[t]);
      smooth += coefficient * (energy - smooth);
      double ratio = energy * Math.exp(-gain * (Math.log(epsilon) + Math.log1p(smooth / epsilon)));
      out[at + t] = compress(ratio);
    }
  }

  private double compress(double ratio) {
    if (power == 0) {
      return Math.log1p(ratio);
    }
    return bias == 0
        ? Math.pow(ratio, power)
        : Math.pow(bias, power) * Math.expm1(power * Math.log1p(ratio / bias));
  }

  private static double requireNotNegative(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + ": finite and not negative, got " + value);
    }
    return value;
  }

  /** Returns all options: what computes the same says the same. */
  @Override
  public String toString() {
    return "Pcen[sampleRate="
        + sampleRate
        + ", hopLength="
        + hopLength
        + ", gain="
        + gain
        + ", bias="
        + bias
        + ", power="
        + power
        + ", timeConstant="
        + timeConstant
        + ", epsilon="
        + epsilon
        + "]";
  }
}
