package io.github.anomalydata.drift;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Several tests at one level: the probability that any of them raises a false alarm is at most that
 * level, however they depend on one another. S. Holm, "A simple sequentially rejective multiple
 * test procedure", 1979, doi:10.2307/4615733.
 */
public final class Holm {
  private Holm() {}

  /**
   * Adjusts p-values: of {@code k} of them, the {@code i}-th smallest becomes the greatest of
   * {@code (k - j + 1) p(j)} over {@code j <= i}, at most 1.
   *
   * @param pValues the p-values, in any order; not changed
   * @return the adjusted ones in the same order, to be compared with the level
   * @throws IllegalArgumentException if one is not above 0 and at most 1
   */
  public static double[] adjust(double... pValues) {
    int count = pValues.length;
    List<Integer> ascending = ascending(pValues);
    double[] adjusted = new double[count];
    double greatest = 0;
    for (int rank = 0; rank < count; rank++) {
      int index = ascending.get(rank);
      greatest = Math.max(greatest, Math.min(1, (count - rank) * pValues[index]));
      adjusted[index] = greatest;
    }
    return adjusted;
  }

  /** Returns the indices of p-values from the smallest on. */
  static List<Integer> ascending(double[] pValues) {
    for (int i = 0; i < pValues.length; i++) {
      if (!(pValues[i] > 0 && pValues[i] <= 1)) {
        throw new IllegalArgumentException(
            "pValues: above 0 and at most 1, got " + pValues[i] + " at index " + i);
      }
    }
    return IntStream.range(0, pValues.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> pValues[i]))
        .toList();
  }
}
