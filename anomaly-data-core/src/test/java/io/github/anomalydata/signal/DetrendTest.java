package io.github.anomalydata.signal;

import static io.github.anomalydata.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.Inputs;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class DetrendTest {
  @ParameterizedTest
  @ValueSource(strings = {"constant", "linear"})
  void resultIsThatOfScipy(String how) {
    Detrend detrend = Detrend.valueOf(how.toUpperCase(Locale.ROOT));
    Golden.check(
        "detrend.txt",
        how,
        c -> {
          double[] result = detrend.apply(c.input(), c.n());
          // What scipy leaves of a constant or of a line is its own rounding.
          double[] x = c.input();
          boolean exact =
              c.settings().get("x").equals("constant") || how.equals("linear") && c.n() == 2;
          if (exact) {
            for (double value : result) {
              assertEquals(0, value, 1e-13 * Math.abs(x[0]));
            }
            return c.values();
          }
          return result;
        });
  }

  @Test
  void noneKeepsTheSignal() {
    assertArrayEquals(new double[] {5, 7}, Detrend.NONE.apply(new double[] {5, 7}, 2));
  }

  @Test
  void eachSignalHasItsOwnTrend() {
    double[] two = {1, 2, 3, 10, 8, 6};
    assertArrayEquals(new double[6], Detrend.LINEAR.apply(two, 3), 1e-14);
    assertArrayEquals(
        new float[] {-1, 0, 1, 2, 0, -2}, Detrend.CONSTANT.apply(Inputs.floats(two), 3));
    INDArray expected = Nd4j.createFromArray(-1.0, 0, 1, 2, 0, -2).reshape(2, 3);
    assertTrue(
        expected.equalsWithEps(
            Detrend.CONSTANT.apply(Nd4j.createFromArray(two).reshape(2, 3)), 1e-14));
  }

  @Test
  void oneSampleIsItsOwnTrend() {
    assertArrayEquals(new double[1], Detrend.LINEAR.apply(new double[] {7}, 1));
  }

  @Test
  void badInputIsRefused() {
    assertRefused(() -> Detrend.LINEAR.apply(new double[3], 2), "whole signals of 2", "3");
    assertRefused(() -> Detrend.LINEAR.apply(new double[3], 0), "length", "0");
    assertRefused(() -> Detrend.CONSTANT.apply(new double[] {Double.NaN}, 1), "finite", "NaN");
  }
}
