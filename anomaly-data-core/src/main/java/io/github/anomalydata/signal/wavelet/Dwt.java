package io.github.anomalydata.signal.wavelet;

import io.github.anomalydata.internal.FiniteValues;
import io.github.anomalydata.internal.ParallelRows;
import io.github.anomalydata.internal.SignalBatches;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
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
  private final ParallelRows parallel;
  private final DwtStep step;

  private Dwt(Wavelet wavelet, BoundaryMode mode, ParallelRows parallel) {
    this.wavelet = wavelet;
    this.mode = mode;
    this.parallel = parallel;
    this.step = new DwtStep(wavelet, mode);
  }

  /**
   * Returns the transform with a wavelet.
   *
   * <p>Default: {@link #with(BoundaryMode) boundary mode} {@link BoundaryMode#SYMMETRIC}, on the
   * thread of the caller.
   *
   * @param wavelet the wavelet
   * @return the transform
   */
  public static Dwt of(Wavelet wavelet) {
    return new Dwt(wavelet, BoundaryMode.SYMMETRIC, ParallelRows.NONE);
  }

  /**
   * Returns this transform with another boundary mode.
   *
   * @param boundary the mode
   * @return the new transform
   */
  public Dwt with(BoundaryMode boundary) {
    return new Dwt(wavelet, boundary, parallel);
  }

  /**
   * Returns this transform with batches shared among threads, whose number does not change the
   * result.
   *
   * @param executor what runs the other threads; one that is busy or refuses slows the work and
   *     stops nothing
   * @param workers the number of threads that work, the caller's included, at least 1
   * @return the new transform
   * @throws IllegalArgumentException if the number is below 1
   */
  public Dwt withWorkers(Executor executor, int workers) {
    return new Dwt(wavelet, mode, ParallelRows.of(executor, workers));
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
   * Transforms one signal by a single level.
   *
   * @param signal the signal
   * @return approximation and detail
   * @throws IllegalArgumentException if the signal is empty, or a value is not finite
   */
  public WaveletBands forward(double[] signal) {
    return forward(signal, 1);
  }

  /**
   * Transforms by a single level, which every length has, unlike {@link #decompose(double[], int)}.
   *
   * @param signals the signals, one behind the other
   * @param rows the number of signals
   * @return approximation and detail
   * @throws IllegalArgumentException if there are no rows, or not as many of one length, or a value
   *     is not finite
   */
  public WaveletBands forward(double[] signals, int rows) {
    return split(signals, rows, 1, true);
  }

  /**
   * Transforms by a single level, over the last axis.
   *
   * @param signals the signals {@code […, time]}
   * @return approximation and detail, each with the leading axes of the signals
   * @throws IllegalArgumentException if the array is empty, a scalar, or not of a real type, or a
   *     value is not finite
   */
  public List<INDArray> forward(INDArray signals) {
    int rows = SignalBatches.requireRows("signals", signals, -1);
    return like(signals, forward(SignalBatches.doubles(signals), rows));
  }

  /**
   * Transforms one signal by several levels.
   *
   * @param signal the signal
   * @param level the number of levels
   * @return the bands
   * @throws IllegalArgumentException if the signal is empty, a value is not finite, or the level
   *     not from 0 to {@link Wavelet#maximumLevel}
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
   * @throws IllegalArgumentException if there are no rows, or not as many of one length, a value is
   *     not finite, or the level is not from 0 to {@link Wavelet#maximumLevel}
   */
  public WaveletBands decompose(double[] signals, int rows, int level) {
    wavelet.requireLevel(level, Batch.length(signals, rows));
    return split(signals, rows, level, true);
  }

  /**
   * Transforms by several levels, over the last axis.
   *
   * @param signals the signals {@code […, time]}
   * @param level the number of levels
   * @return the bands {@code [cA_n, cD_n, …, cD_1]}, each with the leading axes of the signals
   * @throws IllegalArgumentException if the array is empty, a scalar, or not of a real type, a
   *     value is not finite, or the level is not from 0 to {@link Wavelet#maximumLevel}
   */
  public List<INDArray> decompose(INDArray signals, int level) {
    int rows = SignalBatches.requireRows("signals", signals, -1);
    return like(signals, decompose(SignalBatches.doubles(signals), rows, level));
  }

  private static List<INDArray> like(INDArray signals, WaveletBands bands) {
    return bands.bands().stream().map(band -> SignalBatches.like(signals, band)).toList();
  }

  /** Transforms by any number of levels, and checks the values if asked to. */
  WaveletBands split(double[] signals, int rows, int level, boolean check) {
    int[] lengths = new int[level + 1];
    lengths[0] = Batch.length(signals, rows);
    for (int done = 1; done <= level; done++) {
      lengths[done] = step.coefficients(lengths[done - 1]);
    }
    double[][] bands = level == 0 ? new double[][] {signals.clone()} : allocate(rows, lengths);
    parallel.run(
        rows,
        (from, to) -> {
          Scratch scratch = new Scratch(lengths);
          for (int row = from; row < to; row++) {
            splitRow(signals, row, lengths, bands, scratch);
            if (check) {
              requireFinite(signals, row, rows, bands[level]);
            }
          }
        });
    return new WaveletBands(rows, List.of(bands));
  }

  /** Makes room for the bands. Fresh memory is cleared, which threads do at the same time. */
  private double[][] allocate(int rows, int[] lengths) {
    int level = lengths.length - 1;
    double[][] bands = new double[level + 1][];
    parallel.runPieces(
        level + 1,
        () ->
            done -> bands[level - done] = Batch.allocate(rows, lengths[Math.min(done + 1, level)]));
    return bands;
  }

  /**
   * Checks a signal by its details of the first level, which are half as many: a value that is not
   * finite makes one of them not finite either. Sums of finite values may be infinite too.
   */
  private static void requireFinite(double[] signals, int row, int rows, double[] details) {
    int count = details.length / rows;
    if (!FiniteValues.areFinite(details, row * count, count)) {
      int length = signals.length / rows;
      FiniteValues.require("signals", signals, row * length, length, row);
    }
  }

  private void splitRow(
      double[] signals, int row, int[] lengths, double[][] bands, Scratch scratch) {
    int level = lengths.length - 1;
    double[] x = signals;
    int start = row * lengths[0];
    for (int done = 1; done <= level; done++) {
      boolean last = done == level;
      double[] approximation = last ? bands[0] : scratch.of(done);
      int approximationStart = last ? row * lengths[level] : 0;
      step.forward(
          x,
          start,
          lengths[done - 1],
          approximation,
          approximationStart,
          bands[level + 1 - done],
          row * lengths[done],
          scratch.block);
      x = approximation;
      start = 0;
    }
  }

  /**
   * What one thread works in: the approximations of a signal, those of even and of odd levels in
   * turns.
   */
  private final class Scratch {
    private final double[] even;
    private final double[] odd;
    private final DwtStep.Block block = step.block();

    /** Makes room for all approximations but the last, given their lengths from the signal's on. */
    Scratch(int[] lengths) {
      int[] longest = new int[2];
      for (int level = 1; level < lengths.length - 1; level++) {
        longest[level % 2] = Math.max(longest[level % 2], lengths[level]);
      }
      even = new double[longest[0]];
      odd = new double[longest[1]];
    }

    double[] of(int level) {
      return level % 2 == 0 ? even : odd;
    }
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
   *     short for the filters, or a coefficient is not finite
   */
  public double[] reconstruct(WaveletBands coefficients) {
    int rows = coefficients.rows();
    int level = coefficients.level();
    for (int i = 0; i <= level; i++) {
      double[] band = coefficients.bands().get(i);
      String name = i == 0 ? "cA" + level : "cD" + (level + 1 - i);
      int length = band.length / rows;
      for (int row = 0; row < rows; row++) {
        FiniteValues.require(name, band, row * length, length, row);
      }
    }
    return join(coefficients);
  }

  /** Takes coefficients back to samples, without a check of the values. */
  double[] join(WaveletBands coefficients) {
    int rows = coefficients.rows();
    int level = coefficients.level();
    int[] lengths = lengths(coefficients);
    if (level == 0) {
      return coefficients.approximation().clone();
    }
    double[] signals = Batch.allocate(rows, lengths[0]);
    parallel.run(
        rows,
        (from, to) -> {
          Scratch scratch = new Scratch(lengths);
          for (int row = from; row < to; row++) {
            joinRow(coefficients, row, lengths, signals, scratch);
          }
        });
    return signals;
  }

  private void joinRow(
      WaveletBands bands, int row, int[] lengths, double[] signals, Scratch scratch) {
    double[] approximation = bands.approximation();
    int start = row * (approximation.length / bands.rows());
    for (int level = bands.level(); level > 0; level--) {
      double[] detail = bands.detail(level);
      int n = detail.length / bands.rows();
      double[] x = level == 1 ? signals : scratch.of(level - 1);
      int to = level == 1 ? row * lengths[0] : 0;
      step.inverse(approximation, start, detail, row * n, n, x, to, scratch.block);
      approximation = x;
      start = 0;
    }
  }

  /** Returns the lengths of the approximations, from the signals' on, and checks the bands'. */
  private int[] lengths(WaveletBands bands) {
    int rows = bands.rows();
    int[] lengths = new int[bands.level() + 1];
    lengths[bands.level()] = bands.approximation().length / rows;
    for (int level = bands.level(); level > 0; level--) {
      int length = bands.detail(level).length / rows;
      if (lengths[level] != length && lengths[level] != length + 1) {
        throw new IllegalArgumentException(
            "bands: an approximation as long as the detail of level "
                + level
                + " or one longer, got "
                + lengths[level]
                + " and "
                + length);
      }
      lengths[level - 1] = step.samples(length);
      if (lengths[level - 1] < 1) {
        throw new IllegalArgumentException(
            "bands: at least "
                + wavelet.filterLength() / 2
                + " coefficients for "
                + wavelet
                + ", got "
                + length);
      }
    }
    return lengths;
  }

  /**
   * Takes coefficients back to samples, over the last axis.
   *
   * @param bands the bands, as {@link #decompose(INDArray, int)} returns them
   * @return the signals {@code […, time]}, one sample longer if their length was odd; in double
   *     precision if the approximation is
   * @throws IllegalArgumentException if there are no bands, their shapes do not fit, or a
   *     coefficient is not finite
   */
  public INDArray reconstruct(List<INDArray> bands) {
    if (bands.isEmpty()) {
      throw new IllegalArgumentException("bands: at least the approximation, got none");
    }
    INDArray first = bands.get(0);
    int rows = SignalBatches.requireRows("bands", first, -1);
    List<double[]> values = new ArrayList<>();
    for (INDArray band : bands) {
      requireSameLeadingAxes(first, band);
      values.add(SignalBatches.doubles(band));
    }
    return SignalBatches.like(first, reconstruct(new WaveletBands(rows, values)));
  }

  private static void requireSameLeadingAxes(INDArray first, INDArray other) {
    if (other.rank() != first.rank() || !Arrays.equals(leading(first), leading(other))) {
      throw new IllegalArgumentException(
          "bands: the same leading axes, got shapes "
              + Arrays.toString(first.shape())
              + " and "
              + Arrays.toString(other.shape()));
    }
  }

  private static long[] leading(INDArray array) {
    return Arrays.copyOf(array.shape(), array.rank() - 1);
  }
}
