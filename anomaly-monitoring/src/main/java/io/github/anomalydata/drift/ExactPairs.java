package io.github.anomalydata.drift;

import io.github.anomalydata.internal.ParallelRows;
import java.util.Arrays;
import java.util.function.IntFunction;

/** Sums of any kernel in double precision. No matrix is stored. */
final class ExactPairs implements KernelPairs {
  /** The rows of a block: the pairs of two are computed and used at once. */
  private static final int BLOCK = 64;

  private final KernelFunction kernel;
  private final Rows pool;
  private final int reference;
  private final ParallelRows workers;

  ExactPairs(KernelFunction kernel, Rows reference, Rows current, ParallelRows workers) {
    this.kernel = kernel;
    this.pool = reference.and(current);
    this.reference = reference.count();
    this.workers = workers;
  }

  private int blocks() {
    return (pool.count() + BLOCK - 1) / BLOCK;
  }

  private double value(int i, int j) {
    int columns = pool.columns();
    return kernel.of(pool.values(), i * columns, pool.values(), j * columns, columns);
  }

  @Override
  public double[] diagonal() {
    double[] diagonal = new double[pool.count()];
    Arrays.setAll(diagonal, i -> value(i, i));
    return diagonal;
  }

  @Override
  public Sums sums() {
    // A row of partial sums for each block, added up in order: threads cannot change the result.
    double[][] partial = new double[blocks()][3];
    workers.runPieces(
        partial.length,
        () ->
            block -> {
              int to = Math.min(pool.count(), (block + 1) * BLOCK);
              for (int i = block * BLOCK; i < to; i++) {
                addRow(i, partial[block]);
              }
            });
    double[] total = new double[3];
    for (double[] sums : partial) {
      for (int k = 0; k < total.length; k++) {
        total[k] += sums[k];
      }
    }
    return new Sums(total[0], total[1], total[2]);
  }

  private void addRow(int i, double[] sums) {
    int half = Math.max(i + 1, reference);
    double own = 0;
    for (int j = i + 1; j < (i < reference ? reference : pool.count()); j++) {
      own += value(i, j);
    }
    sums[i < reference ? 0 : 1] += 2 * own;
    if (i < reference) {
      double between = 0;
      for (int j = half; j < pool.count(); j++) {
        between += value(i, j);
      }
      sums[2] += between;
    }
  }

  @Override
  public Forms forms(int count, IntFunction<long[]> masks) {
    float[][] weights = weights(count, masks);
    Forms[] partial = new Forms[blocks()];
    workers.runPieces(partial.length, () -> block -> partial[block] = forms(block, count, weights));
    double total = 0;
    double[] forms = new double[count];
    double[] margins = new double[count];
    for (Forms part : partial) {
      total += part.total();
      for (int b = 0; b < count; b++) {
        forms[b] += part.forms()[b];
        margins[b] += part.margins()[b];
      }
    }
    return new Forms(total, forms, margins);
  }

  /** Returns the weights of each row. */
  private float[][] weights(int count, IntFunction<long[]> masks) {
    float[][] weights = new float[pool.count()][count];
    workers.run(
        count,
        (from, to) -> {
          for (int b = from; b < to; b++) {
            long[] mask = masks.apply(b);
            for (int row = 0; row < weights.length; row++) {
              weights[row][b] = Permutations.isSet(mask, row) ? 1 : -1;
            }
          }
        });
    return weights;
  }

  /** Returns the parts of the rows of a block with all rows after them. */
  private Forms forms(int block, int count, float[][] weights) {
    double total = 0;
    double[] forms = new double[count];
    double[] margins = new double[count];
    double[] products = new double[count];
    int to = Math.min(pool.count(), (block + 1) * BLOCK);
    // Blocks of later rows outside, so that their weights stay in the cache.
    for (int from = block * BLOCK; from < pool.count(); from += BLOCK) {
      for (int i = block * BLOCK; i < to; i++) {
        Arrays.fill(products, 0);
        double sum = 0;
        for (int j = Math.max(i + 1, from); j < Math.min(pool.count(), from + BLOCK); j++) {
          double value = value(i, j);
          sum += value;
          addProducts(products, value, weights[j]);
        }
        total += 2 * sum;
        addForms(forms, margins, products, weights[i], sum);
      }
    }
    return new Forms(total, forms, margins);
  }

  private static void addProducts(double[] products, double value, float[] weights) {
    for (int b = 0; b < products.length; b++) {
      products[b] += value * weights[b];
    }
  }

  private static void addForms(
      double[] forms, double[] margins, double[] products, float[] weights, double sum) {
    for (int b = 0; b < forms.length; b++) {
      forms[b] += 2 * weights[b] * products[b];
      margins[b] += products[b] + weights[b] * sum;
    }
  }
}
