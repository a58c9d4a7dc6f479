package io.github.anomalydata.drift;

import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.PValueMethod;

/** The p-value of a Kolmogorov-Smirnov statistic of continuous values, by Commons Statistics. */
final class ContinuousKolmogorovSmirnov {
  /** Counting lattice paths takes time with the product of the sizes. */
  private static final int LARGEST_EXACT = 10_000;

  private ContinuousKolmogorovSmirnov() {}

  /** Tells whether the p-value is exact. */
  static boolean isExact(int reference, int current) {
    return Math.max(reference, current) <= LARGEST_EXACT;
  }

  /**
   * Returns the p-value, 0 where it is below the least positive double. Where values are tied, it
   * is too large.
   *
   * @param reference the reference, not empty
   * @param current the current sample, not empty
   */
  static double pValue(double[] reference, double[] current) {
    if (reference.length < 2 || current.length < 2) {
      return single(reference, current);
    }
    PValueMethod method =
        isExact(reference.length, current.length) ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC;
    return KolmogorovSmirnovTest.withDefaults().with(method).test(reference, current).getPValue();
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
