package io.github.anomalydata.signal;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Which trend is taken out of a signal, as {@code scipy.signal.detrend} does.
 *
 * @see <a href="https://docs.scipy.org/doc/scipy/reference/generated/scipy.signal.detrend.html">
 *     scipy.signal.detrend</a>
 */
public enum Detrend {
  /** None: signals stay as they are. */
  NONE {
    @Override
    void remove(double[] signal, int length) {}
  },

  /** The mean. */
  CONSTANT {
    @Override
    void remove(double[] signal, int length) {
      double mean = mean(signal, length);
      for (int i = 0; i < length; i++) {
        signal[i] -= mean;
      }
    }
  },

  /** The straight line of least squares; for a signal of one sample, the sample. */
  LINEAR {
    @Override
    void remove(double[] signal, int length) {
      double mean = mean(signal, length);
      double middle = (length - 1) / 2.0;
      double products = 0;
      for (int i = 0; i < length; i++) {
        products += (i - middle) * (signal[i] - mean);
      }
      double squares = length * ((double) length * length - 1) / 12;
      double slope = length == 1 ? 0 : products / squares;
      for (int i = 0; i < length; i++) {
        signal[i] -= mean + slope * (i - middle);
      }
    }
  };

  private final SignalTransform transform =
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
          remove(signal, signal.length);
          System.arraycopy(signal, 0, out, at, signal.length);
        }
      };

  /** Returns how many coefficients of a polynomial the trend has. */
  int coefficients() {
    return ordinal();
  }

  /** Takes the trend out of the first samples of an array. */
  abstract void remove(double[] signal, int length);

  private static double mean(double[] signal, int length) {
    double mean = sumOfDifferences(signal, length, 0) / length;
    // The rest is 0 but for the rounding of the mean, which it corrects.
    return mean + sumOfDifferences(signal, length, mean) / length;
  }

  private static double sumOfDifferences(double[] signal, int length, double from) {
    // Four sums, which do not wait for one another.
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      a += signal[i] - from;
      b += signal[i + 1] - from;
      c += signal[i + 2] - from;
      d += signal[i + 3] - from;
    }
    for (; i < length; i++) {
      a += signal[i] - from;
    }
    return (a + b) + (c + d);
  }

  /**
   * Takes the trend out of each signal.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal
   * @return the signals without trend, {@code [signals, length]}
   * @throws IllegalArgumentException if the values are no whole signals, or one is not finite
   */
  public double[] apply(double[] values, int length) {
    return Signals.each(values, length, transform);
  }

  /**
   * Takes the trend out of each signal in single precision.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal
   * @return the signals without trend, {@code [signals, length]}
   * @throws IllegalArgumentException if the values are no whole signals, or one is not finite
   */
  public float[] apply(float[] values, int length) {
    return Signals.each(values, length, transform);
  }

  /**
   * Takes the trend out of each signal.
   *
   * @param values the signals, {@code [..., time]}
   * @return the signals without trend, of the same shape
   * @throws IllegalArgumentException if the array is empty or of rank 0, or a value is not finite
   */
  public INDArray apply(INDArray values) {
    return SignalArrays.each(values, transform, -1);
  }
}
