package io.github.anomalydata.audio;

import io.github.anomalydata.internal.FiniteValues;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.SignalBatches;
import io.github.anomalydata.signal.WindowFunction;
import java.math.BigInteger;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Changes the sample rate of sound with the filter and the numbers of {@code
 * scipy.signal.resample_poly}.
 *
 * <p>With {@code to / from = up / down} in lowest terms, sample m of the result is {@code sum over
 * i of x[i] h[m down - i up]}. The filter h has {@code 20 max(up, down) + 1} taps: an ideal
 * low-pass at the lower of the two Nyquist frequencies under a Kaiser window of beta 5, of gain
 * {@code up} at 0 Hz. It lets pass half of what is at that frequency, and less than 0.3 percent of
 * what is 16 percent or more above it; its phase is 0. Beyond the ends, the signal is 0. A signal
 * of n samples has {@code n up / down}, rounded up.
 *
 * <p>Cost: {@code 20 max(1, down / up)} multiplications for each sample of the result.
 *
 * @see <a
 *     href="https://docs.scipy.org/doc/scipy/reference/generated/scipy.signal.resample_poly.html">
 *     scipy.signal.resample_poly</a>
 */
public final class Resampler {
  private static final double KAISER_BETA = 5;
  private static final int ZERO_CROSSINGS = 10;
  private static final int MAX_FACTOR = 1 << 18;

  private final int from;
  private final int to;
  private final int up;
  private final int down;

  /** The taps of each of the {@code up} places that a result can have between two samples. */
  private final double[][] phases;

  private Resampler(int from, int to) {
    this.from = from;
    this.to = to;
    int divisor = BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValue();
    this.up = to / divisor;
    this.down = from / divisor;
    this.phases = phases(up, down);
  }

  /**
   * Returns the change of one rate to another.
   *
   * @param from the number of samples a second that there are
   * @param to the number of samples a second that is wanted
   * @return the resampler
   * @throws IllegalArgumentException if a rate is below 1, or the ratio in lowest terms has a
   *     number above 2^18
   */
  public static Resampler of(int from, int to) {
    Require.atLeast("from", from, 1);
    Require.atLeast("to", to, 1);
    return new Resampler(from, to);
  }

  private static double[][] phases(int up, int down) {
    int factor = Math.max(up, down);
    if (factor > MAX_FACTOR) {
      throw new IllegalArgumentException(
          "to / from: a ratio in lowest terms of numbers up to "
              + MAX_FACTOR
              + ", got "
              + up
              + " / "
              + down);
    }
    int half = factor == 1 ? 0 : ZERO_CROSSINGS * factor;
    double[] taps = WindowFunction.kaiser(KAISER_BETA).symmetric(2 * half + 1);
    double sum = 0;
    for (int i = 0; i < taps.length; i++) {
      double place = Math.PI * (i - half) / factor;
      taps[i] *= place == 0 ? 1 : Math.sin(place) / place;
      sum += taps[i];
    }
    double[][] phases = new double[up][];
    for (int p = 0; p < up; p++) {
      phases[p] = new double[(taps.length - p + up - 1) / up];
      for (int j = 0; j < phases[p].length; j++) {
        phases[p][j] = taps[p + up * j] * up / sum;
      }
    }
    return phases;
  }

  /**
   * Returns the number of samples that a signal gets.
   *
   * @param length the number of samples it has
   * @return {@code length up / down}, rounded up
   * @throws IllegalArgumentException if the length is negative, or the result is longer than an
   *     array
   */
  public int length(int length) {
    Require.atLeast("length", length, 0);
    long result = ((long) length * up + down - 1) / down;
    if (result > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "length: of which " + up + " / " + down + " times fit in an array, got " + length);
    }
    return (int) result;
  }

  /**
   * Resamples a clip.
   *
   * @param clip the clip, of the rate that there is
   * @return a clip of the rate that is wanted
   * @throws IllegalArgumentException if the clip has another rate, a sample is not finite, or the
   *     result does not fit in an array
   */
  public AudioClip apply(AudioClip clip) {
    if (clip.sampleRate() != from) {
      throw new IllegalArgumentException(
          "clip: of " + from + " Hz, got one of " + clip.sampleRate() + " Hz");
    }
    float[] resampled = clip.frames() == 0 ? new float[0] : apply(clip.shared(), clip.frames());
    return new AudioClip(resampled, clip.channels(), length(clip.frames()), to);
  }

  /**
   * Resamples each signal.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal
   * @return the signals, {@code [signals, length(length)]}
   * @throws IllegalArgumentException if the values are no whole signals, one is not finite, or the
   *     result does not fit in an array
   */
  public double[] apply(double[] values, int length) {
    int signals = signals(values.length, length);
    int size = length(length);
    double[] out = new double[total(signals, size)];
    double[] signal = new double[length];
    for (int s = 0; s < signals; s++) {
      System.arraycopy(values, s * length, signal, 0, length);
      FiniteValues.require("values", signal, 0, length, s);
      for (int m = 0; m < size; m++) {
        out[s * size + m] = sample(signal, m);
      }
    }
    return out;
  }

  /**
   * Resamples each signal in single precision.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal
   * @return the signals, {@code [signals, length(length)]}, computed in double precision and
   *     rounded once
   * @throws IllegalArgumentException if the values are no whole signals, one is not finite, or the
   *     result does not fit in an array
   */
  public float[] apply(float[] values, int length) {
    int signals = signals(values.length, length);
    int size = length(length);
    float[] out = new float[total(signals, size)];
    double[] signal = new double[length];
    for (int s = 0; s < signals; s++) {
      for (int i = 0; i < length; i++) {
        signal[i] = values[s * length + i];
      }
      FiniteValues.require("values", signal, 0, length, s);
      for (int m = 0; m < size; m++) {
        out[s * size + m] = (float) sample(signal, m);
      }
    }
    return out;
  }

  /**
   * Resamples along the last axis.
   *
   * @param values the signals, {@code [..., time]}
   * @return a new array, {@code [..., length(time)]}
   * @throws IllegalArgumentException if the array is empty, a value is not finite, or the result
   *     does not fit in an array
   */
  public INDArray apply(INDArray values) {
    SignalBatches.requireRows("values", values, -1);
    double[] resampled = apply(SignalBatches.doubles(values), (int) values.size(-1));
    return SignalBatches.like(values, resampled);
  }

  private double sample(double[] signal, int m) {
    int half = up == down ? 0 : ZERO_CROSSINGS * Math.max(up, down);
    long place = (long) m * down + half;
    double[] taps = phases[(int) (place % up)];
    long last = place / up;
    int begin = (int) Math.max(0, last - signal.length + 1);
    int end = (int) Math.min(taps.length, last + 1);
    double sum = 0;
    for (int j = begin; j < end; j++) {
      sum += taps[j] * signal[(int) last - j];
    }
    return sum;
  }

  private static int signals(int values, int length) {
    Require.atLeast("length", length, 1);
    if (values == 0 || values % length != 0) {
      throw new IllegalArgumentException(
          "values: one or more whole signals of " + length + " values, got " + values + " values");
    }
    return values / length;
  }

  private static int total(int signals, int size) {
    long total = (long) signals * size;
    if (total > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "values: a result that fits in an array, got " + total + " values; split the batch");
    }
    return (int) total;
  }

  @Override
  public String toString() {
    return "Resampler[" + from + " Hz to " + to + " Hz]";
  }
}
