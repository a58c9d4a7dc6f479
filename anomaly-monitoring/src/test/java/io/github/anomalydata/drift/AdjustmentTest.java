package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.internal.ParallelRows;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdjustmentTest {
  private static final Permutations SPLITS = Permutations.of(30, 30, 199, 1, 3);

  private static double[] adjusted(Adjustment adjustment, NumberComparison... comparisons) {
    double[][] statistics = new double[comparisons.length][];
    double[] observed = new double[comparisons.length];
    for (int i = 0; i < comparisons.length; i++) {
      observed[i] = comparisons[i].observed();
      statistics[i] = SPLITS.statistics(ParallelRows.NONE, comparisons[i].statistic());
    }
    return adjustment.adjust(SPLITS, observed, statistics);
  }

  private static NumberComparison comparison(double shift) {
    double[] current = Samples.noise(30, 2);
    for (int i = 0; i < 30; i++) {
      current[i] += shift;
    }
    return new NumberComparison(
        Series.of("x", Samples.noise(30, 1)), Series.of("y", current), Distance.WASSERSTEIN);
  }

  @Test
  void westfallYoungChargesNothingForTestsThatSayTheSame() {
    double[] alone = adjusted(Adjustment.WESTFALL_YOUNG, comparison(0.7));
    double[] twins = adjusted(Adjustment.WESTFALL_YOUNG, comparison(0.7), comparison(0.7));
    assertArrayEquals(new double[] {alone[0], alone[0]}, twins, 0);
    double[] holm = adjusted(Adjustment.HOLM, comparison(0.7), comparison(0.7));
    assertEquals(2 * alone[0], holm[0], 1e-15);
  }

  @Test
  void othersAreThoseOfThePValues() {
    double[] p = {
      adjusted(Adjustment.WESTFALL_YOUNG, comparison(0.5))[0],
      adjusted(Adjustment.WESTFALL_YOUNG, comparison(1))[0]
    };
    NumberComparison[] both = {comparison(0.5), comparison(1)};
    assertArrayEquals(Holm.adjust(p), adjusted(Adjustment.HOLM, both), 0);
    assertArrayEquals(
        BenjaminiHochberg.adjust(p), adjusted(Adjustment.BENJAMINI_HOCHBERG, both), 0);
    assertArrayEquals(
        BenjaminiYekutieli.adjust(p), adjusted(Adjustment.BENJAMINI_YEKUTIELI, both), 0);
  }

  @Test
  void leastPValueOfOneTestOfManyIsThatOfTheAdjustment() {
    for (Adjustment adjustment :
        List.of(Adjustment.HOLM, Adjustment.BENJAMINI_HOCHBERG, Adjustment.BENJAMINI_YEKUTIELI)) {
      double[] p = {1, 0.005, 1, 1};
      double[] adjusted =
          switch (adjustment) {
            case HOLM -> Holm.adjust(p);
            case BENJAMINI_HOCHBERG -> BenjaminiHochberg.adjust(p);
            default -> BenjaminiYekutieli.adjust(p);
          };
      assertEquals(adjusted[1], adjustment.least(4, 0.005), 1e-15, adjustment.name());
    }
    assertTrue(Adjustment.WESTFALL_YOUNG.least(100, 0.005) == 0.005);
  }
}
