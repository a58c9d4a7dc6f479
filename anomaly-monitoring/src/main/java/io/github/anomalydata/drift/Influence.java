package io.github.anomalydata.drift;

import java.util.Optional;

/**
 * By how much each row moves an estimate from two samples, to first order: the estimate is off by
 * the mean of the influences of each sample. So their variance is its variance, and where rows
 * depend on one another, that of means of blocks.
 *
 * @param reference the influence of each row of the reference, in the order of time
 * @param current that of each current row
 */
record Influence(double[] reference, double[] current) {

  /**
   * Returns the standard error of the estimate, with B. L. Welch's degrees of freedom, 1947,
   * doi:10.1093/biomet/34.1-2.28.
   *
   * @param blocks the blocks that rows are taken in
   * @return the error; empty if either sample is a single block
   */
  Optional<StandardError> error(Blocks blocks) {
    int first = Permutations.blocks(reference.length, blocks.length());
    int second = Permutations.blocks(current.length, blocks.length());
    if (first < 2 || second < 2) {
      return Optional.empty();
    }
    double ofReference = variance(reference, first);
    double ofCurrent = variance(current, second);
    double sum = ofReference + ofCurrent;
    double freedom =
        sum > 0
            ? sum
                * sum
                / (ofReference * ofReference / (first - 1) + ofCurrent * ofCurrent / (second - 1))
            : first + second - 2.0;
    return Optional.of(new StandardError(Math.sqrt(sum * blocks.widening()), freedom));
  }

  /** Returns the variance of a mean, from those of blocks. */
  static double variance(double[] values, int blocks) {
    double mean = 0;
    for (double value : values) {
      mean += value / values.length;
    }
    double squares = 0;
    for (int block = 0; block < blocks; block++) {
      double sum = 0;
      int to = (int) ((long) values.length * (block + 1) / blocks);
      for (int i = (int) ((long) values.length * block / blocks); i < to; i++) {
        sum += values[i] - mean;
      }
      squares += sum / values.length * (sum / values.length);
    }
    return squares * blocks / (blocks - 1);
  }

  /** Returns these influences on an estimate that is so many times as large. */
  Influence times(double factor) {
    return new Influence(scaled(reference, factor), scaled(current, factor));
  }

  private static double[] scaled(double[] values, double factor) {
    double[] scaled = new double[values.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = factor * values[i];
    }
    return scaled;
  }
}
