package io.github.anomalydata.signal.wavelet;

import io.github.anomalydata.internal.FiniteValues;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.SignalBatches;
import java.util.ArrayList;
import java.util.Collections;
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
    Require.atLeast("length", length, 1);
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
   * @throws IllegalArgumentException if the signal is empty, a value is not finite, or the level
   *     not from 1 to {@link #maximumLevel}
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
   * @throws IllegalArgumentException if there are no rows, or not as many of one length, a value is
   *     not finite, or the level is not from 1 to {@link #maximumLevel}
   */
  public StationaryBands decompose(double[] signals, int rows, int level) {
    int length = Batch.length(signals, rows);
    requireLevel(level, length);
    for (int row = 0; row < rows; row++) {
      FiniteValues.require("signals", signals, row * length, length, row);
    }
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
   * @throws IllegalArgumentException if a coefficient is not finite
   */
  public double[] reconstruct(StationaryBands bands) {
    int rows = bands.rows();
    double factor = normalized ? Math.sqrt(0.5) : 0.5;
    double[] low = scaled(wavelet.reconstructionLowPass(), factor);
    double[] high = scaled(wavelet.reconstructionHighPass(), factor);
    double[] signals = bands.approximations().get(bands.level() - 1);
    int length = signals.length / rows;
    for (int row = 0; row < rows; row++) {
      FiniteValues.require("cA" + bands.level(), signals, row * length, length, row);
      for (int level = bands.level(); level > 0; level--) {
        double[] detail = bands.details().get(level - 1);
        FiniteValues.require("cD" + level, detail, row * length, length, row);
      }
    }
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
   * @return the bands {@code [cA_n, cD_n, …, cD_1]}, each of the shape of the signals
   * @throws IllegalArgumentException if the array is empty, a scalar, or not of a real type, a
   *     value is not finite, or the level is not from 1 to {@link #maximumLevel}
   */
  public List<INDArray> decompose(INDArray signals, int level) {
    int rows = SignalBatches.requireRows("signals", signals, -1);
    StationaryBands bands = decompose(SignalBatches.doubles(signals), rows, level);
    return bands.trimmed().stream().map(band -> SignalBatches.like(signals, band)).toList();
  }

  /**
   * Takes coefficients back to the signals, over the last axis.
   *
   * @param bands the bands {@code [cA_n, cD_n, …, cD_1]}, all of one shape
   * @return the signals, of the same shape; in double precision if the approximation is
   * @throws IllegalArgumentException if there are less than two bands, their shapes differ, their
   *     length is no multiple of {@code 2^level}, or a coefficient is not finite
   */
  public INDArray reconstruct(List<INDArray> bands) {
    if (bands.size() < 2) {
      throw new IllegalArgumentException(
          "bands: an approximation and at least one detail, got " + bands.size());
    }
    INDArray first = bands.get(0);
    int rows = SignalBatches.requireRows("bands", first, -1);
    List<double[]> values = SignalBatches.alike("bands", bands);
    List<double[]> details = new ArrayList<>(values.subList(1, values.size()));
    Collections.reverse(details);
    // Only the last approximation counts for the inverse.
    List<double[]> approximations = Collections.nCopies(details.size(), values.get(0));
    return SignalBatches.like(
        first, reconstruct(new StationaryBands(rows, approximations, details)));
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
