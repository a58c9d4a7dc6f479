package io.github.anomalydata.internal.simd;

import io.github.anomalydata.internal.ParallelRows;
import java.util.Arrays;

/**
 * Quadratic forms of the matrix K of Gaussian kernel values of all pairs of rows, whose diagonal is
 * 0, with each of many splits as weights \( w_b \) of 1 and -1: all that statistics of the splits
 * need, from one pass over the tiles of K. Neither K nor a product with it is stored.
 *
 * @param total \( 1^T K 1 \)
 * @param forms \( w_b^T K w_b \) of each split
 * @param margins \( w_b^T K 1 \) of each split
 */
public record GaussianForms(double total, double[] forms, double[] margins) {
  /** The rows of a block of tiles: a square of floats of it fits the cache of a core. */
  private static final int BLOCK = 256;

  /**
   * Computes the forms. They do not depend on the number of threads.
   *
   * @param pool the rows
   * @param signs the splits
   * @param gammas the factors of squared distances as packed; the kernel is the sum of one for each
   * @param workers share the work
   * @return the forms
   */
  public static GaussianForms of(Panels pool, Signs signs, double[] gammas, ParallelRows workers) {
    int perBlock = BLOCK / pool.tiles().width();
    int blocks = (pool.count() + perBlock - 1) / perBlock;
    GaussianForms[] partial = new GaussianForms[blocks];
    float[] factors = GaussianSums.factors(gammas);
    workers.runPieces(
        blocks,
        () -> {
          Block block = new Block(pool, signs, factors);
          return i -> partial[i] = block.forms(i);
        });
    double total = 0;
    double[] forms = new double[signs.count()];
    double[] margins = new double[signs.count()];
    for (GaussianForms part : partial) {
      total += part.total;
      for (int b = 0; b < forms.length; b++) {
        forms[b] += part.forms[b];
        margins[b] += part.margins[b];
      }
    }
    return new GaussianForms(total, forms, margins);
  }

  /** What a thread needs for the pairs of a block of panels with the blocks after it. */
  private static final class Block {
    private final Panels pool;
    private final PairTiles tiles;
    private final Signs signs;
    private final float[] factors;
    private final boolean[] near;
    private final int width;
    private final int perBlock;
    private final float[] distances;
    private final float[][] values;
    private final float[][] sums;
    private final float[] none;
    private final float[] products;
    private final float[] panelForms;
    private final float[] panelMargins;

    Block(Panels pool, Signs signs, float[] factors) {
      this.pool = pool;
      this.tiles = pool.tiles();
      this.signs = signs;
      this.factors = factors;
      this.near = pool.near(factors);
      this.width = tiles.width();
      this.perBlock = BLOCK / width;
      this.distances = new float[BLOCK * width];
      this.values = new float[perBlock][BLOCK * width];
      this.sums = new float[perBlock][width];
      this.none = new float[width];
      this.products = new float[width * width];
      this.panelForms = new float[width];
      this.panelMargins = new float[width];
    }

    GaussianForms forms(int block) {
      double[] forms = new double[signs.panels() * width];
      double[] margins = new double[forms.length];
      double total = 0;
      for (int other = block; other * perBlock < pool.count(); other++) {
        double sum = fill(block, other);
        total += other == block ? sum : 2 * sum;
        for (int b = 0; b < signs.panels(); b++) {
          add(block, other, b, forms, margins);
        }
      }
      return new GaussianForms(
          total, Arrays.copyOf(forms, signs.count()), Arrays.copyOf(margins, signs.count()));
    }

    private int panels(int block) {
      return Math.min(perBlock, pool.count() - block * perBlock);
    }

    /** Computes kernel values of two blocks, and returns their sum. */
    private double fill(int block, int other) {
      int length = panels(other) * width * width;
      double total = 0;
      for (int i = 0; i < panels(block); i++) {
        for (int j = 0; j < panels(other); j++) {
          int x = block * perBlock + i;
          int y = other * perBlock + j;
          pool.distances(x, y, near[x] && near[y], distances, j * width * width);
        }
        Arrays.fill(values[i], 0, length, 0);
        for (float factor : factors) {
          tiles.addKernel(distances, values[i], length, factor);
        }
        tiles.sums(values[i], panels(other) * width, sums[i]);
        for (float sum : sums[i]) {
          total += sum;
        }
      }
      return total;
    }

    private void add(int block, int other, int signPanel, double[] forms, double[] margins) {
      float[] weights = signs.panel(signPanel);
      boolean same = other == block;
      for (int i = 0; i < panels(block); i++) {
        tiles.multiply(
            values[i],
            panels(other) * width,
            weights,
            other * perBlock * width * width,
            products,
            0);
        tiles.forms(
            products,
            weights,
            (block * perBlock + i) * width * width,
            same ? none : sums[i],
            panelForms,
            panelMargins);
        for (int b = 0; b < width; b++) {
          forms[signPanel * width + b] += same ? panelForms[b] : 2 * panelForms[b];
          margins[signPanel * width + b] += panelMargins[b];
        }
      }
    }
  }
}
