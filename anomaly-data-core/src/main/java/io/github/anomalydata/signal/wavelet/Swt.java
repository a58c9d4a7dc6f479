package io.github.anomalydata.signal.wavelet;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The stationary wavelet transform, as {@code swt} and {@code iswt} of PyWavelets compute it: no
 * sample is dropped, so that a shift of the signal shifts the coefficients.
 *
 * <p>The signal is taken as periodic, and level {@code j} has filters with {@code s = 2^(j-1)}
 * between their taps ("à trous"):
 *
 * <pre>
 * cA_j[t] = Σ_k decLow[k] cA_j-1[t + (filterLength / 2 - k) s]
 * </pre>
 *
 * <p>The length has to be a multiple of {@code 2^level}. Immutable and safe for use by several
 * threads at once.
 */
public final class Swt {
  private final Wavelet wavelet;
  private final boolean normalized;

  private Swt(Wavelet wavelet, boolean normalized) {
    this.wavelet = wavelet;
    this.normalized = normalized;
  }

  /**
   * Returns the transform with a wavelet.
   *
   * <p>Default: not {@link #withNormalization normalized}.
   *
   * @param wavelet the wavelet
   * @return the transform
   */
  public static Swt of(Wavelet wavelet) {
    return new Swt(wavelet, false);
  }

  /**
   * Returns this transform with its filters over the root of 2, so that with an orthogonal wavelet
   * the {@link StationaryBands#trimmed} bands have the energy of the signal.
   *
   * @return the new transform
   */
  public Swt withNormalization() {
    return new Swt(wavelet, true);
  }

  /**
   * Returns the maximum level for a length: how often 2 divides it.
   *
   * @param length the length of a signal, at least 1
   * @return the maximum level, at least 0
   * @throws IllegalArgumentException if the length is below 1
   */
  public static int maximumLevel(int length) {
    if (length < 1) {
      throw new IllegalArgumentException("length: at least 1, got " + length);
    }
    return Integer.numberOfTrailingZeros(length);
  }

  static void requireLevel(int level, int length) {
    int maximum = maximumLevel(length);
    if (level < 1 || level > maximum) {
      throw new IllegalArgumentException(
          "level: from 1 to the maximum of "
              + maximum
              + " for length "
              + length
              + ", which must be a multiple of 2^level, got "
              + level);
    }
  }

  /**
   * Transforms one signal.
   *
   * @param signal the signal
   * @param level the number of levels
   * @return the coefficients
   * @throws IllegalArgumentException if the signal is empty, or the level not from 1 to {@link
   *     #maximumLevel}
   */
  public StationaryBands decompose(double[] signal, int level) {
    return decompose(signal, 1, level);
  }

  /**
   * Transforms a batch.
   *
   * @param signals the signals, one behind the other
   * @param rows the number of signals
   * @param level the number of levels
   * @return the coefficients
   * @throws IllegalArgumentException if there are no rows, or not as many of one length, or the
   *     level is not from 1 to {@link #maximumLevel}
   */
  public StationaryBands decompose(double[] signals, int rows, int level) {
    int length = Batch.length(signals, rows);
    requireLevel(level, length);
    double[] low = scaled(wavelet.decompositionLowPass(), normalized ? Math.sqrt(0.5) : 1);
    double[] high = scaled(wavelet.decompositionHighPass(), normalized ? Math.sqrt(0.5) : 1);
    List<double[]> approximations = new ArrayList<>();
    List<double[]> details = new ArrayList<>();
    double[] input = signals;
    for (int done = 0; done < level; done++) {
      double[] approximation = new double[signals.length];
      double[] detail = new double[signals.length];
      int step = 1 << done;
      for (int row = 0; row < rows; row++) {
        for (int k = 0; k < low.length; k++) {
          long shift = (long) (low.length / 2 - k) * step;
          addShifted(input, row * length, length, shift, low[k], approximation);
          addShifted(input, row * length, length, shift, high[k], detail);
        }
      }
      approximations.add(approximation);
      details.add(detail);
      input = approximation;
    }
    return new StationaryBands(rows, approximations, details);
  }

  /**
   * Takes coefficients back to the signals: the mean of the inverses of all shifts.
   *
   * @param bands the coefficients, of which only the last approximation counts
   * @return the signals, one behind the other
   */
  public double[] reconstruct(StationaryBands bands) {
    int rows = bands.rows();
    double factor = normalized ? Math.sqrt(0.5) : 0.5;
    double[] low = scaled(wavelet.reconstructionLowPass(), factor);
    double[] high = scaled(wavelet.reconstructionHighPass(), factor);
    double[] signals = bands.approximations().get(bands.level() - 1);
    int length = signals.length / rows;
    for (int level = bands.level(); level > 0; level--) {
      double[] detail = bands.details().get(level - 1);
      double[] joined = new double[signals.length];
      int step = 1 << (level - 1);
      for (int row = 0; row < rows; row++) {
        for (int k = 0; k < low.length; k++) {
          long shift = (long) (low.length / 2 - 1 - k) * step;
          addShifted(signals, row * length, length, shift, low[k], joined);
          addShifted(detail, row * length, length, shift, high[k], joined);
        }
      }
      signals = joined;
    }
    return signals;
  }

  /**
   * Transforms over the last axis.
   *
   * @param signals the signals {@code […, time]}
   * @param level the number of levels
   * @return the bands {@code [cA_n, cD_n, …, cD_1]}, each of the shape and type of the signals
   * @throws IllegalArgumentException if the array is empty, a scalar, or not of a real type, or the
   *     level is not from 1 to {@link #maximumLevel}
   */
  public List<INDArray> decompose(INDArray signals, int level) {
    double[] values = SignalArrays.values(signals);
    List<INDArray> arrays = new ArrayList<>();
    for (double[] band : decompose(values, SignalArrays.rows(signals), level).trimmed()) {
      arrays.add(SignalArrays.like(signals, band));
    }
    return arrays;
  }

  private static double[] scaled(double[] filter, double factor) {
    for (int k = 0; k < filter.length; k++) {
      filter[k] *= factor;
    }
    return filter;
  }

  /** Adds a multiple of the row, turned left by the shift. */
  private static void addShifted(
      double[] x, int start, int n, long shift, double factor, double[] sum) {
    int turn = Math.floorMod(shift, n);
    for (int t = start; t < start + n - turn; t++) {
      sum[t] += factor * x[t + turn];
    }
    for (int t = start + n - turn; t < start + n; t++) {
      sum[t] += factor * x[t + turn - n];
    }
  }
}
