package io.github.anomalydata.image.detect;

/**
 * The mean of vectors and the sums of the products of their deviations, updated one by one after
 * Welford; a lower triangle in rows.
 */
final class Moments {
  final double[] mean;
  final double[] products;
  private int count;

  Moments(int length) {
    mean = new double[length];
    products = new double[length * (length + 1) / 2];
  }

  int count() {
    return count;
  }

  void add(float[] values, int from) {
    count++;
    double[] before = new double[mean.length];
    double[] after = new double[mean.length];
    for (int i = 0; i < mean.length; i++) {
      before[i] = values[from + i] - mean[i];
      mean[i] += before[i] / count;
      after[i] = values[from + i] - mean[i];
    }
    int at = 0;
    for (int i = 0; i < mean.length; i++) {
      for (int j = 0; j <= i; j++) {
        products[at++] += before[i] * after[j];
      }
    }
  }

  /** Adds the products of another, about its own mean. */
  void addWithin(Moments other) {
    for (int i = 0; i < products.length; i++) {
      products[i] += other.products[i];
    }
  }
}
