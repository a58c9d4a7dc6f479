package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RadixSortTest {
  private static void assertSorts(int length, DoubleUnaryOperator change) {
    double[] values = new SplittableRandom(length).doubles(length, -1, 1).map(change).toArray();
    double[] expected = values.clone();
    Arrays.sort(expected);
    RadixSort.sort(values);
    assertArrayEquals(expected, values);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 2047, 2048, 2049, 10_000})
  void sortsAsTheJdkDoes(int length) {
    assertSorts(length, v -> v);
    assertSorts(length, v -> -Math.abs(v));
    assertSorts(length, v -> 1e9 + v);
    assertSorts(length, v -> Math.rint(4 * v) + 0.0);
    assertSorts(length, v -> Math.scalb(v, (int) (1000 * v)));
  }

  @Test
  void sortsExtremes() {
    double[] extremes = {
      Double.MAX_VALUE, -Double.MAX_VALUE, Double.MIN_VALUE, -Double.MIN_VALUE, 0, 1, -1
    };
    double[] values =
        DoubleStream.iterate(0, i -> i + 1)
            .limit(3000)
            .map(i -> extremes[(int) i % extremes.length])
            .toArray();
    double[] expected = values.clone();
    Arrays.sort(expected);
    RadixSort.sort(values);
    assertArrayEquals(expected, values);
  }

  @Test
  void equalNumbersStayEqual() {
    assertSorts(5000, v -> 7);
  }
}
