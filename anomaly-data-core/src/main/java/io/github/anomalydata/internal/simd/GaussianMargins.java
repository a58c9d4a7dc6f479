package io.github.anomalydata.internal.simd;

import io.github.anomalydata.internal.ParallelRows;
import java.util.Arrays;

/** Sums of Gaussian kernel values of each row with all rows of a sample. No matrix is stored. */
public final class GaussianMargins {
  private GaussianMargins() {}

  /**
   * Computes the sums. They do not depend on the number of threads.
   *
   * @param x the rows
   * @param y the sample, of the same centre and scale; if it is x itself, a row is not summed with
   *     itself
   * @param gammas the factors of squared distances as packed; the kernel is the sum of one for each
   * @param workers share the work
   * @return the sum of each row of x
   */
  public static double[] of(Panels x, Panels y, double[] gammas, ParallelRows workers) {
    Panels pool = x == y ? x : x.and(y);
    int first = x == y ? 0 : x.count();
    float[] factors = GaussianSums.factors(gammas);
    boolean[] near = pool.near(factors);
    PairTiles tiles = pool.tiles();
    int width = tiles.width();
    double[] margins = new double[x.rows()];
    workers.runPieces(
        x.count(),
        () -> {
          float[] distances = new float[width * width];
          float[] values = new float[width * width];
          float[] sums = new float[width];
          return i -> {
            for (int j = first; j < pool.count(); j++) {
              pool.distances(i, j, near[i] && near[j], distances, 0);
              Arrays.fill(values, 0);
              for (float factor : factors) {
                tiles.addKernel(distances, values, values.length, factor);
              }
              tiles.sums(values, width, sums);
              for (int row = 0; row < pool.rows(i); row++) {
                margins[i * width + row] += sums[row];
              }
            }
          };
        });
    return margins;
  }
}
