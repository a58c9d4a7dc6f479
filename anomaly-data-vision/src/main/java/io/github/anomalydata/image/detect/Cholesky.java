package io.github.anomalydata.image.detect;

/** Factors of positive definite matrices, lower triangles in rows. */
final class Cholesky {
  private Cholesky() {}

  /** Replaces a matrix by its factor. */
  static void factor(double[] matrix, int length) {
    for (int i = 0; i < length; i++) {
      int row = i * (i + 1) / 2;
      for (int j = 0; j <= i; j++) {
        int column = j * (j + 1) / 2;
        double sum = matrix[row + j];
        for (int k = 0; k < j; k++) {
          sum -= matrix[row + k] * matrix[column + k];
        }
        if (i == j) {
          if (!(sum > 0)) {
            throw new IllegalArgumentException("features: a positive variance, got " + sum);
          }
          matrix[row + i] = Math.sqrt(sum);
        } else {
          matrix[row + j] = sum / matrix[column + j];
        }
      }
    }
  }

  /** Returns the length of a vector in units of the deviations that a factor stands for. */
  static double distance(double[] factor, int from, double[] vector) {
    double squares = 0;
    int at = from;
    for (int i = 0; i < vector.length; i++) {
      double sum = vector[i];
      for (int j = 0; j < i; j++) {
        sum -= factor[at++] * vector[j];
      }
      vector[i] = sum / factor[at++];
      squares += vector[i] * vector[i];
    }
    return Math.sqrt(squares);
  }
}
