package io.github.anomalydata.drift;

/**
 * Many tests of which some may be wrong: among those that are rejected, the expected share of false
 * alarms is at most the level, however the tests depend on one another. Y. Benjamini and D.
 * Yekutieli, "The control of the false discovery rate in multiple testing under dependency", 2001,
 * doi:10.1214/aos/1013699998. {@link BenjaminiHochberg} finds more where tests are independent.
 */
public final class BenjaminiYekutieli {
  private BenjaminiYekutieli() {}

  /**
   * Adjusts p-values: of {@code k} of them, the {@code i}-th smallest becomes the least of {@code k
   * c p(j) / j} over {@code j >= i}, at most 1, with {@code c = 1 + 1/2 + ... + 1/k}.
   *
   * @param pValues the p-values, in any order; not changed
   * @return the adjusted ones in the same order, to be compared with the level
   * @throws IllegalArgumentException if one is not above 0 and at most 1
   */
  public static double[] adjust(double... pValues) {
    return BenjaminiHochberg.adjust(harmonic(pValues.length), pValues);
  }

  /** Returns the sum of {@code 1 / i} up to a number. */
  static double harmonic(int number) {
    double harmonic = 0;
    for (int i = number; i > 0; i--) {
      harmonic += 1.0 / i;
    }
    return harmonic;
  }
}
