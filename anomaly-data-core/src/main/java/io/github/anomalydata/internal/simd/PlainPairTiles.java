package io.github.anomalydata.internal.simd;

import java.util.Arrays;

/**
 * {@link PairTiles} in loops that C2 vectorises on every JDK: each goes through whole arrays from
 * their first element, since C2 cannot tell whether different places of two arrays are the same
 * one, writes one array, and has no branch, call or cast. So rows are copied out of panels and
 * tiles first, and the exponential takes the way it does: \( e^{x/64} - 1 \) by four terms of its
 * series, then six times \( p \mapsto p (p + 2) \), which doubles the exponent and, unlike
 * squaring, keeps the absolute error near that of one float.
 */
final class PlainPairTiles implements PairTiles {
  private static final int WIDTH = 256;

  /** The exponent of the least kernel value, 1e-14, over 64. */
  private static final float LOWEST = -0.5f;

  private static final float LN_2_OVER_64 = 0.6931472f / 64;

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void distances(float[] x, float[] y, int columns, float[] tile, int at) {
    float[][] rows = new float[WIDTH][WIDTH];
    float[] a = new float[WIDTH];
    float[] b = new float[WIDTH];
    int k = 0;
    for (; k + 1 < columns; k += 2) {
      copy(x, k, a);
      copy(x, k + 1, b);
      for (int j = 0; j < WIDTH; j++) {
        addSquares(rows[j], a, b, y[k * WIDTH + j], y[(k + 1) * WIDTH + j]);
      }
    }
    if (k < columns) {
      copy(x, k, a);
      for (int j = 0; j < WIDTH; j++) {
        addSquares(rows[j], a, y[k * WIDTH + j]);
      }
    }
    for (int j = 0; j < WIDTH; j++) {
      System.arraycopy(rows[j], 0, tile, at + j * WIDTH, WIDTH);
    }
  }

  /** Copies a row of a tile, or a column of a panel. */
  private static void copy(float[] from, int row, float[] to) {
    System.arraycopy(from, row * WIDTH, to, 0, WIDTH);
  }

  private static void addSquares(float[] sums, float[] a, float[] b, float y0, float y1) {
    for (int i = 0; i < WIDTH; i++) {
      float d0 = y0 - a[i];
      float sum = sums[i] + d0 * d0;
      float d1 = y1 - b[i];
      sums[i] = sum + d1 * d1;
    }
  }

  private static void addSquares(float[] sums, float[] a, float y0) {
    for (int i = 0; i < WIDTH; i++) {
      float d0 = y0 - a[i];
      sums[i] += d0 * d0;
    }
  }

  @Override
  public double kernelSum(float[] distances, int length, float factor) {
    float[] row = new float[WIDTH];
    float[] sums = new float[WIDTH];
    for (int j = 0; j < length / WIDTH; j++) {
      copy(distances, j, row);
      addKernel(row, sums, factor * -LN_2_OVER_64);
    }
    double total = 0;
    for (float sum : sums) {
      total += sum;
    }
    return total;
  }

  @Override
  public void addKernel(float[] distances, float[] values, int length, float factor) {
    float[] row = new float[WIDTH];
    float[] sums = new float[WIDTH];
    for (int j = 0; j < length / WIDTH; j++) {
      copy(distances, j, row);
      copy(values, j, sums);
      addKernel(row, sums, factor * -LN_2_OVER_64);
      System.arraycopy(sums, 0, values, j * WIDTH, WIDTH);
    }
  }

  private static void addKernel(float[] distances, float[] values, float scale) {
    for (int i = 0; i < WIDTH; i++) {
      float r = Math.max(LOWEST, distances[i] * scale);
      float p = r * (1f + r * (1f / 2 + r * (1f / 6 + r * (1f / 24))));
      p = p * (p + 2f);
      p = p * (p + 2f);
      p = p * (p + 2f);
      p = p * (p + 2f);
      p = p * (p + 2f);
      p = p * (p + 2f);
      values[i] += 1f + p;
    }
  }

  @Override
  public void sums(float[] tile, int rows, float[] sums) {
    float[] row = new float[WIDTH];
    Arrays.fill(sums, 0);
    for (int j = 0; j < rows; j++) {
      copy(tile, j, row);
      add(sums, row);
    }
  }

  private static void add(float[] sums, float[] values) {
    for (int i = 0; i < WIDTH; i++) {
      sums[i] += values[i];
    }
  }

  @Override
  public void multiply(float[] tile, int rows, float[] weights, int at, float[] products, int to) {
    float[][] sums = new float[WIDTH][WIDTH];
    float[] a = new float[WIDTH];
    float[] b = new float[WIDTH];
    float[] c = new float[WIDTH];
    float[] d = new float[WIDTH];
    int first = at / WIDTH;
    for (int j = 0; j < rows; j += 4) {
      copy(weights, first + j, a);
      copy(weights, first + j + 1, b);
      copy(weights, first + j + 2, c);
      copy(weights, first + j + 3, d);
      for (int i = 0; i < WIDTH; i++) {
        int t = j * WIDTH + i;
        addProducts(
            sums[i],
            a,
            b,
            c,
            d,
            tile[t],
            tile[t + WIDTH],
            tile[t + 2 * WIDTH],
            tile[t + 3 * WIDTH]);
      }
    }
    for (int i = 0; i < WIDTH; i++) {
      System.arraycopy(sums[i], 0, products, to + i * WIDTH, WIDTH);
    }
  }

  private static void addProducts(
      float[] sums,
      float[] a,
      float[] b,
      float[] c,
      float[] d,
      float t0,
      float t1,
      float t2,
      float t3) {
    for (int i = 0; i < WIDTH; i++) {
      sums[i] += (t0 * a[i] + t1 * b[i]) + (t2 * c[i] + t3 * d[i]);
    }
  }

  @Override
  public void distances(float[] products, int at, float[] x, float[] y) {
    float[] row = new float[WIDTH];
    for (int j = 0; j < WIDTH; j++) {
      System.arraycopy(products, at + j * WIDTH, row, 0, WIDTH);
      toDistances(row, x, y[j]);
      System.arraycopy(row, 0, products, at + j * WIDTH, WIDTH);
    }
  }

  private static void toDistances(float[] products, float[] norms, float norm) {
    for (int i = 0; i < WIDTH; i++) {
      products[i] = (norm + norms[i]) - 2f * products[i];
    }
  }

  @Override
  public void forms(
      float[] products, float[] weights, int at, float[] sums, float[] forms, float[] margins) {
    float[] row = new float[WIDTH];
    float[] own = new float[WIDTH];
    Arrays.fill(forms, 0);
    Arrays.fill(margins, 0);
    for (int i = 0; i < WIDTH; i++) {
      copy(products, i, row);
      copy(weights, at / WIDTH + i, own);
      addForms(forms, row, own);
      add(margins, row);
      addScaled(margins, own, sums[i]);
    }
  }

  private static void addForms(float[] forms, float[] products, float[] weights) {
    for (int b = 0; b < WIDTH; b++) {
      forms[b] += products[b] * weights[b];
    }
  }

  private static void addScaled(float[] sums, float[] values, float factor) {
    for (int b = 0; b < WIDTH; b++) {
      sums[b] += values[b] * factor;
    }
  }
}
