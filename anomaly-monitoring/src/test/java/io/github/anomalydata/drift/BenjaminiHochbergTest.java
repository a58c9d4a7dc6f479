package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class BenjaminiHochbergTest {
  @Test
  void pValuesAreThoseOfScipy() {
    double[] p = {
      .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528,
      .7590, 1
    };
    double[] expected = {
      .0015,
      .003,
      .0095,
      .035625,
      .0603,
      0.06385714285714286,
      0.06385714285714286,
      .0645,
      .0765,
      .486,
      0.5811818181818181,
      .714875,
      0.7532307692307693,
      0.8132142857142857,
      1
    };
    assertArrayEquals(expected, BenjaminiHochberg.adjust(p), 1e-15);
  }

  @Test
  void orderIsKept() {
    assertArrayEquals(new double[] {.5, .03, .06}, BenjaminiHochberg.adjust(.5, .01, .04), 1e-15);
    assertArrayEquals(new double[0], BenjaminiHochberg.adjust());
  }

  @Test
  void valuesThatAreNoPValuesAreRefused() {
    Thrown.assertRefused(() -> BenjaminiHochberg.adjust(.5, 0), "pValues", "got 0.0 at index 1");
  }
}
