package io.github.anomalydata.drift;

/** The values of a kernel in double precision. */
@FunctionalInterface
interface KernelFunction {

  /** Returns the value of rows that start at two places. */
  double of(double[] x, int i, double[] y, int j, int columns);

  /**
   * Returns the function of a kernel.
   *
   * @param kernel any but the one that takes its bandwidth from the samples
   */
  static KernelFunction of(Kernel kernel) {
    if (kernel instanceof Kernel.Gaussian gaussian) {
      double[] gammas = gaussian.gammas().stream().mapToDouble(Double::doubleValue).toArray();
      return (x, i, y, j, columns) -> {
        double distance = squaredDistance(x, i, y, j, columns);
        double sum = 0;
        for (double gamma : gammas) {
          sum += Math.exp(-gamma * distance);
        }
        return sum;
      };
    }
    if (kernel instanceof Kernel.Laplacian laplacian) {
      return (x, i, y, j, columns) -> {
        double distance = 0;
        for (int k = 0; k < columns; k++) {
          distance += Math.abs(x[i + k] - y[j + k]);
        }
        return Math.exp(-laplacian.gamma() * distance);
      };
    }
    if (kernel instanceof Kernel.RationalQuadratic quadratic) {
      double alpha = quadratic.alpha();
      double scale = 1 / (2 * alpha * quadratic.lengthScale() * quadratic.lengthScale());
      return (x, i, y, j, columns) ->
          Math.pow(1 + scale * squaredDistance(x, i, y, j, columns), -alpha);
    }
    if (kernel instanceof Kernel.Polynomial polynomial) {
      return (x, i, y, j, columns) -> {
        double product = 0;
        for (int k = 0; k < columns; k++) {
          product += x[i + k] * y[j + k];
        }
        double base = polynomial.gamma() * product + polynomial.offset();
        return polynomial.degree() == 1 ? base : Math.pow(base, polynomial.degree());
      };
    }
    throw new IllegalStateException("no function of its own: " + kernel);
  }

  /** Returns the squared distance of rows that start at two places. */
  static double squaredDistance(double[] x, int i, double[] y, int j, int columns) {
    // Four sums wait less for one another.
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int k = 0;
    for (; k + 3 < columns; k += 4) {
      double a1 = x[i + k] - y[j + k];
      double b1 = x[i + k + 1] - y[j + k + 1];
      double c1 = x[i + k + 2] - y[j + k + 2];
      double d1 = x[i + k + 3] - y[j + k + 3];
      a += a1 * a1;
      b += b1 * b1;
      c += c1 * c1;
      d += d1 * d1;
    }
    for (; k < columns; k++) {
      double difference = x[i + k] - y[j + k];
      a += difference * difference;
    }
    return (a + b) + (c + d);
  }
}
