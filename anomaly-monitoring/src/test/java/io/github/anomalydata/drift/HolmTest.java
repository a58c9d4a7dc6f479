package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class HolmTest {
  @Test
  void pValuesAreAdjustedInSteps() {
    double[] p = {
      .0001, .0004, .0019, .0095, .0201, .0278, .0298, .0344, .0459, .3240, .4262, .5719, .6528,
      .7590, 1
    };
    double[] expected = {
      .0015, .0056, .0247, .114, .2211, .278, .278, .278, .3213, 1, 1, 1, 1, 1, 1
    };
    assertArrayEquals(expected, Holm.adjust(p), 1e-15);
  }

  @Test
  void orderIsKept() {
    assertArrayEquals(new double[] {.5, .03, .08}, Holm.adjust(.5, .01, .04), 1e-15);
    assertArrayEquals(new double[0], Holm.adjust());
  }

  @Test
  void valuesThatAreNoPValuesAreRefused() {
    for (double p : new double[] {0, 1.01, Double.NaN}) {
      Thrown.assertRefused(() -> Holm.adjust(.5, p), "pValues", "got " + p + " at index 1");
    }
  }
}
