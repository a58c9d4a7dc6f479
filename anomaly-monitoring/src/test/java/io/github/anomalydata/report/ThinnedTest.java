package io.github.anomalydata.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

final class ThinnedTest {
  private static final double NAN = Double.NaN;

  @Test
  void fewValuesStayAsTheyAre() {
    Thinned thinned = Thinned.of(new double[] {5, NAN}, 10, 1);
    assertArrayEquals(new double[] {10, 11}, thinned.places());
    assertArrayEquals(new double[] {5, NAN}, thinned.values());
  }

  @Test
  void eachStretchKeepsItsLeastAndItsGreatestInTheirOrder() {
    Thinned thinned = Thinned.of(new double[] {1, 5, 3, 9, 2, 7}, 0, 2);
    assertArrayEquals(new double[] {0, 1, 3, 4}, thinned.places());
    assertArrayEquals(new double[] {1, 5, 9, 2}, thinned.values());
  }

  @Test
  void stretchOfEqualValuesIsDrawnFromEndToEnd() {
    Thinned thinned = Thinned.of(new double[] {4, 4, 4, 1, 2, 3}, 0, 2);
    assertArrayEquals(new double[] {0, 2, 3, 5}, thinned.places());
    assertArrayEquals(new double[] {4, 4, 1, 3}, thinned.values());
  }

  @Test
  void stretchWithoutValuesIsAGap() {
    Thinned thinned = Thinned.of(new double[] {NAN, NAN, NAN, NAN, 2, 3}, 0, 2);
    assertArrayEquals(new double[] {0, 2, 4, 5}, thinned.places());
    assertArrayEquals(new double[] {NAN, NAN, 2, 3}, thinned.values());
  }
}
