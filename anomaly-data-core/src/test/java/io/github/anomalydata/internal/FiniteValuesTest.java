package io.github.anomalydata.internal;

import static io.github.anomalydata.Thrown.assertRefused;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteValuesTest {
  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void aValueThatIsNotFiniteIsGivenWithItsPlace(double value) {
    for (int length = 1; length < 20; length++) {
      for (int at = 0; at < length; at++) {
        double[] values = new double[length + 3];
        values[2 + at] = value;
        int n = length;
        assertRefused(
            () -> FiniteValues.require("x", values, 2, n, 7),
            "x: finite, got " + value + " at index " + at + " of signal 7");
      }
    }
  }

  @Test
  void finiteValuesOfAnySizePass() {
    double[] values = {Double.NaN, Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, -0.0, 1};
    FiniteValues.require("x", values, 1, 5, 0);
  }
}
