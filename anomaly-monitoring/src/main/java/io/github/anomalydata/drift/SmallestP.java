package io.github.anomalydata.drift;

import java.util.Arrays;

/**
 * One p-value for several statistics of the same splits, none of which is chosen beforehand: the
 * smallest of their p-values, against the smallest ones of all splits. This is how A. Schrab, I.
 * Kim, M. Albert, B. Laurent, B. Guedj and A. Gretton, "MMD aggregated two-sample test", JMLR 24,
 * 2023, correct for several bandwidths of equal weight, with the same permutations for both steps.
 *
 * @param value the p-value
 * @param place which statistic's own p-value is the smallest
 */
record SmallestP(double value, int place) {

  /**
   * Returns that of statistics that are large when samples differ.
   *
   * @param splits the splits
   * @param observed each statistic of the rows as they are
   * @param statistics each statistic of each split
   */
  static SmallestP of(Permutations splits, double[] observed, double[][] statistics) {
    int[] smallest = new int[splits.count()];
    Arrays.fill(smallest, Integer.MAX_VALUE);
    int own = Integer.MAX_VALUE;
    int place = 0;
    for (int k = 0; k < observed.length; k++) {
      double tie = observed[k] - Permutations.threshold(observed[k], statistics[k]);
      // The observed split is one of all; where all are taken, it is among them already.
      double[] sorted = statistics[k].clone();
      if (splits.kind() == TestResult.PValue.PERMUTATION) {
        sorted = Arrays.copyOf(sorted, sorted.length + 1);
        sorted[sorted.length - 1] = observed[k];
      }
      Arrays.sort(sorted);
      for (int split = 0; split < smallest.length; split++) {
        smallest[split] = Math.min(smallest[split], atLeast(sorted, statistics[k][split] - tie));
      }
      int count = atLeast(sorted, observed[k] - tie);
      if (count < own) {
        own = count;
        place = k;
      }
    }
    int extreme = 0;
    for (int count : smallest) {
      extreme += count <= own ? 1 : 0;
    }
    return new SmallestP(splits.share(extreme), place);
  }

  /** Returns how many numbers are at least as large. */
  private static int atLeast(double[] sorted, double threshold) {
    int low = 0;
    int high = sorted.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted[middle] < threshold) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return sorted.length - low;
  }
}
