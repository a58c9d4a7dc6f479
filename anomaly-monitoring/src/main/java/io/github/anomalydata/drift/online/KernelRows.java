package io.github.anomalydata.drift.online;

import java.util.Arrays;

/**
 * Rows that the Gaussian kernel values of other rows are taken with, column by column in tiles that
 * fit a cache.
 *
 * <p>Loops are such that C2 vectorises them: whole arrays, no branch and no call. So the
 * exponential is {@code e^(x / 64) - 1} by seven terms of its series and six times {@code p (p +
 * 2)}, which doubles the exponent; its error is below 1e-13. Unlike {@link Math#exp} it is the same
 * on every machine. Values are rounded to multiples of 2^-29, and sums of them up to 2^24 are exact
 * in any order.
 */
final class KernelRows {
  private static final int MOST_ROWS = 512;

  /** The exponent of the least kernel value, e^-36, over 64. */
  private static final double LOWEST = -36.0 / 64;

  /** Added and taken off, leaves a multiple of 2^-29. */
  private static final double ROUNDING = 0x1.8p23;

  private final int capacity;
  private final int tileRows;
  private final double[] factors;

  /** The value of a row is at {@code [tile][column][row]}. */
  private final double[][][] tiles;

  KernelRows(int capacity, int columns, double[] gammas) {
    this.capacity = capacity;
    int count = (capacity + MOST_ROWS - 1) / MOST_ROWS;
    this.tileRows = (capacity + count - 1) / count;
    this.tiles = new double[count][columns][tileRows];
    this.factors = new double[gammas.length];
    for (int i = 0; i < gammas.length; i++) {
      factors[i] = -gammas[i] / 64;
    }
  }

  static KernelRows of(Samples samples, double[] gammas) {
    KernelRows rows = new KernelRows(samples.count(), samples.columns(), gammas);
    double[] row = new double[samples.columns()];
    for (int i = 0; i < samples.count(); i++) {
      samples.copyRow(i, row);
      rows.set(i, row);
    }
    return rows;
  }

  void set(int place, double[] row) {
    double[][] tile = tiles[place / tileRows];
    for (int k = 0; k < row.length; k++) {
      tile[k][place % tileRows] = row[k];
    }
  }

  /** Room for the work of one thread. */
  final class Values {
    private final double[] distances = new double[tileRows];
    private final double[] tile = new double[tileRows];
    private final double[] all = new double[capacity];

    /** Returns the kernel value of a row with each of the rows, by place; overwritten next time. */
    double[] of(double[] row) {
      for (int t = 0; t < tiles.length; t++) {
        squaredDistances(tiles[t], row, distances);
        Arrays.fill(tile, 0);
        for (double factor : factors) {
          addKernel(distances, tile, factor);
        }
        int from = t * tileRows;
        System.arraycopy(tile, 0, all, from, Math.min(tileRows, capacity - from));
      }
      return all;
    }
  }

  private static void squaredDistances(double[][] columns, double[] row, double[] distances) {
    Arrays.fill(distances, 0);
    int k = 0;
    for (; k + 1 < row.length; k += 2) {
      addSquares(distances, columns[k], columns[k + 1], row[k], row[k + 1]);
    }
    if (k < row.length) {
      addSquares(distances, columns[k], row[k]);
    }
  }

  private static void addSquares(double[] sums, double[] a, double[] b, double x, double y) {
    for (int i = 0; i < sums.length; i++) {
      double d = a[i] - x;
      double e = b[i] - y;
      sums[i] = (sums[i] + d * d) + e * e;
    }
  }

  private static void addSquares(double[] sums, double[] a, double x) {
    for (int i = 0; i < sums.length; i++) {
      double d = a[i] - x;
      sums[i] += d * d;
    }
  }

  private static void addKernel(double[] distances, double[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      double r = Math.max(LOWEST, distances[i] * factor);
      double p =
          r
              * (1
                  + r
                      * (1.0 / 2
                          + r
                              * (1.0 / 6
                                  + r
                                      * (1.0 / 24
                                          + r
                                              * (1.0 / 120
                                                  + r * (1.0 / 720 + r * (1.0 / 5040)))))));
      p = p * (p + 2);
      p = p * (p + 2);
      p = p * (p + 2);
      p = p * (p + 2);
      p = p * (p + 2);
      p = p * (p + 2);
      values[i] += (1 + p + ROUNDING) - ROUNDING;
    }
  }
}
