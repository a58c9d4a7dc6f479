package io.github.anomalydata.signal;

import io.github.anomalydata.internal.Require;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A digital Butterworth filter, as a chain of second-order sections. Design and results are those
 * of {@code scipy.signal.butter(output='sos')}, {@code sosfilt} and {@code sosfiltfilt}.
 *
 * <p>Its gain is as flat as can be in the band that passes, and falls to {@code 1/sqrt(2)} at the
 * edges. A band filter of order n has 2n poles.
 *
 * @see <a href="https://docs.scipy.org/doc/scipy/reference/generated/scipy.signal.butter.html">
 *     scipy.signal.butter</a>
 */
public final class Butterworth {
  private static final int MAX_ORDER = 32;

  /** Which frequencies pass. */
  enum Band {
    LOW_PASS,
    HIGH_PASS,
    BAND_PASS,
    BAND_STOP
  }

  private final double[][] sections;
  private final SignalTransform forward = transform(0);
  private final SignalTransform zeroPhase;

  private Butterworth(double[][] sections) {
    this.sections = sections;
    this.zeroPhase = transform(padding(sections));
  }

  /**
   * Returns a filter that lets frequencies below an edge pass.
   *
   * @param order the order, 1 to 32
   * @param cutoff the edge, above 0 and below half the sample rate
   * @param sampleRate the number of samples per unit of time, of which the edges are frequencies
   * @return the filter
   * @throws IllegalArgumentException if the order, an edge or the rate is out of range
   */
  public static Butterworth lowPass(int order, double cutoff, double sampleRate) {
    return of(Band.LOW_PASS, order, sampleRate, cutoff);
  }

  /**
   * Returns a filter that lets frequencies above an edge pass.
   *
   * @param order the order, 1 to 32
   * @param cutoff the edge, above 0 and below half the sample rate
   * @param sampleRate the number of samples per unit of time, of which the edges are frequencies
   * @return the filter
   * @throws IllegalArgumentException if the order, an edge or the rate is out of range
   */
  public static Butterworth highPass(int order, double cutoff, double sampleRate) {
    return of(Band.HIGH_PASS, order, sampleRate, cutoff);
  }

  /**
   * Returns a filter that lets frequencies between two edges pass.
   *
   * @param order the order, 1 to 32
   * @param low the lower edge, above 0
   * @param high the upper edge, above the lower and below half the sample rate
   * @param sampleRate the number of samples per unit of time, of which the edges are frequencies
   * @return the filter
   * @throws IllegalArgumentException if the order, an edge or the rate is out of range
   */
  public static Butterworth bandPass(int order, double low, double high, double sampleRate) {
    return of(Band.BAND_PASS, order, sampleRate, low, high);
  }

  /**
   * Returns a filter that stops frequencies between two edges.
   *
   * @param order the order, 1 to 32
   * @param low the lower edge, above 0
   * @param high the upper edge, above the lower and below half the sample rate
   * @param sampleRate the number of samples per unit of time, of which the edges are frequencies
   * @return the filter
   * @throws IllegalArgumentException if the order, an edge or the rate is out of range
   */
  public static Butterworth bandStop(int order, double low, double high, double sampleRate) {
    return of(Band.BAND_STOP, order, sampleRate, low, high);
  }

  private static Butterworth of(Band band, int order, double sampleRate, double... edges) {
    if (order < 1 || order > MAX_ORDER) {
      throw new IllegalArgumentException("order: 1 to " + MAX_ORDER + ", got " + order);
    }
    Require.positive("sampleRate", sampleRate);
    double[] fractions = new double[edges.length];
    for (int i = 0; i < edges.length; i++) {
      fractions[i] = edges[i] / sampleRate;
      if (!(fractions[i] > 0 && fractions[i] < 0.5)) {
        throw new IllegalArgumentException(
            "frequencies of the edges: above 0 and below half the sample rate of "
                + sampleRate
                + ", got "
                + edges[i]);
      }
    }
    if (fractions.length == 2 && !(fractions[0] < fractions[1])) {
      throw new IllegalArgumentException(
          "low, high: low < high, got " + edges[0] + " and " + edges[1]);
    }
    return new Butterworth(FilterDesign.sections(band, order, fractions));
  }

  /**
   * Returns the sections in the order in which they are applied, each with the coefficients b0, b1,
   * b2, 1, a1, a2 of {@code (b0 + b1/z + b2/z^2) / (1 + a1/z + a2/z^2)}.
   *
   * @return a copy, {@code [sections, 6]}
   */
  public double[][] sections() {
    return Arrays.stream(sections).map(double[]::clone).toArray(double[][]::new);
  }

  /**
   * Filters each signal, at rest before its first sample, the state that {@code sosfilt} begins in.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal
   * @return the filtered signals, {@code [signals, length]}
   * @throws IllegalArgumentException if the values are no whole signals, or one is not finite
   */
  public double[] filter(double[] values, int length) {
    return Signals.each(values, length, forward);
  }

  /**
   * Filters each signal, at rest before its first sample, the state that {@code sosfilt} begins in;
   * in single precision.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal
   * @return the filtered signals, {@code [signals, length]}
   * @throws IllegalArgumentException if the values are no whole signals, or one is not finite
   */
  public float[] filter(float[] values, int length) {
    return Signals.each(values, length, forward);
  }

  /**
   * Filters each signal, at rest before its first sample, the state that {@code sosfilt} begins in.
   *
   * @param values the signals, {@code [..., time]}
   * @return the filtered signals, of the same shape
   * @throws IllegalArgumentException if the array is empty, or a value is not finite
   */
  public INDArray filter(INDArray values) {
    return SignalArrays.each(values, forward, -1);
  }

  /**
   * Filters each signal forward and backward, so that nothing lags and the gain is squared.
   *
   * <p>Both ends are padded with the signal turned about its end sample, {@code 3 (2 sections + 1 -
   * k)} samples long, with k the lesser of the numbers of sections whose b2 and whose a2 is 0.
   * Signals must be longer than that.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal
   * @return the filtered signals, {@code [signals, length]}
   * @throws IllegalArgumentException if the values are no whole signals, one is not finite, or the
   *     signals are too short for the padding
   */
  public double[] filterZeroPhase(double[] values, int length) {
    return Signals.each(values, length, zeroPhase);
  }

  /**
   * Filters each signal forward and backward, so that nothing lags and the gain is squared; in
   * single precision.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal
   * @return the filtered signals, {@code [signals, length]}
   * @throws IllegalArgumentException if the values are no whole signals, one is not finite, or the
   *     signals are too short for the padding
   */
  public float[] filterZeroPhase(float[] values, int length) {
    return Signals.each(values, length, zeroPhase);
  }

  /**
   * Filters each signal forward and backward, so that nothing lags and the gain is squared.
   *
   * <p>Both ends are padded with the signal turned about its end sample, {@code 3 (2 sections + 1 -
   * k)} samples long, with k the lesser of the numbers of sections whose b2 and whose a2 is 0.
   * Signals must be longer than that.
   *
   * @param values the signals, {@code [..., time]}
   * @return the filtered signals, of the same shape
   * @throws IllegalArgumentException if the array is empty, a value is not finite, or the signals
   *     are too short for the padding
   */
  public INDArray filterZeroPhase(INDArray values) {
    return SignalArrays.each(values, zeroPhase, -1);
  }

  private static int padding(double[][] sections) {
    int zeros = 0;
    int poles = 0;
    for (double[] section : sections) {
      zeros += section[2] == 0 ? 1 : 0;
      poles += section[5] == 0 ? 1 : 0;
    }
    return 3 * (2 * sections.length + 1 - Math.min(zeros, poles));
  }

  /** Returns the filter in both directions with a padding, or forward without. */
  private SignalTransform transform(int padding) {
    return new SignalTransform() {
      @Override
      public int[] shape(int length) {
        if (length <= padding) {
          throw new IllegalArgumentException(
              "length: above " + padding + " to be padded by as many samples, got " + length);
        }
        return new int[] {length};
      }

      @Override
      public Prepared prepare(int n) {
        return this::one;
      }

      private void one(double[] signal, double[] out, int at) {
        double[] result = padding == 0 ? signal : bothWays(signal, padding);
        if (padding == 0) {
          run(signal, 0);
        }
        System.arraycopy(result, padding, out, at, signal.length);
      }
    };
  }

  private double[] bothWays(double[] signal, int padding) {
    int n = signal.length;
    double[] padded = new double[n + 2 * padding];
    System.arraycopy(signal, 0, padded, padding, n);
    for (int i = 1; i <= padding; i++) {
      padded[padding - i] = 2 * signal[0] - signal[i];
      padded[padding + n - 1 + i] = 2 * signal[n - 1] - signal[n - 1 - i];
    }
    run(padded, padded[0]);
    reverse(padded);
    run(padded, padded[0]);
    reverse(padded);
    return padded;
  }

  /** Filters in place, from the state that a signal of one value for all time leaves. */
  private void run(double[] signal, double before) {
    double input = before;
    for (double[] c : sections) {
      double output = input * (c[0] + c[1] + c[2]) / (1 + c[4] + c[5]);
      double second = c[2] * input - c[5] * output;
      double first = c[1] * input - c[4] * output + second;
      for (int i = 0; i < signal.length; i++) {
        double x = signal[i];
        double y = c[0] * x + first;
        first = c[1] * x - c[4] * y + second;
        second = c[2] * x - c[5] * y;
        signal[i] = y;
      }
      input = output;
    }
  }

  private static void reverse(double[] values) {
    for (int i = 0, j = values.length - 1; i < j; i++, j--) {
      double value = values[i];
      values[i] = values[j];
      values[j] = value;
    }
  }
}
