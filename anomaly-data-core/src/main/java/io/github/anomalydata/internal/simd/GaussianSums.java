package io.github.anomalydata.internal.simd;

import io.github.anomalydata.internal.ParallelRows;

/**
 * Sums of Gaussian kernel values over pairs of rows of two samples. No matrix is stored.
 *
 * @param withinX over ordered pairs of different rows of x
 * @param withinY over ordered pairs of different rows of y
 * @param between over pairs of a row of x and a row of y
 */
public record GaussianSums(double withinX, double withinY, double between) {
  private static final double LN_2 = Math.log(2);

  /** Kernels are constant, or those of single points, far before. */
  private static final double GREATEST_FACTOR = 1e30;

  /**
   * Computes the sums. They do not depend on the number of threads.
   *
   * @param x the first sample
   * @param y the second sample, of the same centre and scale
   * @param gammas the factors of squared distances as packed; the kernel is the sum of one for each
   * @param workers share the work
   * @return the sums
   */
  public static GaussianSums of(Panels x, Panels y, double[] gammas, ParallelRows workers) {
    Panels pool = x.and(y);
    float[] factors = factors(gammas);
    boolean[] near = pool.near(factors);
    // A row of partial sums for each panel, added up in order: threads cannot change the result.
    double[][] partial = new double[pool.count()][];
    workers.runPieces(
        partial.length,
        () -> {
          int width = pool.tiles().width();
          float[] tile = new float[width * width];
          return i -> partial[i] = sums(pool, i, x.count(), near, factors, tile);
        });
    double[] total = new double[3];
    for (double[] sums : partial) {
      for (int k = 0; k < total.length; k++) {
        total[k] += sums[k];
      }
    }
    return new GaussianSums(total[0], total[1], total[2]);
  }

  /** Returns the sums over the pairs with a panel of it and those after it. */
  private static double[] sums(
      Panels pool, int i, int ofX, boolean[] near, float[] factors, float[] tile) {
    double[] sums = new double[3];
    for (int j = i; j < pool.count(); j++) {
      pool.distances(i, j, near[i] && near[j], tile, 0);
      double sum = 0;
      for (float factor : factors) {
        sum += pool.tiles().kernelSum(tile, tile.length, factor);
      }
      if (i < ofX && j >= ofX) {
        sums[2] += sum;
      } else {
        sums[i < ofX ? 0 : 1] += j == i ? sum : 2 * sum;
      }
    }
    return sums;
  }

  /** Returns the factors for powers of 2. */
  static float[] factors(double[] gammas) {
    float[] factors = new float[gammas.length];
    for (int i = 0; i < factors.length; i++) {
      double factor = gammas[i] / LN_2;
      factors[i] = (float) Math.max(1 / GREATEST_FACTOR, Math.min(GREATEST_FACTOR, factor));
    }
    return factors;
  }
}
