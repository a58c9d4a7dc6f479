package io.github.anomalydata.drift;

import org.jspecify.annotations.Nullable;

/** A sample of finite numbers in the order of time, and sorted. Nothing of it is changed. */
final class Series {
  /** Differences and their sums over all pairs stay far from overflow. */
  private static final double GREATEST = 1e250;

  static final double QUARTILES_OF_NORMAL = 1.3489795003921634;

  private final double[] values;
  private final double[] sorted;

  /** Threads that come at the same time compute the same. */
  private volatile @Nullable Autocorrelation autocorrelation;

  private volatile double neighbourExcess = Double.NaN;

  private Series(double[] values, double[] sorted) {
    this.values = values;
    this.sorted = sorted;
  }

  /**
   * Returns a copy of a sample.
   *
   * @param name the name of the argument
   * @param values the values
   * @throws IllegalArgumentException if a value is not finite or 1e250 or more in magnitude
   */
  static Series of(String name, double[] values) {
    Rules.finite(name, values);
    double[] copy = values.clone();
    for (int i = 0; i < copy.length; i++) {
      if (Math.abs(copy[i]) >= GREATEST) {
        throw new IllegalArgumentException(
            name + ": below 1e250 in magnitude, got " + copy[i] + " at index " + i);
      }
      // Sorting tells -0 from 0.
      copy[i] += 0.0;
    }
    double[] sorted = copy.clone();
    RadixSort.sort(sorted);
    return new Series(copy, sorted);
  }

  int size() {
    return values.length;
  }

  /** Returns the values in the order of time; not a copy. */
  double[] values() {
    return values;
  }

  /** Returns the values in ascending order; not a copy. */
  double[] sorted() {
    return sorted;
  }

  /** Returns what neighbours have in common, computed at the first call. */
  Autocorrelation autocorrelation() {
    Autocorrelation result = autocorrelation;
    if (result == null) {
      result = Autocorrelation.of(values);
      autocorrelation = result;
    }
    return result;
  }

  /** Returns what {@link #countNeighbours} does, computed at the first call. */
  double neighbourExcess() {
    double result = neighbourExcess;
    if (Double.isNaN(result)) {
      result = countNeighbours();
      neighbourExcess = result;
    }
    return result;
  }

  /**
   * Returns by how many standard deviations neighbours are more often on the same side of the
   * median than those of independent rows. Values that equal the median are left out, as in the
   * runs test of A. Wald and J. Wolfowitz, 1940, doi:10.1214/aoms/1177731909. Where the median is
   * the least or the greatest value, the middle between these stands for it.
   */
  private double countNeighbours() {
    if (values.length < 2) {
      return 0;
    }
    double middle = middle();
    long same = 0;
    long above = 0;
    long below = 0;
    // No branches: nobody can predict on which side a value is.
    int wasAbove = 0;
    int wasBelow = 0;
    for (double value : values) {
      int isAbove = value > middle ? 1 : 0;
      int isBelow = value < middle ? 1 : 0;
      same += isAbove & wasAbove | isBelow & wasBelow;
      above += isAbove;
      below += isBelow;
      wasAbove = isAbove | wasAbove & ~isBelow;
      wasBelow = isBelow | wasBelow & ~isAbove;
    }
    double n = above + below;
    if (above == 0 || below == 0) {
      return 0;
    }
    // The number of runs is n - same; its mean and variance given how many are above and below.
    double product = 2.0 * above * below;
    double mean = product / n + 1;
    double variance = product * (product - n) / (n * n * (n - 1));
    return variance > 0 ? (mean - (n - same)) / Math.sqrt(variance) : 0;
  }

  private double middle() {
    double least = sorted[0];
    double greatest = sorted[sorted.length - 1];
    double median = quantile(0.5);
    return median == least || median == greatest ? least / 2 + greatest / 2 : median;
  }

  /** Returns a quantile, linear between the values: type 7 of R, the one of NumPy. */
  double quantile(double probability) {
    double place = probability * (sorted.length - 1);
    int index = (int) place;
    int next = Math.min(index + 1, sorted.length - 1);
    return sorted[index] + (place - index) * (sorted[next] - sorted[index]);
  }

  /** Returns the interquartile range over that of a normal distribution of variance 1. */
  double robustDeviation() {
    return (quantile(0.75) - quantile(0.25)) / QUARTILES_OF_NORMAL;
  }

  double mean() {
    double mean = 0;
    for (double value : sorted) {
      mean += value / sorted.length;
    }
    return mean;
  }

  /** Returns the standard deviation of the sample, 0 for a single value. */
  double standardDeviation() {
    double mean = mean();
    double sum = 0;
    for (double value : sorted) {
      double scaled = value - mean;
      sum = Math.hypot(sum, scaled);
    }
    return sorted[0] == sorted[sorted.length - 1] ? 0 : sum / Math.sqrt(sorted.length - 1);
  }
}
