package io.github.anomalydata.internal.simd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LogarithmTest {
  private static Stream<Logarithm> twins() {
    return Stream.of(new PlainLogarithm(), Twins.vector(Logarithm.class));
  }

  private static double[] logarithms(Logarithm twin, double... values) {
    double[] copy = values.clone();
    twin.apply(copy, 0, copy.length);
    return copy;
  }

  private static void assertClose(Logarithm twin, double[] values) {
    double[] found = logarithms(twin, values);
    for (int i = 0; i < values.length; i++) {
      double exact = StrictMath.log(values[i]);
      assertEquals(exact, found[i], Math.ulp(exact), Double.toHexString(values[i]));
    }
  }

  @ParameterizedTest
  @MethodSource("twins")
  void positiveNumbersOfEverySizeAreWithinALastPlace(Logarithm twin) {
    SplittableRandom random = new SplittableRandom(1);
    long end = Double.doubleToRawLongBits(Double.POSITIVE_INFINITY);
    assertClose(
        twin, random.longs(100_000, 1, end).mapToDouble(Double::longBitsToDouble).toArray());
  }

  @ParameterizedTest
  @MethodSource("twins")
  void numbersNearOneAreWithinALastPlace(Logarithm twin) {
    SplittableRandom random = new SplittableRandom(2);
    assertClose(twin, random.doubles(100_000, 0.25, 4).toArray());
    assertClose(twin, random.doubles(10_000, 1 - 1e-9, 1 + 1e-9).toArray());
    double root = Math.sqrt(0.5);
    assertClose(
        twin,
        new double[] {
          1, Math.nextDown(1.0), Math.nextUp(1.0), root, Math.nextDown(root), 2 * root, 2, 0.5
        });
    assertArrayEquals(new double[] {0}, logarithms(twin, 1));
  }

  @ParameterizedTest
  @MethodSource("twins")
  void exceptionalNumbersAreThoseOfMath(Logarithm twin) {
    double[] values = {
      0,
      -0.0,
      -1,
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      Double.MIN_VALUE,
      Double.MIN_NORMAL,
      Math.nextDown(Double.MIN_NORMAL),
      Double.MAX_VALUE
    };
    double[] expected = Arrays.stream(values).map(Math::log).toArray();
    assertArrayEquals(expected, logarithms(twin, values), 1e-12);
  }

  @ParameterizedTest
  @MethodSource("twins")
  void logarithmIsTheSameAtWhicheverPlaceAndBesideWhichever(Logarithm twin) {
    double[] values = new SplittableRandom(3).doubles(40, 0, 100).toArray();
    double[] whole = logarithms(twin, values);
    for (int i = 0; i < values.length; i++) {
      assertEquals(whole[i], logarithms(twin, values[i])[0]);
      assertEquals(whole[i], logarithms(twin, 0, values[i], -1, 7, 3, 1, 2, 5, 4)[1]);
    }
  }

  @ParameterizedTest
  @MethodSource("twins")
  void nothingElseIsChanged(Logarithm twin) {
    double[] values = new double[40];
    for (int count = 0; count < 30; count++) {
      Arrays.fill(values, 2);
      twin.apply(values, 5, count);
      for (int i = 0; i < values.length; i++) {
        boolean inside = i >= 5 && i < 5 + count;
        assertEquals(inside ? Math.log(2) : 2, values[i], 1e-15);
      }
    }
  }

  @Test
  void vectorTwinIsTheFaster() {
    assertSame(Twins.vector(Logarithm.class).getClass(), Logarithm.FASTER.getClass());
  }
}
