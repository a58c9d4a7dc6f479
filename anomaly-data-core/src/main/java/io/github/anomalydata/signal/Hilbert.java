package io.github.anomalydata.signal;

import org.jtransforms.fft.DoubleFFT_1D;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The Hilbert transform of signals: their analytic signal and its magnitude, the envelope. The
 * numbers are those of {@code scipy.signal.hilbert}.
 *
 * <p>The analytic signal has the spectrum of the signal with the negative frequencies left out and
 * the positive ones doubled. A signal is taken as one period, so that the envelope of one that does
 * not close on itself is wrong near its ends.
 *
 * @see <a href="https://docs.scipy.org/doc/scipy/reference/generated/scipy.signal.hilbert.html">
 *     scipy.signal.hilbert</a>
 */
public final class Hilbert {
  private static final SignalTransform ANALYTIC =
      new SignalTransform() {
        @Override
        public int[] shape(int length) {
          return new int[] {length, 2};
        }

        @Override
        public Prepared prepare(int n) {
          return this::one;
        }

        private void one(double[] signal, double[] out, int at) {
          analytic(signal, out, at);
        }
      };

  private static final SignalTransform ENVELOPE =
      new SignalTransform() {
        @Override
        public int[] shape(int length) {
          return new int[] {length};
        }

        @Override
        public Prepared prepare(int n) {
          return this::one;
        }

        private void one(double[] signal, double[] out, int at) {
          double[] analytic = new double[2 * signal.length];
          analytic(signal, analytic, 0);
          for (int i = 0; i < signal.length; i++) {
            out[at + i] = Signals.magnitude(analytic[2 * i], analytic[2 * i + 1]);
          }
        }
      };

  private Hilbert() {}

  /**
   * Returns the analytic signal, real and imaginary parts in pairs, of each signal.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal, 1 to 2^28
   * @return {@code [signals, length, 2]}
   * @throws IllegalArgumentException if the values are no whole signals, or one is not finite
   */
  public static double[] analytic(double[] values, int length) {
    return Signals.each(values, length, ANALYTIC);
  }

  /**
   * Returns the analytic signal, real and imaginary parts in pairs, of each signal in single
   * precision.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal, 1 to 2^28
   * @return {@code [signals, length, 2]}
   * @throws IllegalArgumentException if the values are no whole signals, or one is not finite
   */
  public static float[] analytic(float[] values, int length) {
    return Signals.each(values, length, ANALYTIC);
  }

  /**
   * Returns the analytic signal, real and imaginary parts in pairs, of each signal.
   *
   * @param values the signals, {@code [..., length]}
   * @return {@code [..., length, 2]}
   * @throws IllegalArgumentException if the array is empty, or a value is not finite
   */
  public static INDArray analytic(INDArray values) {
    return SignalArrays.each(values, ANALYTIC, -1);
  }

  /**
   * Returns the envelope of each signal.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal, 1 to 2^28
   * @return {@code [signals, length]}
   * @throws IllegalArgumentException if the values are no whole signals, or one is not finite
   */
  public static double[] envelope(double[] values, int length) {
    return Signals.each(values, length, ENVELOPE);
  }

  /**
   * Returns the envelope of each signal in single precision.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal, 1 to 2^28
   * @return {@code [signals, length]}
   * @throws IllegalArgumentException if the values are no whole signals, or one is not finite
   */
  public static float[] envelope(float[] values, int length) {
    return Signals.each(values, length, ENVELOPE);
  }

  /**
   * Returns the envelope of each signal.
   *
   * @param values the signals, {@code [..., length]}
   * @return {@code [..., length]}
   * @throws IllegalArgumentException if the array is empty, or a value is not finite
   */
  public static INDArray envelope(INDArray values) {
    return SignalArrays.each(values, ENVELOPE, -1);
  }

  private static void analytic(double[] signal, double[] out, int at) {
    int n = signal.length;
    RealFft fft = RealFft.of(n);
    double[] spectrum = new double[2 * Math.max(n, fft.bins())];
    fft.forward(signal, spectrum, 0);
    for (int k = 1; 2 * k < n; k++) {
      spectrum[2 * k] *= 2;
      spectrum[2 * k + 1] *= 2;
    }
    DoubleFFT_1D plan = FftPlans.of(n);
    plan.complexInverse(spectrum, true);
    System.arraycopy(spectrum, 0, out, at, 2 * n);
  }
}
