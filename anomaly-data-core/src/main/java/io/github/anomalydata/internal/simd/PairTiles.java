package io.github.anomalydata.internal.simd;

/**
 * The inner loops over pairs of rows: squared distances, Gaussian kernel values and products of
 * these with weights, a tile of pairs at a time.
 *
 * <p>A panel holds {@link #width} rows, all values of one column side by side: column {@code k} of
 * row {@code i} is at {@code k * width + i}. A tile holds what is computed of pairs of a panel's
 * rows with any number of other rows: the pair of row {@code i} with row {@code j} is at {@code j *
 * width + i}. Weights of a row lie side by side, {@link #width} of them: weight {@code b} of row
 * {@code j} is at {@code j * width + b}.
 */
public interface PairTiles {
  /**
   * Returns the number of rows of a panel, a multiple of 8 that divides 256.
   *
   * @return the number
   */
  int width();

  /**
   * Computes the squared distances of all rows of two panels, as sums of squared differences: there
   * is no cancellation.
   *
   * @param x a panel, the rows {@code i} of the tile
   * @param y a panel, the rows {@code j} of the tile
   * @param columns the number of columns
   * @param tile where they go
   * @param at the place of the first pair in the tile
   */
  void distances(float[] x, float[] y, int columns, float[] tile, int at);

  /**
   * Returns the sum of kernel values \( 2^{-f d} \), each within 3e-7; those below 1e-13 are some
   * number between 0 and that.
   *
   * @param distances the squared distances d, which may be infinite
   * @param length how many, a multiple of {@link #width}, so few that a sum of floats is good
   * @param factor the factor f, above 0 and finite
   * @return the sum
   */
  double kernelSum(float[] distances, int length, float factor);

  /**
   * Adds kernel values as of {@link #kernelSum} to others.
   *
   * @param distances the squared distances d, which may be infinite
   * @param values what the kernel values are added to
   * @param length how many, a multiple of {@link #width}
   * @param factor the factor f, above 0 and finite
   */
  void addKernel(float[] distances, float[] values, int length, float factor);

  /**
   * Sums each row {@code i} of a tile.
   *
   * @param tile the tile
   * @param rows the number of rows {@code j}, at most 256
   * @param sums the sum of each row {@code i}, overwritten
   */
  void sums(float[] tile, int rows, float[] sums);

  /**
   * Multiplies a tile with weights: \( p_{ib} = \sum_j t_{ij} w_{jb} \).
   *
   * @param tile the tile
   * @param rows the number of rows {@code j}, a multiple of 4
   * @param weights the weights
   * @param at the place of the weights of row {@code j = 0}
   * @param products where the products go, the one of row {@code i} and weight {@code b} to {@code
   *     to + i * width + b}
   * @param to the place of the first product
   */
  void multiply(float[] tile, int rows, float[] weights, int at, float[] products, int to);

  /**
   * Turns scalar products of the rows of two panels into squared distances: \( d_{ij} = n_i + m_j -
   * 2 p_{ij} \).
   *
   * @param products the products of a tile, overwritten
   * @param at the place of the first
   * @param x n, the squared norms of the rows {@code i}
   * @param y m, those of the rows {@code j}
   */
  void distances(float[] products, int at, float[] x, float[] y);

  /**
   * Sums products over the rows of a panel: \( q_b = \sum_i w_{ib} p_{ib} \) and \( l_b = \sum_i
   * (p_{ib} + w_{ib} s_i) \).
   *
   * @param products the products
   * @param weights the weights
   * @param at the place of the weights of row {@code i = 0}
   * @param sums s
   * @param forms q, overwritten
   * @param margins l, overwritten
   */
  void forms(
      float[] products, float[] weights, int at, float[] sums, float[] forms, float[] margins);
}
