package io.github.anomalydata.drift;

import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.PValueMethod;

/** P-values of Kolmogorov-Smirnov statistics of continuous values, by Commons Statistics. */
final class ContinuousKolmogorovSmirnov {
  /** Counting lattice paths takes time with the product of the sizes. */
  private static final int LARGEST_EXACT = 10_000;

  private ContinuousKolmogorovSmirnov() {}

  /** Tells whether the p-value is exact. */
  static boolean isExact(int reference, int current) {
    return Math.max(reference, current) <= LARGEST_EXACT;
  }

  /**
   * Counts lattice paths. Where values are tied, the p-value is too large; 0 where it is below the
   * least positive double.
   *
   * @param reference the reference, not empty
   * @param current the current sample, not empty
   */
  static double exact(double[] reference, double[] current) {
    return reference.length < 2 || current.length < 2
        ? single(reference, current)
        : KolmogorovSmirnovTest.withDefaults()
            .with(PValueMethod.EXACT)
            .test(reference, current)
            .getPValue();
  }

  /**
   * N. V. Smirnov's limit: the distribution of one sample of {@code n m / (n + m)} values. Commons
   * Statistics has it behind a test of a sample, here one whose statistic is the wanted one; its
   * test of two samples sorts them again, and takes longer than all the rest.
   */
  static double asymptotic(double statistic, int n, int m) {
    double[] ranks = new double[(int) Math.round((double) n * m / ((double) n + m))];
    for (int i = 0; i < ranks.length; i++) {
      ranks[i] = (i + 1.0) / ranks.length;
    }
    return KolmogorovSmirnovTest.withDefaults()
        .with(PValueMethod.EXACT)
        .test(ranks, rank -> Math.max(0, rank - statistic))
        .getPValue();
  }

  /** Commons Statistics wants two values of each; one value has its rank among the others. */
  private static double single(double[] reference, double[] current) {
    double[] others = reference.length == 1 ? current : reference;
    double one = reference.length == 1 ? reference[0] : current[0];
    int size = others.length;
    int atMost = 0;
    int below = 0;
    for (double other : others) {
      atMost += other <= one ? 1 : 0;
      below += other < one ? 1 : 0;
    }
    // With k of the others below, D is the larger of k and size - k over size; each k is as likely.
    int extreme = Math.max(below, size - atMost);
    return Math.min(1, 2.0 * (size + 1 - extreme) / (size + 1));
  }
}
