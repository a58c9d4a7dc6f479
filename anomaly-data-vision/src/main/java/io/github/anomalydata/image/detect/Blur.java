package io.github.anomalydata.image.detect;

/** Gaussian smoothing of planes, which go on beyond the border as they are at it. */
final class Blur {
  private final double[] weights;

  Blur(double sigma) {
    int radius = (int) Math.ceil(2.5 * sigma);
    weights = new double[radius + 1];
    double sum = 0;
    for (int i = 0; i <= radius; i++) {
      weights[i] = StrictMath.exp(-i * i / (2 * sigma * sigma));
      sum += i == 0 ? weights[i] : 2 * weights[i];
    }
    for (int i = 0; i <= radius; i++) {
      weights[i] /= sum;
    }
  }

  double[] apply(double[] plane, int width, int height) {
    return transposed(transposed(plane, width, height), height, width);
  }

  /** Smooths the rows and returns them as columns. */
  private double[] transposed(double[] plane, int width, int height) {
    int radius = weights.length - 1;
    double[] padded = new double[width + 2 * radius];
    double[] result = new double[plane.length];
    for (int y = 0; y < height; y++) {
      for (int i = 0; i < padded.length; i++) {
        padded[i] = plane[y * width + Math.max(0, Math.min(width - 1, i - radius))];
      }
      for (int x = 0; x < width; x++) {
        double sum = weights[0] * padded[x + radius];
        for (int k = 1; k <= radius; k++) {
          sum += weights[k] * (padded[x + radius - k] + padded[x + radius + k]);
        }
        result[x * height + y] = sum;
      }
    }
    return result;
  }
}
