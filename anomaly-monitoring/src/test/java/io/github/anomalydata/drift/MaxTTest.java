package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MaxTTest {
  private static final Permutations NINE = Permutations.of(50, 50, 9, 1, 0);

  /** Mean 0 and variance 1 with what was observed, so that no statistic changes. */
  private static double[] adjust(double[] observed, double[]... statistics) {
    return MaxT.adjust(NINE, observed, statistics);
  }

  @Test
  void oneStatisticKeepsItsPValue() {
    double[] statistics = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    assertArrayEquals(new double[] {.3}, adjust(new double[] {7.5}, statistics), 1e-15);
    assertArrayEquals(new double[] {.3}, adjust(new double[] {8}, statistics), 1e-15);
    assertArrayEquals(new double[] {.1}, adjust(new double[] {10}, statistics), 1e-15);
  }

  @Test
  void statisticsThatSayTheSameCostNothing() {
    double[] statistics = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    double[] scaled = IntStream.range(0, 9).mapToDouble(i -> 100 * statistics[i] + 7).toArray();
    assertArrayEquals(
        new double[] {.3, .3}, adjust(new double[] {7.5, 757}, statistics, scaled), 1e-15);
  }

  @Test
  void stepsDownFromTheLargest() {
    // Standardised: 4.5 is the largest of its own; the second is alone once the first is out.
    double[] first = {-3, -2, -1, 0, 0, 0, 1, 2, -1.5};
    double[] second = {2, 1, 0, -1, -2, 2, 1, 0, -1};
    double[] adjusted = adjust(new double[] {4.5, 1.5}, first, second);
    assertEquals(.1, adjusted[0], 1e-15);
    assertEquals(.3, adjusted[1], 1e-15);
  }

  @Test
  void largestOfAnyStatisticCounts() {
    double[] first = {0, 0, 0, 0, 0, 0, 0, 0, 10};
    double[] second = {0, 0, 0, 0, 0, 0, 0, 10, 0};
    // Both are equal to their greatest: two splits have one as extreme.
    assertArrayEquals(new double[] {.3, .3}, adjust(new double[] {10, 10}, first, second), 1e-15);
  }

  @Test
  void constantsRejectNothingAndHideNothing() {
    double[] constant = new double[9];
    double[] rising = {1, 2, 3, 4, 5, 6, 7, 8, 9};
    double[] adjusted = adjust(new double[] {0, 10}, constant, rising);
    assertEquals(1, adjusted[0]);
    assertEquals(.1, adjusted[1], 1e-15);
  }

  @Test
  void adjustedIsNeverBelowItsOwn() {
    double[] observed = Samples.noise(20, 1);
    double[][] statistics =
        IntStream.range(0, 20).mapToObj(i -> Samples.noise(9, i + 10)).toArray(double[][]::new);
    double[] adjusted = adjust(observed, statistics);
    for (int i = 0; i < 20; i++) {
      assertTrue(adjusted[i] >= NINE.pValue(observed[i], statistics[i]));
    }
  }
}
