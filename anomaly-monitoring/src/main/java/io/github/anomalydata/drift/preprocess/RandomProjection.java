package io.github.anomalydata.drift.preprocess;

import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.internal.Require;
import java.util.random.RandomGenerator;

/**
 * Gives the sums of a row with random signs, each over the root of their number: distances of rows
 * stay about what they are (W. B. Johnson and J. Lindenstrauss, 1984; for signs D. Achlioptas,
 * "Database-friendly random projections", 2003, doi:10.1016/S0022-0000(03)00025-4). It learns
 * nothing from a reference, so that no drift is out of its sight.
 */
public final class RandomProjection implements FittedTransform {
  private static final long PURPOSE = 0x72616e64;

  private final int columns;
  private final long seed;

  /** The signs of all columns for each result. */
  private final double[][] signs;

  private RandomProjection(int columns, long seed, double[][] signs) {
    this.columns = columns;
    this.seed = seed;
    this.signs = signs;
  }

  /**
   * Returns a projection.
   *
   * @param columns the number of columns of rows, at least 1
   * @param outputColumns the number of columns that they become, at least 1
   * @param seed the seed of the signs
   * @return the transform, the same for the same numbers
   * @throws IllegalArgumentException if a number is below 1, or there are 2^24 signs or more
   */
  public static RandomProjection of(int columns, int outputColumns, long seed) {
    Require.atLeast("columns", columns, 1);
    Require.atLeast("outputColumns", outputColumns, 1);
    if ((long) columns * outputColumns >= 1L << 24) {
      throw new IllegalArgumentException(
          "outputColumns: fewer than 2^24 signs for " + columns + " columns, got " + outputColumns);
    }
    double[][] signs = new double[outputColumns][columns];
    double unit = 1 / Math.sqrt(outputColumns);
    for (int c = 0; c < outputColumns; c++) {
      RandomGenerator random = RandomStreams.of(seed, PURPOSE, c);
      for (int k = 0; k < columns; k++) {
        signs[c][k] = random.nextLong() < 0 ? -unit : unit;
      }
    }
    return new RandomProjection(columns, seed, signs);
  }

  /**
   * Returns how many columns keep all squared distances of so many rows, with a probability of at
   * least {@code 1 - 1 / rows}, within a share of what they are: the bound of Dasgupta and Gupta,
   * {@code 4 ln rows / (e² / 2 - e³ / 3)}, as scikit-learn's {@code johnson_lindenstrauss_min_dim}
   * has it.
   *
   * @param rows the number of rows, at least 2
   * @param distortion the share e, above 0 and below 1
   * @return the number of columns, whatever the rows are
   * @throws IllegalArgumentException if a number is out of its range
   */
  public static int columnsFor(int rows, double distortion) {
    Require.atLeast("rows", rows, 2);
    if (!(distortion > 0 && distortion < 1)) {
      throw new IllegalArgumentException("distortion: above 0 and below 1, got " + distortion);
    }
    double share = distortion * distortion / 2 - distortion * distortion * distortion / 3;
    return (int) (4 * Math.log(rows) / share);
  }

  @Override
  public double[][] apply(double[][] rows) {
    Matrices.check("rows", rows, columns);
    double[][] results = new double[rows.length][signs.length];
    for (int i = 0; i < rows.length; i++) {
      for (int c = 0; c < signs.length; c++) {
        double sum = 0;
        for (int k = 0; k < columns; k++) {
          sum += rows[i][k] * signs[c][k];
        }
        results[i][c] = sum;
      }
    }
    return results;
  }

  @Override
  public int columns() {
    return columns;
  }

  @Override
  public int outputColumns() {
    return signs.length;
  }

  /**
   * Returns the seed of the signs.
   *
   * @return the seed
   */
  public long seed() {
    return seed;
  }
}
