package io.github.anomalydata.internal.simd;

import java.util.Arrays;

/**
 * {@link PairTiles} in loops over a panel that write one array and have no branch, call or cast, so
 * that C2 vectorises them on every JDK. That is why the exponential takes the way it does: \(
 * e^{x/64} - 1 \) by four terms of its series, then six times \( p \mapsto p (p + 2) \), which
 * doubles the exponent and, unlike squaring, keeps the absolute error near that of one float.
 */
final class PlainPairTiles implements PairTiles {
  private static final int WIDTH = 128;

  /** The exponent of the least kernel value, 1e-14. */
  private static final float LOWEST = -32f;

  private static final float LN_2 = 0.6931472f;

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void distances(float[] x, float[] y, int columns, float[] tile, int at) {
    float[] row = new float[WIDTH];
    for (int j = 0; j < WIDTH; j++) {
      Arrays.fill(row, 0);
      int k = 0;
      for (; k + 7 < columns; k += 8) {
        addEightSquares(row, x, k * WIDTH, y, k * WIDTH + j);
      }
      for (; k < columns; k++) {
        addSquares(row, x, k * WIDTH, y[k * WIDTH + j]);
      }
      System.arraycopy(row, 0, tile, at + j * WIDTH, WIDTH);
    }
  }

  private static void addEightSquares(float[] sums, float[] x, int at, float[] y, int from) {
    float y0 = y[from];
    float y1 = y[from + WIDTH];
    float y2 = y[from + 2 * WIDTH];
    float y3 = y[from + 3 * WIDTH];
    float y4 = y[from + 4 * WIDTH];
    float y5 = y[from + 5 * WIDTH];
    float y6 = y[from + 6 * WIDTH];
    float y7 = y[from + 7 * WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      float d0 = y0 - x[at + i];
      float d1 = y1 - x[at + WIDTH + i];
      float d2 = y2 - x[at + 2 * WIDTH + i];
      float d3 = y3 - x[at + 3 * WIDTH + i];
      float d4 = y4 - x[at + 4 * WIDTH + i];
      float d5 = y5 - x[at + 5 * WIDTH + i];
      float d6 = y6 - x[at + 6 * WIDTH + i];
      float d7 = y7 - x[at + 7 * WIDTH + i];
      sums[i] +=
          ((d0 * d0 + d1 * d1) + (d2 * d2 + d3 * d3)) + ((d4 * d4 + d5 * d5) + (d6 * d6 + d7 * d7));
    }
  }

  private static void addSquares(float[] sums, float[] x, int at, float y) {
    for (int i = 0; i < WIDTH; i++) {
      float d = y - x[at + i];
      sums[i] += d * d;
    }
  }

  @Override
  public float kernelSum(float[] distances, int length, float factor) {
    float[] sums = new float[WIDTH];
    for (int at = 0; at < length; at += WIDTH) {
      addKernel(distances, at, sums, 0, factor);
    }
    float total = 0;
    for (float sum : sums) {
      total += sum;
    }
    return total;
  }

  @Override
  public void addKernel(float[] distances, float[] values, int length, float factor) {
    for (int at = 0; at < length; at += WIDTH) {
      addKernel(distances, at, values, at, factor);
    }
  }

  private static void addKernel(float[] distances, int from, float[] values, int at, float factor) {
    float scale = -LN_2 * factor;
    for (int i = 0; i < WIDTH; i++) {
      float r = Math.max(LOWEST, distances[from + i] * scale) * (1f / 64);
      float p = r * (1f + r * (1f / 2 + r * (1f / 6 + r * (1f / 24))));
      p *= p + 2f;
      p *= p + 2f;
      p *= p + 2f;
      p *= p + 2f;
      p *= p + 2f;
      p *= p + 2f;
      values[at + i] += 1f + p;
    }
  }

  @Override
  public void sums(float[] tile, int rows, float[] sums) {
    Arrays.fill(sums, 0);
    for (int j = 0; j < rows; j++) {
      add(sums, tile, j * WIDTH);
    }
  }

  private static void add(float[] sums, float[] values, int at) {
    for (int i = 0; i < WIDTH; i++) {
      sums[i] += values[at + i];
    }
  }

  @Override
  public void multiply(float[] tile, int rows, float[] weights, int at, float[] products) {
    float[] row = new float[WIDTH];
    for (int i = 0; i < WIDTH; i++) {
      Arrays.fill(row, 0);
      for (int j = 0; j < rows; j += 8) {
        addEightProducts(row, tile, j * WIDTH + i, weights, at + j * WIDTH);
      }
      System.arraycopy(row, 0, products, i * WIDTH, WIDTH);
    }
  }

  private static void addEightProducts(float[] sums, float[] tile, int from, float[] w, int at) {
    float t0 = tile[from];
    float t1 = tile[from + WIDTH];
    float t2 = tile[from + 2 * WIDTH];
    float t3 = tile[from + 3 * WIDTH];
    float t4 = tile[from + 4 * WIDTH];
    float t5 = tile[from + 5 * WIDTH];
    float t6 = tile[from + 6 * WIDTH];
    float t7 = tile[from + 7 * WIDTH];
    for (int b = 0; b < WIDTH; b++) {
      sums[b] +=
          ((t0 * w[at + b] + t1 * w[at + WIDTH + b])
                  + (t2 * w[at + 2 * WIDTH + b] + t3 * w[at + 3 * WIDTH + b]))
              + ((t4 * w[at + 4 * WIDTH + b] + t5 * w[at + 5 * WIDTH + b])
                  + (t6 * w[at + 6 * WIDTH + b] + t7 * w[at + 7 * WIDTH + b]));
    }
  }

  @Override
  public void forms(
      float[] products, float[] weights, int at, float[] sums, float[] forms, float[] margins) {
    Arrays.fill(forms, 0);
    Arrays.fill(margins, 0);
    for (int i = 0; i < WIDTH; i++) {
      addForms(forms, products, i * WIDTH, weights, at + i * WIDTH);
      addMargins(margins, products, i * WIDTH, weights, at + i * WIDTH, sums[i]);
    }
  }

  private static void addForms(float[] forms, float[] products, int from, float[] w, int at) {
    for (int b = 0; b < WIDTH; b++) {
      forms[b] += products[from + b] * w[at + b];
    }
  }

  private static void addMargins(
      float[] margins, float[] products, int from, float[] w, int at, float sum) {
    for (int b = 0; b < WIDTH; b++) {
      margins[b] += products[from + b] + w[at + b] * sum;
    }
  }
}
