package io.github.anomalydata.signal.wavelet;

import io.github.anomalydata.internal.FiniteValues;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.SignalBatches;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The continuous wavelet transform, as {@code cwt} of PyWavelets computes it.
 *
 * <p>The integral of the wavelet is tabulated at {@code 2^precision} points, read at steps of
 * {@code 1 / scale}, and convolved with the signal; the difference of neighbours times {@code
 * -√scale} is the coefficient. Beyond its ends the signal is zero. Immutable and safe for use by
 * several threads at once.
 */
public final class Cwt {
  private static final double LOW = -8;
  private static final double HIGH = 8;
  private static final int MAX_PRECISION = 20;
  private static final double MAX_SCALE = 1 << 24;

  private final ContinuousWavelet wavelet;
  private final int precision;
  private final ConvolutionMethod method;

  private Cwt(ContinuousWavelet wavelet, int precision, ConvolutionMethod method) {
    this.wavelet = wavelet;
    this.precision = precision;
    this.method = method;
  }

  /**
   * Returns the transform with a wavelet.
   *
   * <p>Defaults: {@link #withPrecision precision} 12, {@link #with(ConvolutionMethod) method}
   * {@link ConvolutionMethod#DIRECT}.
   *
   * @param wavelet the wavelet
   * @return the transform
   */
  public static Cwt of(ContinuousWavelet wavelet) {
    return new Cwt(wavelet, 12, ConvolutionMethod.DIRECT);
  }

  /**
   * Returns this transform with another precision.
   *
   * @param bits the wavelet is tabulated at {@code 2^bits} points; from 4 to 20
   * @return the new transform
   * @throws IllegalArgumentException if not from 4 to 20
   */
  public Cwt withPrecision(int bits) {
    if (bits < 4 || bits > MAX_PRECISION) {
      throw new IllegalArgumentException("precision: in 4.." + MAX_PRECISION + ", got " + bits);
    }
    return new Cwt(wavelet, bits, method);
  }

  /**
   * Returns this transform with another way to convolve.
   *
   * @param convolution the way
   * @return the new transform
   */
  public Cwt with(ConvolutionMethod convolution) {
    return new Cwt(wavelet, precision, convolution);
  }

  /**
   * Transforms one signal.
   *
   * @param signal the signal
   * @param scales the scales, in samples
   * @return the coefficients {@code [scale][time]}, one row behind the other
   * @throws IllegalArgumentException as {@link #transform(double[], int, double[])} does
   */
  public double[] transform(double[] signal, double[] scales) {
    return transform(signal, 1, scales);
  }

  /**
   * Transforms a batch.
   *
   * @param signals the signals, one behind the other
   * @param rows the number of signals
   * @param scales the scales, in samples
   * @return the coefficients {@code [scale][row][time]}, as PyWavelets orders them
   * @throws IllegalArgumentException if there are no rows, or not as many of one length, a value is
   *     not finite, there are no scales, or one is not above 0, above 2^24, or so small that it has
   *     no two points of the wavelet
   */
  public double[] transform(double[] signals, int rows, double[] scales) {
    int length = Batch.length(signals, rows);
    if (scales.length == 0) {
      throw new IllegalArgumentException("scales: at least one, got none");
    }
    double[][] kernels = kernels(scales);
    for (int row = 0; row < rows; row++) {
      FiniteValues.require("signals", signals, row * length, length, row);
    }
    double[] coefficients = Batch.allocate(scales.length, signals.length);
    if (method == ConvolutionMethod.FFT) {
      new KernelConvolution(signals, rows, kernels).writeTo(coefficients);
      return coefficients;
    }
    for (int i = 0; i < scales.length; i++) {
      for (int row = 0; row < rows; row++) {
        convolve(signals, row * length, length, kernels[i], coefficients, i * signals.length);
      }
    }
    return coefficients;
  }

  private double[][] kernels(double[] scales) {
    double[] points = points();
    double[] integral = integral(points);
    double[][] kernels = new double[scales.length][];
    for (int i = 0; i < scales.length; i++) {
      kernels[i] = kernel(requireScale(scales[i]), points, integral);
    }
    return kernels;
  }

  private static double requireScale(double scale) {
    if (!(scale <= MAX_SCALE)) {
      throw new IllegalArgumentException("scale: above 0, at most 2^24, got " + scale);
    }
    return Require.positive("scale", scale);
  }

  /** The points of the table, rounded as the reference does: its steps decide what is read. */
  private double[] points() {
    double[] points = new double[1 << precision];
    double step = (HIGH - LOW) / (points.length - 1);
    for (int i = 0; i < points.length; i++) {
      points[i] = i * step + LOW;
    }
    points[points.length - 1] = HIGH;
    return points;
  }

  private double[] integral(double[] points) {
    double step = points[1] - points[0];
    double[] integral = new double[points.length];
    double sum = 0;
    for (int i = 0; i < points.length; i++) {
      sum += wavelet.value(points[i]);
      integral[i] = sum * step;
    }
    return integral;
  }

  /** The differences of the integral at the steps of a scale, reversed, times {@code -√scale}. */
  private static double[] kernel(double scale, double[] points, double[] integral) {
    double step = points[1] - points[0];
    int count = (int) Math.ceil(scale * (HIGH - LOW) + 1);
    double[] taken = new double[count];
    int size = 0;
    for (int i = 0; i < count; i++) {
      int at = (int) (i / (scale * step));
      if (at < integral.length) {
        taken[size++] = integral[at];
      }
    }
    if (size < 2) {
      throw new IllegalArgumentException(
          "scale: large enough for two points of the wavelet, got " + scale);
    }
    // The difference of a convolution is the convolution with the difference. The integral does not
    // start and end at exactly 0, which the first and the last value keep.
    double[] kernel = new double[size + 1];
    double factor = -Math.sqrt(scale);
    for (int i = 0; i <= size; i++) {
      double after = i == size ? 0 : taken[size - 1 - i];
      double before = i == 0 ? 0 : taken[size - i];
      kernel[i] = factor * (after - before);
    }
    return kernel;
  }

  private static void convolve(
      double[] x, int start, int n, double[] kernel, double[] sum, int offset) {
    // The middle of the full convolution.
    int shift = (kernel.length - 1) / 2;
    for (int k = 0; k < kernel.length; k++) {
      double factor = kernel[k];
      int from = Math.max(0, k - shift);
      int to = Math.min(n, n + k - shift);
      int source = start + shift - k;
      for (int t = from; t < to; t++) {
        sum[offset + start + t] += factor * x[source + t];
      }
    }
  }

  /**
   * Transforms over the last axis.
   *
   * @param signals the signals {@code […, time]}
   * @param scales the scales, in samples
   * @return the coefficients {@code [scale, …, time]}
   * @throws IllegalArgumentException if the array is empty, a scalar, or not of a real type, or as
   *     {@link #transform(double[], int, double[])} does
   */
  public INDArray transform(INDArray signals, double[] scales) {
    int rows = SignalBatches.requireRows("signals", signals, -1);
    double[] coefficients = transform(SignalBatches.doubles(signals), rows, scales);
    long[] shape = new long[signals.rank() + 1];
    shape[0] = scales.length;
    System.arraycopy(signals.shape(), 0, shape, 1, signals.rank());
    return SignalBatches.like(signals, coefficients, shape);
  }
}
