package io.github.anomalydata.signal;

import io.github.anomalydata.internal.Require;
import org.jtransforms.fft.DoubleFFT_1D;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The discrete Fourier transform of real signals of one length n, which may be any, primes
 * included.
 *
 * <p>{@code X[k] = sum over i of x[i] exp(-2 pi j i k / n)} for the {@code n/2 + 1} frequencies k
 * from 0 to n/2 (rounded down); the others are their conjugates. The numbers are those of {@code
 * numpy.fft.rfft} and {@code irfft}. Complex numbers are pairs of real and imaginary part.
 *
 * <p>Cost: O(n log n) for every n. Arrays hold one or more signals, one after the other.
 *
 * @see <a
 *     href="https://numpy.org/doc/stable/reference/generated/numpy.fft.rfft.html">numpy.fft.rfft
 *     </a>
 */
public final class RealFft {
  private final int length;

  private final SignalTransform forward = transform(2, this::forward);
  private final SignalTransform amplitude = transform(1, this::amplitude);
  private final SignalTransform power = transform(1, this::power);
  private final SignalTransform inverse = new Inverse();

  private RealFft(int length) {
    this.length = length;
  }

  /**
   * Returns the transform of signals of a length.
   *
   * @param length the number of samples of a signal, 1 to 2^28
   * @return the transform
   * @throws IllegalArgumentException if the length is out of range
   */
  public static RealFft of(int length) {
    return new RealFft(FftPlans.requireLength(length, "length"));
  }

  /**
   * Returns the number of samples of a signal.
   *
   * @return the length n
   */
  public int length() {
    return length;
  }

  /**
   * Returns the number of frequencies of the one-sided spectrum.
   *
   * @return n/2 + 1, rounded down
   */
  public int bins() {
    return length / 2 + 1;
  }

  /**
   * Returns the frequencies of the one-sided spectrum.
   *
   * @param sampleRate the number of samples per unit of time
   * @return {@code k * sampleRate / n} for each bin k
   * @throws IllegalArgumentException if the rate is not above 0 and finite
   */
  public double[] frequencies(double sampleRate) {
    Require.positive("sampleRate", sampleRate);
    double[] frequencies = new double[bins()];
    for (int k = 0; k < frequencies.length; k++) {
      frequencies[k] = k * sampleRate / length;
    }
    return frequencies;
  }

  /**
   * Returns the one-sided complex spectrum.
   *
   * @param values the signals, {@code [signals, n]}
   * @return the spectra, {@code [signals, bins, 2]}
   * @throws IllegalArgumentException if the values are no whole signals, or one is not finite
   */
  public double[] forward(double[] values) {
    return Signals.each(values, length, forward);
  }

  /**
   * Returns the one-sided complex spectrum in single precision.
   *
   * @param values the signals, {@code [signals, n]}
   * @return the spectra, {@code [signals, bins, 2]}
   * @throws IllegalArgumentException if the values are no whole signals, or one is not finite
   */
  public float[] forward(float[] values) {
    return Signals.each(values, length, forward);
  }

  /**
   * Returns the one-sided complex spectrum.
   *
   * @param values the signals, {@code [..., n]}
   * @return the spectra, {@code [..., bins, 2]}
   * @throws IllegalArgumentException if the last axis has another length, the array is empty, or a
   *     value is not finite
   */
  public INDArray forward(INDArray values) {
    return SignalArrays.each(values, forward, length);
  }

  /**
   * Returns the signals of one-sided spectra. The imaginary parts at 0 and, for even n, at the
   * Nyquist frequency are not used, as those of no real signal differ from 0.
   *
   * @param spectra the spectra, {@code [signals, bins, 2]}
   * @return the signals, {@code [signals, n]}
   * @throws IllegalArgumentException if the values are no whole spectra, or one is not finite
   */
  public double[] inverse(double[] spectra) {
    return Signals.each(spectra, 2 * bins(), inverse);
  }

  /**
   * Returns the signals of one-sided spectra in single precision.
   *
   * @param spectra the spectra, {@code [signals, bins, 2]}
   * @return the signals, {@code [signals, n]}
   * @throws IllegalArgumentException if the values are no whole spectra, or one is not finite
   */
  public float[] inverse(float[] spectra) {
    return Signals.each(spectra, 2 * bins(), inverse);
  }

  /**
   * Returns the signals of one-sided spectra.
   *
   * @param spectra the spectra, {@code [..., bins, 2]}
   * @return the signals, {@code [..., n]}
   * @throws IllegalArgumentException if the last axes have another shape, the array is empty, or a
   *     value is not finite
   */
  public INDArray inverse(INDArray spectra) {
    return SignalArrays.each(spectra, inverse, bins(), 2);
  }

  /**
   * Returns the one-sided amplitude spectrum: a sinusoid of amplitude a at the frequency of a bin
   * gives a there, a constant c gives |c| at 0.
   *
   * <p>{@code |X[k]| / n} at 0 and, for even n, at the Nyquist frequency, which have no conjugate
   * counterpart; {@code 2 |X[k]| / n} elsewhere.
   *
   * @param values the signals, {@code [signals, n]}
   * @return the amplitudes, {@code [signals, bins]}
   * @throws IllegalArgumentException if the values are no whole signals, or one is not finite
   */
  public double[] amplitude(double[] values) {
    return Signals.each(values, length, amplitude);
  }

  /**
   * Returns the one-sided {@linkplain #amplitude(double[]) amplitude spectrum} in single precision.
   *
   * @param values the signals, {@code [signals, n]}
   * @return the amplitudes, {@code [signals, bins]}
   * @throws IllegalArgumentException if the values are no whole signals, or one is not finite
   */
  public float[] amplitude(float[] values) {
    return Signals.each(values, length, amplitude);
  }

  /**
   * Returns the one-sided {@linkplain #amplitude(double[]) amplitude spectrum}.
   *
   * @param values the signals, {@code [..., n]}
   * @return the amplitudes, {@code [..., bins]}
   * @throws IllegalArgumentException if the last axis has another length, the array is empty, or a
   *     value is not finite
   */
  public INDArray amplitude(INDArray values) {
    return SignalArrays.each(values, amplitude, length);
  }

  /**
   * Returns the one-sided power spectrum, whose sum is the mean square of the signal.
   *
   * <p>{@code |X[k]|^2 / n^2} at 0 and, for even n, at the Nyquist frequency; twice that elsewhere.
   * This is {@code scipy.signal.periodogram} with {@code detrend=False, scaling='spectrum'}.
   *
   * @param values the signals, {@code [signals, n]}
   * @return the powers, {@code [signals, bins]}
   * @throws IllegalArgumentException if the values are no whole signals, or one is not finite
   */
  public double[] power(double[] values) {
    return Signals.each(values, length, power);
  }

  /**
   * Returns the one-sided {@linkplain #power(double[]) power spectrum} in single precision.
   *
   * @param values the signals, {@code [signals, n]}
   * @return the powers, {@code [signals, bins]}
   * @throws IllegalArgumentException if the values are no whole signals, or one is not finite
   */
  public float[] power(float[] values) {
    return Signals.each(values, length, power);
  }

  /**
   * Returns the one-sided {@linkplain #power(double[]) power spectrum}.
   *
   * @param values the signals, {@code [..., n]}
   * @return the powers, {@code [..., bins]}
   * @throws IllegalArgumentException if the last axis has another length, the array is empty, or a
   *     value is not finite
   */
  public INDArray power(INDArray values) {
    return SignalArrays.each(values, power, length);
  }

  /** Writes the one-sided spectrum of a signal. */
  void forward(double[] signal, double[] out, int at) {
    System.arraycopy(signal, 0, out, at, length);
    transform(out, at);
  }

  /** Turns a signal in an array into its one-sided spectrum, which takes 1 or 2 places more. */
  void transform(double[] values, int at) {
    FftPlans.of(length).realForward(values, at);
    if (length > 1) {
      // JTransforms keeps the last number of the spectrum in the place of the imaginary part at 0.
      values[at + length] = values[at + 1];
    }
    values[at + 1] = 0;
    if (length % 2 == 0) {
      values[at + length + 1] = 0;
    }
  }

  private void amplitude(double[] signal, double[] out, int at) {
    double[] spectrum = new double[2 * bins()];
    forward(signal, spectrum, 0);
    for (int k = 0; k < bins(); k++) {
      double magnitude = Signals.magnitude(spectrum[2 * k], spectrum[2 * k + 1]);
      out[at + k] = magnitude / length * multiplicity(k);
    }
  }

  private void power(double[] signal, double[] out, int at) {
    double[] spectrum = new double[2 * bins()];
    forward(signal, spectrum, 0);
    for (int k = 0; k < bins(); k++) {
      double re = spectrum[2 * k] / length;
      double im = spectrum[2 * k + 1] / length;
      out[at + k] = (re * re + im * im) * multiplicity(k);
    }
  }

  /** Returns how many frequencies of the two-sided spectrum a bin stands for. */
  int multiplicity(int bin) {
    return bin == 0 || 2 * bin == length ? 1 : 2;
  }

  private SignalTransform transform(int parts, SignalTransform.Prepared body) {
    return new SignalTransform() {
      @Override
      public int[] shape(int n) {
        return parts == 1 ? new int[] {bins()} : new int[] {bins(), parts};
      }

      @Override
      public Prepared prepare(int n) {
        return body;
      }
    };
  }

  private final class Inverse implements SignalTransform {
    @Override
    public int[] shape(int values) {
      return new int[] {length};
    }

    @Override
    public Prepared prepare(int n) {
      return this::one;
    }

    private void one(double[] spectrum, double[] out, int at) {
      DoubleFFT_1D plan = FftPlans.of(length);
      out[at] = spectrum[0];
      for (int i = 2; i < length; i++) {
        out[at + i] = spectrum[i];
      }
      if (length > 1) {
        out[at + 1] = spectrum[length];
      }
      plan.realInverse(out, at, true);
    }
  }
}
