package io.github.anomalydata.signal.wavelet;

import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The discrete wavelet transform of signals of any length, as {@code dwt}, {@code idwt}, {@code
 * wavedec} and {@code waverec} of PyWavelets compute it.
 *
 * <p>A level turns {@code n} samples into {@code floor((n + filterLength - 1) / 2)} coefficients of
 * approximation and as many of detail, {@code ceil(n / 2)} with {@link BoundaryMode#PERIODIZATION}:
 *
 * <pre>
 * cA[o] = Σ_k decLow[k] x[2o + 1 - k]     cD[o] = Σ_k decHigh[k] x[2o + 1 - k]
 * </pre>
 *
 * <p>with {@code x} extended beyond its ends by the {@link BoundaryMode}. The inverse gives the
 * samples back, one more of an odd number. Immutable and safe for use by several threads at once.
 */
public final class Dwt {
  private final Wavelet wavelet;
  private final BoundaryMode mode;
  private final DwtStep step;

  private Dwt(Wavelet wavelet, BoundaryMode mode) {
    this.wavelet = wavelet;
    this.mode = mode;
    this.step = new DwtStep(wavelet, mode);
  }

  /**
   * Returns the transform with a wavelet.
   *
   * <p>Default: {@link #with(BoundaryMode) boundary mode} {@link BoundaryMode#SYMMETRIC}.
   *
   * @param wavelet the wavelet
   * @return the transform
   */
  public static Dwt of(Wavelet wavelet) {
    return new Dwt(wavelet, BoundaryMode.SYMMETRIC);
  }

  /**
   * Returns this transform with another boundary mode.
   *
   * @param boundary the mode
   * @return the new transform
   */
  public Dwt with(BoundaryMode boundary) {
    return new Dwt(wavelet, boundary);
  }

  /**
   * Returns the wavelet.
   *
   * @return the wavelet
   */
  public Wavelet wavelet() {
    return wavelet;
  }

  /**
   * Returns the boundary mode.
   *
   * @return the mode
   */
  public BoundaryMode mode() {
    return mode;
  }

  int coefficients(int length) {
    return step.coefficients(length);
  }

  /**
   * Transforms by a single level, which every length has, unlike {@link #decompose(double[], int)}.
   *
   * @param signals the signals, one behind the other
   * @param rows the number of signals
   * @return approximation and detail
   * @throws IllegalArgumentException if there are no rows, or not as many of one length
   */
  public WaveletBands forward(double[] signals, int rows) {
    int length = Batch.length(signals, rows);
    double[] approximation = Batch.allocate(rows, step.coefficients(length));
    double[] detail = new double[approximation.length];
    step.forward(signals, rows, length, approximation, detail);
    return new WaveletBands(rows, List.of(approximation, detail));
  }

  /**
   * Transforms one signal by a single level.
   *
   * @param signal the signal
   * @return approximation and detail
   * @throws IllegalArgumentException if the signal is empty
   */
  public WaveletBands forward(double[] signal) {
    return forward(signal, 1);
  }

  /**
   * Transforms one signal by several levels.
   *
   * @param signal the signal
   * @param level the number of levels
   * @return the bands
   * @throws IllegalArgumentException if the signal is empty, or the level not from 0 to {@link
   *     Wavelet#maximumLevel}
   */
  public WaveletBands decompose(double[] signal, int level) {
    return decompose(signal, 1, level);
  }

  /**
   * Transforms by several levels.
   *
   * @param signals the signals, one behind the other
   * @param rows the number of signals
   * @param level the number of levels
   * @return the bands
   * @throws IllegalArgumentException if there are no rows, or not as many of one length, or the
   *     level is not from 0 to {@link Wavelet#maximumLevel}
   */
  public WaveletBands decompose(double[] signals, int rows, int level) {
    wavelet.requireLevel(level, Batch.length(signals, rows));
    double[][] bands = new double[level + 1][];
    double[] approximation = level == 0 ? signals.clone() : signals;
    for (int done = 0; done < level; done++) {
      WaveletBands next = forward(approximation, rows);
      bands[level - done] = next.detail(1);
      approximation = next.approximation();
    }
    bands[0] = approximation;
    return new WaveletBands(rows, List.of(bands));
  }

  /**
   * Takes coefficients back to samples, by as many levels as there are.
   *
   * <p>An approximation one longer than its detail loses its last coefficient, which is the padding
   * of an odd length.
   *
   * @param coefficients the bands
   * @return the signals, one behind the other, one sample longer if their length was odd
   * @throws IllegalArgumentException if the lengths of the bands do not fit one another, or are too
   *     short for the filters
   */
  public double[] reconstruct(WaveletBands coefficients) {
    int rows = coefficients.rows();
    double[] approximation =
        coefficients.level() == 0
            ? coefficients.approximation().clone()
            : coefficients.approximation();
    for (int level = coefficients.level(); level > 0; level--) {
      double[] detail = coefficients.detail(level);
      int length = detail.length / rows;
      int stride = approximation.length / rows;
      if (stride != length && stride != length + 1) {
        throw new IllegalArgumentException(
            "bands: an approximation as long as the detail of level "
                + level
                + " or one longer, got "
                + stride
                + " and "
                + length);
      }
      if (step.samples(length) < 1) {
        throw new IllegalArgumentException(
            "bands: at least "
                + wavelet.filterLength() / 2
                + " coefficients for "
                + wavelet
                + ", got "
                + length);
      }
      double[] samples = Batch.allocate(rows, step.samples(length));
      step.inverse(approximation, stride, detail, rows, length, samples);
      approximation = samples;
    }
    return approximation;
  }

  /**
   * Transforms by several levels, over the last axis.
   *
   * @param signals the signals {@code […, time]}
   * @param level the number of levels
   * @return the bands {@code [cA_n, cD_n, …, cD_1]}, each with the leading axes and the type of the
   *     signals
   * @throws IllegalArgumentException if the array is empty, a scalar, or not of a real type, or the
   *     level is not from 0 to {@link Wavelet#maximumLevel}
   */
  public List<INDArray> decompose(INDArray signals, int level) {
    double[] values = SignalArrays.values(signals);
    WaveletBands bands = decompose(values, SignalArrays.rows(signals), level);
    List<INDArray> arrays = new ArrayList<>();
    for (double[] band : bands.bands()) {
      arrays.add(SignalArrays.like(signals, band));
    }
    return arrays;
  }

  /**
   * Takes coefficients back to samples, over the last axis.
   *
   * @param bands the bands, as {@link #decompose(INDArray, int)} returns them
   * @return the signals {@code […, time]}, one sample longer if their length was odd
   * @throws IllegalArgumentException if there are no bands, or their shapes do not fit
   */
  public INDArray reconstruct(List<INDArray> bands) {
    if (bands.isEmpty()) {
      throw new IllegalArgumentException("bands: at least the approximation, got none");
    }
    INDArray first = bands.get(0);
    List<double[]> values = new ArrayList<>();
    for (INDArray band : bands) {
      SignalArrays.requireSameRows(first, band);
      values.add(SignalArrays.values(band));
    }
    return SignalArrays.like(
        first, reconstruct(new WaveletBands(SignalArrays.rows(first), values)));
  }
}
