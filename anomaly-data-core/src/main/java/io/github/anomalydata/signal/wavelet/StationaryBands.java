package io.github.anomalydata.signal.wavelet;

import java.util.List;

/**
 * The coefficients of a stationary transform: of each level an approximation and a detail, all as
 * long as the signals. The arrays are not copied.
 *
 * @param rows the number of signals, at least 1
 * @param approximations the approximations from level 1 on, each {@code [rows][time]}, row by row
 * @param details the details from level 1 on, of the same shape
 */
public record StationaryBands(int rows, List<double[]> approximations, List<double[]> details) {
  /**
   * Checks the shapes.
   *
   * @param rows the number of signals
   * @param approximations the approximations from level 1 on
   * @param details the details from level 1 on
   * @throws IllegalArgumentException if there is no level, not as many approximations as details,
   *     or the arrays are not all rows of one length, a multiple of {@code 2^level}
   */
  public StationaryBands {
    approximations = List.copyOf(approximations);
    details = List.copyOf(details);
    if (details.isEmpty() || details.size() != approximations.size()) {
      throw new IllegalArgumentException(
          "bands: as many approximations as details, at least one, got "
              + approximations.size()
              + " and "
              + details.size());
    }
    int length = Batch.length(details.get(0), rows);
    Swt.requireLevel(details.size(), length);
    for (int level = 1; level <= details.size(); level++) {
      int approximation = approximations.get(level - 1).length;
      int detail = details.get(level - 1).length;
      if (approximation != rows * length || detail != rows * length) {
        throw new IllegalArgumentException(
            "bands: "
                + rows * length
                + " values each, got "
                + approximation
                + " and "
                + detail
                + " at level "
                + level);
      }
    }
  }

  /**
   * Returns the number of levels.
   *
   * @return the number, at least 1
   */
  public int level() {
    return details.size();
  }

  /**
   * Returns the bands in the order of PyWavelets with {@code trim_approx}: {@code [cA_n, cD_n, …,
   * cD_1]}.
   *
   * @return the bands themselves
   */
  public List<double[]> trimmed() {
    double[][] bands = new double[level() + 1][];
    bands[0] = approximations.get(level() - 1);
    for (int level = 1; level <= level(); level++) {
      bands[level() + 1 - level] = details.get(level - 1);
    }
    return List.of(bands);
  }
}
