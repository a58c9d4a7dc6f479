package io.github.anomalydata.metrics;

/**
 * Count, mean, sum of squared deviations, least and greatest of numbers, merged without
 * cancellation (T. F. Chan, G. H. Golub and R. J. LeVeque, 1983,
 * doi:10.1080/00031305.1983.10483115).
 */
final class Moments {
  long count;
  double mean;
  double squares;
  double min = Double.POSITIVE_INFINITY;
  double max = Double.NEGATIVE_INFINITY;

  void clear() {
    set(0, 0, 0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);
  }

  void set(long newCount, double newMean, double newSquares, double newMin, double newMax) {
    count = newCount;
    mean = newMean;
    squares = newSquares;
    min = newMin;
    max = newMax;
  }

  void add(double value) {
    count++;
    double delta = value - mean;
    mean += delta / count;
    squares += delta * (value - mean);
    min = Math.min(min, value);
    max = Math.max(max, value);
  }

  void add(Moments other) {
    if (other.count == 0) {
      return;
    }
    long n = count + other.count;
    double delta = other.mean - mean;
    mean += delta * ((double) other.count / n);
    squares += other.squares + delta * delta * ((double) count / n) * other.count;
    count = n;
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
  }
}
