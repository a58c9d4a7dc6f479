package io.github.anomalydata.image;

import java.util.Arrays;

/**
 * Resamples rows in one direction. Planes are independent, and one below the other they are rows of
 * one.
 */
final class ResizePass {
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
    int row = first;
    for (; row + 4 <= end; row += 4) {
      fourRows(from, row * width, width, weights, to, row * outWidth);
    }
    for (; row < end; row++) {
      oneRow(from, row * width, weights, to, row * outWidth);
    }
  }

  /** Four rows share the weights: a load of one serves four products. */
  private static void fourRows(
      byte[] from, int at, int width, ResizeWeights weights, byte[] to, int toAt) {
    int[] w = weights.weights();
    int[] starts = weights.starts();
    int[] counts = weights.counts();
    int outWidth = starts.length;
    for (int x = 0; x < outWidth; x++) {
      int a = ResizeWeights.HALF;
      int b = ResizeWeights.HALF;
      int c = ResizeWeights.HALF;
      int d = ResizeWeights.HALF;
      int weightAt = x * weights.taps();
      int pixel = at + starts[x];
      for (int k = 0; k < counts[x]; k++) {
        int weight = w[weightAt + k];
        a += (from[pixel + k] & 0xFF) * weight;
        b += (from[pixel + width + k] & 0xFF) * weight;
        c += (from[pixel + 2 * width + k] & 0xFF) * weight;
        d += (from[pixel + 3 * width + k] & 0xFF) * weight;
      }
      to[toAt + x] = ResizeWeights.round(a);
      to[toAt + outWidth + x] = ResizeWeights.round(b);
      to[toAt + 2 * outWidth + x] = ResizeWeights.round(c);
      to[toAt + 3 * outWidth + x] = ResizeWeights.round(d);
    }
  }

  private static void oneRow(byte[] from, int at, ResizeWeights weights, byte[] to, int toAt) {
    int[] w = weights.weights();
    for (int x = 0; x < weights.starts().length; x++) {
      int sum = ResizeWeights.HALF;
      int weightAt = x * weights.taps();
      int pixel = at + weights.starts()[x];
      for (int k = 0; k < weights.counts()[x]; k++) {
        sum += (from[pixel + k] & 0xFF) * w[weightAt + k];
      }
      to[toAt + x] = ResizeWeights.round(sum);
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
    int[] sums = new int[width];
    for (int row = first; row < end; row++) {
      int y = row % outHeight;
      int weightAt = y * weights.taps();
      int at = (row / outHeight * height + weights.starts()[y]) * width;
      int count = weights.counts()[y];
      Arrays.fill(sums, ResizeWeights.HALF);
      int k = 0;
      for (; k + 4 <= count; k += 4) {
        addFour(from, at + k * width, width, weights.weights(), weightAt + k, sums);
      }
      for (; k < count; k++) {
        add(from, at + k * width, weights.weights()[weightAt + k], sums);
      }
      for (int x = 0; x < width; x++) {
        to[row * width + x] = ResizeWeights.round(sums[x]);
      }
    }
  }

  /** Four rows of pixels a pass: a load and a store of a sum serve four products. */
  private static void addFour(
      byte[] from, int at, int width, int[] weights, int weightAt, int[] sums) {
    int a = weights[weightAt];
    int b = weights[weightAt + 1];
    int c = weights[weightAt + 2];
    int d = weights[weightAt + 3];
    for (int x = 0; x < sums.length; x++) {
      int pixel = at + x;
      sums[x] +=
          (from[pixel] & 0xFF) * a
              + (from[pixel + width] & 0xFF) * b
              + (from[pixel + 2 * width] & 0xFF) * c
              + (from[pixel + 3 * width] & 0xFF) * d;
    }
  }

  private static void add(byte[] from, int at, int weight, int[] sums) {
    for (int x = 0; x < sums.length; x++) {
      sums[x] += (from[at + x] & 0xFF) * weight;
    }
  }
}
