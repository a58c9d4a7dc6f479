package io.github.anomalydata.signal.wavelet;

import io.github.anomalydata.internal.Require;
import java.util.List;

/**
 * The coefficients of a batch of signals, in the order of PyWavelets: the approximation of the last
 * level, then the details from the last level to the first, {@code [cA_n, cD_n, …, cD_1]}.
 *
 * <p>The arrays are not copied: a caller may change them before a reconstruction.
 *
 * @param rows the number of signals, at least 1
 * @param bands the coefficients, each {@code [rows][length of the band]}, row by row
 */
public record WaveletBands(int rows, List<double[]> bands) {
  /**
   * Checks the shapes.
   *
   * @param rows the number of signals
   * @param bands the coefficients
   * @throws IllegalArgumentException if there are no rows or bands, or a band is not made of rows
   *     of the same length, at least 1
   */
  public WaveletBands {
    Require.atLeast("rows", rows, 1);
    bands = List.copyOf(bands);
    if (bands.isEmpty()) {
      throw new IllegalArgumentException("bands: at least the approximation, got none");
    }
    for (double[] band : bands) {
      Batch.length(band, rows);
    }
  }

  /**
   * Returns the number of levels.
   *
   * @return the number, at least 0
   */
  public int level() {
    return bands.size() - 1;
  }

  /**
   * Returns the approximation of the last level.
   *
   * @return the coefficients themselves, {@code [rows][length]}
   */
  public double[] approximation() {
    return bands.get(0);
  }

  /**
   * Returns the detail of a level.
   *
   * @param level the level, from 1 for the highest frequencies
   * @return the coefficients themselves, {@code [rows][length]}
   * @throws IllegalArgumentException if there is no such level
   */
  public double[] detail(int level) {
    if (level < 1 || level > level()) {
      throw new IllegalArgumentException("level: in 1.." + level() + ", got " + level);
    }
    return bands.get(bands.size() - level);
  }
}
