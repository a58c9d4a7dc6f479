package io.github.anomalydata.drift;

import java.util.List;

/**
 * Many tests of which some may be wrong: among those that are rejected, the expected share of false
 * alarms is at most the level, for tests that are independent or depend on one another positively.
 * Y. Benjamini and Y. Hochberg, "Controlling the false discovery rate", 1995,
 * doi:10.1111/j.2517-6161.1995.tb02031.x. {@link Holm} is for those of which none may be.
 */
public final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /**
   * Adjusts p-values: of {@code k} of them, the {@code i}-th smallest becomes the least of {@code k
   * p(j) / j} over {@code j >= i}, at most 1.
   *
   * @param pValues the p-values, in any order; not changed
   * @return the adjusted ones in the same order, to be compared with the level
   * @throws IllegalArgumentException if one is not above 0 and at most 1
   */
  public static double[] adjust(double... pValues) {
    return adjust(1, pValues);
  }

  /** Adjusts p-values, each of them times a factor. */
  static double[] adjust(double factor, double[] pValues) {
    int count = pValues.length;
    List<Integer> ascending = Holm.ascending(pValues);
    double[] adjusted = new double[count];
    double least = 1;
    for (int rank = count; rank > 0; rank--) {
      int index = ascending.get(rank - 1);
      least = Math.min(least, factor * count * pValues[index] / rank);
      adjusted[index] = least;
    }
    return adjusted;
  }
}
