package io.github.anomalydata.internal.simd;

import io.github.anomalydata.internal.ParallelRows;
import java.util.function.IntFunction;

/**
 * Splits of rows into two samples as weights, 1 and -1, packed for {@link PairTiles}. Immutable.
 */
public final class Signs {
  private final int count;
  private final float[][] weights;

  private Signs(int count, float[][] weights) {
    this.count = count;
    this.weights = weights;
  }

  /**
   * Packs splits.
   *
   * @param pool the rows
   * @param count the number of splits
   * @param masks makes a split, for any thread: bit {@code i & 63} of word {@code i >> 6} is set
   *     where row {@code i} weighs 1
   * @param workers share the work
   * @return the weights
   */
  public static Signs of(Panels pool, int count, IntFunction<long[]> masks, ParallelRows workers) {
    int width = pool.tiles().width();
    float[][] weights = new float[(count + width - 1) / width][];
    workers.runPieces(
        weights.length,
        () ->
            panel -> {
              long[][] own = new long[Math.min(width, count - panel * width)][];
              for (int b = 0; b < own.length; b++) {
                own[b] = masks.apply(panel * width + b);
              }
              weights[panel] = pack(pool, own);
            });
    return new Signs(count, weights);
  }

  private static float[] pack(Panels pool, long[][] masks) {
    int width = pool.tiles().width();
    float[] packed = new float[pool.count() * width * width];
    int row = 0;
    for (int panel = 0; panel < pool.count(); panel++) {
      for (int i = 0; i < pool.rows(panel); i++, row++) {
        int at = (panel * width + i) * width;
        for (int b = 0; b < masks.length; b++) {
          packed[at + b] = (masks[b][row >> 6] >>> row & 1) == 0 ? -1 : 1;
        }
      }
    }
    return packed;
  }

  int count() {
    return count;
  }

  int panels() {
    return weights.length;
  }

  float[] panel(int panel) {
    return weights[panel];
  }
}
