package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class BenjaminiYekutieliTest {
  @Test
  void pValuesAreThoseOfBenjaminiAndHochbergTimesTheHarmonicSum() {
    double[] p = {0.001, 0.04, 0.02, 0.5};
    double harmonic = 1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0;
    double[] expected = {4 * harmonic * 0.001, 4 * harmonic * 0.04 / 3, 2 * harmonic * 0.02, 1};
    assertArrayEquals(expected, BenjaminiYekutieli.adjust(p), 1e-15);
  }

  @Test
  void aSinglePValueIsNotAdjusted() {
    assertArrayEquals(new double[] {0.03}, BenjaminiYekutieli.adjust(0.03), 0);
  }

  @Test
  void noAdjustedPValueIsAboveOne() {
    assertArrayEquals(new double[] {1, 1}, BenjaminiYekutieli.adjust(0.9, 0.8), 0);
  }

  @Test
  void pValuesOutOfRangeAreRefused() {
    Thrown.assertRefused(() -> BenjaminiYekutieli.adjust(0.1, 0), "pValues", "above 0", "index 1");
  }
}
