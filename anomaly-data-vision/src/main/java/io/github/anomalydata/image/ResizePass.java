package io.github.anomalydata.image;

import java.util.Arrays;

/**
 * Resamples rows in one direction. Planes are independent, and one below the other they are rows of
 * one.
 */
final class ResizePass {
  private static final long HALVES = (long) ResizeWeights.HALF << 32 | ResizeWeights.HALF;

  private ResizePass() {}

  /**
   * Resamples along rows.
   *
   * @param from rows of {@code width} pixels
   * @param to rows of as many pixels as there are weights for
   * @param first the first row
   * @param end the row after the last
   */
  static void horizontal(
      byte[] from, int width, ResizeWeights weights, byte[] to, int first, int end) {
    int outWidth = weights.starts().length;
    long[] pairs = new long[width];
    for (int row = first; row < end; row += 2) {
      // Of an odd number of rows the last is done twice.
      int other = Math.min(row + 1, end - 1);
      pair(from, row * width, other * width, pairs);
      twoRows(pairs, weights, to, row * outWidth, other * outWidth);
    }
  }

  /**
   * Puts two rows into one of longs. One product then serves both: the sum of the low halves stays
   * within 32 bits, so that what it borrows from the high halves is known in the end.
   */
  private static void pair(byte[] from, int at, int otherAt, long[] pairs) {
    for (int x = 0; x < pairs.length; x++) {
      pairs[x] = (from[otherAt + x] & 0xFFL) << 32 | (from[at + x] & 0xFFL);
    }
  }

  private static void twoRows(long[] pairs, ResizeWeights weights, byte[] to, int at, int otherAt) {
    int[] starts = weights.starts();
    int taps = weights.taps();
    long[] w = weights.weights();
    for (int x = 0; x < starts.length; x++) {
      long sum = HALVES;
      int pixel = starts[x];
      int weight = x * taps;
      int k = 0;
      for (; k + 4 <= taps; k += 4) {
        sum +=
            pairs[pixel + k] * w[weight + k]
                + pairs[pixel + k + 1] * w[weight + k + 1]
                + pairs[pixel + k + 2] * w[weight + k + 2]
                + pairs[pixel + k + 3] * w[weight + k + 3];
      }
      for (; k < taps; k++) {
        sum += pairs[pixel + k] * w[weight + k];
      }
      int low = (int) sum;
      to[at + x] = ResizeWeights.round(low);
      to[otherAt + x] = ResizeWeights.round((int) ((sum - low) >> 32));
    }
  }

  /**
   * Resamples along columns.
   *
   * @param from planes of {@code height} rows of {@code width} pixels
   * @param to planes of as many rows as there are weights for
   * @param first the first row of {@code to}
   * @param end the row after the last
   */
  static void vertical(
      byte[] from, int width, int height, ResizeWeights weights, byte[] to, int first, int end) {
    int outHeight = weights.starts().length;
    int taps = weights.taps();
    IntRows rows = new IntRows(from, width, taps);
    int[] sums = new int[width];
    for (int row = first; row < end; row++) {
      int y = row % outHeight;
      int weight = y * taps;
      int top = row / outHeight * height + weights.starts()[y];
      long[] w = weights.weights();
      Arrays.fill(sums, ResizeWeights.HALF);
      int k = 0;
      for (; k + 4 <= taps; k += 4) {
        add(
            rows.row(top + k),
            (int) w[weight + k],
            rows.row(top + k + 1),
            (int) w[weight + k + 1],
            sums);
        add(
            rows.row(top + k + 2),
            (int) w[weight + k + 2],
            rows.row(top + k + 3),
            (int) w[weight + k + 3],
            sums);
      }
      for (; k < taps; k++) {
        add(rows.row(top + k), (int) w[weight + k], sums);
      }
      for (int x = 0; x < width; x++) {
        to[row * width + x] = ResizeWeights.round(sums[x]);
      }
    }
  }

  private static void add(int[] one, int weight, int[] other, int otherWeight, int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += one[x] * weight + other[x] * otherWeight;
    }
  }

  private static void add(int[] row, int weight, int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += row[x] * weight;
    }
  }

  /** The last few rows as ints: loops over those are vectorized, over bytes they are not. */
  private static final class IntRows {
    private final byte[] from;
    private final int[][] rows;
    private final int[] numbers;

    IntRows(byte[] from, int width, int count) {
      this.from = from;
      this.rows = new int[count][width];
      this.numbers = new int[count];
      Arrays.fill(numbers, -1);
    }

    int[] row(int number) {
      int slot = number % rows.length;
      int[] row = rows[slot];
      if (numbers[slot] != number) {
        numbers[slot] = number;
        int at = number * row.length;
        for (int x = 0; x < row.length; x++) {
          row[x] = from[at + x] & 0xFF;
        }
      }
      return row;
    }
  }
}
