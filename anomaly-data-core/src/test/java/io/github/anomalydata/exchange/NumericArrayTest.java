package io.github.anomalydata.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NumericArrayTest {
  private static void assertRefused(Executable conversion, String... words) {
    ArithmeticException e = assertThrows(ArithmeticException.class, conversion);
    for (String word : words) {
      assertTrue(e.getMessage().contains(word), e.getMessage());
    }
  }

  private static void assertIllegal(Executable call, String... words) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call);
    for (String word : words) {
      assertTrue(e.getMessage().contains(word), e.getMessage());
    }
  }

  @Test
  void valuesOfTheSameTypeAreNotCopied() {
    float[] floats = {1};
    double[] doubles = {1};
    int[] ints = {1};
    long[] longs = {1};

    assertSame(floats, NumericArray.of(floats, 1).floats());
    assertSame(floats, NumericArray.of(floats, 1).roundedFloats());
    assertSame(doubles, NumericArray.of(doubles, 1).doubles());
    assertSame(ints, NumericArray.of(ints, 1).ints());
    assertSame(longs, NumericArray.of(longs, 1).longs());
  }

  @Test
  void aShapeOfNothingIsOneNumber() {
    NumericArray array = NumericArray.of(new double[] {2.5});

    assertEquals("float64[]", array.toString());
    assertEquals(1, array.size());
    assertArrayEquals(new int[0], array.shape());
  }

  @Test
  void aDimensionOf0HoldsNothing() {
    assertEquals(0, NumericArray.of(new short[0], 1 << 20, 0, 1 << 20).size());
  }

  @Test
  void theShapeCannotBeChangedFromOutside() {
    int[] shape = {2};
    NumericArray array = NumericArray.of(new byte[2], shape);
    shape[0] = 3;
    array.shape()[0] = 4;

    assertEquals("int8[2]", array.toString());
  }

  @Test
  void aShapeThatDoesNotFitIsRefused() {
    assertIllegal(() -> NumericArray.of(new float[5], 2, 3), "6 elements", "[2, 3]", "got 5");
    assertIllegal(() -> NumericArray.of(new float[5]), "1 elements", "[]", "got 5");
    assertIllegal(() -> NumericArray.of(new float[0], -1, 0), "negative", "[-1, 0]");
    assertIllegal(() -> NumericArray.of(new float[0], 1 << 16, 1 << 16), "at most 2147483639");
    assertIllegal(() -> NumericArray.of(new float[0], new int[65]), "64 dimensions", "got 65");
  }

  @Test
  void integersOfEveryWidthConvertExactly() {
    long[] expected = {-128, 127, 0};

    assertArrayEquals(expected, NumericArray.of(new byte[] {-128, 127, 0}, 3).longs());
    assertArrayEquals(expected, NumericArray.of(new short[] {-128, 127, 0}, 3).longs());
    assertArrayEquals(expected, NumericArray.of(new int[] {-128, 127, 0}, 3).longs());
    assertArrayEquals(expected, NumericArray.of(new float[] {-128, 127, -0f}, 3).longs());
    assertArrayEquals(expected, NumericArray.of(new double[] {-128, 127, -0.0}, 3).longs());
    assertArrayEquals(
        new int[] {-128, 127, 0}, NumericArray.of(new long[] {-128, 127, 0}, 3).ints());
    assertArrayEquals(
        new double[] {-128, 127, 0}, NumericArray.of(new long[] {-128, 127, 0}, 3).doubles());
    assertArrayEquals(
        new float[] {-128, 127, 0}, NumericArray.of(new long[] {-128, 127, 0}, 3).floats());
  }

  @Test
  void unsignedReadsTheSameBits() {
    NumericArray bytes = NumericArray.of(new byte[] {-1, 127}, 2).unsigned();
    NumericArray shorts = NumericArray.of(new short[] {-1, 127}, 2).unsigned();
    NumericArray ints = NumericArray.of(new int[] {-1, 127}, 2).unsigned();

    assertEquals("uint8[2]", bytes.toString());
    assertArrayEquals(new int[] {255, 127}, bytes.ints());
    assertArrayEquals(new int[] {65535, 127}, shorts.ints());
    assertArrayEquals(new long[] {4294967295L, 127}, ints.longs());
    assertSame(ElementType.UINT64, NumericArray.of(new long[1], 1).unsigned().type());
    assertSame(ElementType.UINT8, bytes.unsigned().type());
  }

  @ParameterizedTest
  @EnumSource(names = {"BOOL", "FLOAT16", "FLOAT32", "FLOAT64"})
  void onlyIntegersCanBeUnsigned(ElementType type) {
    NumericArray array = Golden.array(type, 1);
    IllegalStateException e = assertThrows(IllegalStateException.class, array::unsigned);
    assertTrue(e.getMessage().contains(type.toString()), e.getMessage());
  }

  @Test
  void truthValuesAre0And1() {
    NumericArray array = NumericArray.of(new boolean[] {true, false}, 2);

    assertEquals("bool[2]", array.toString());
    assertArrayEquals(new int[] {1, 0}, array.ints());
    assertArrayEquals(new float[] {1, 0}, array.floats());
  }

  @Test
  void unsignedNumbersAboveALongAreRefusedWithTheirIndex() {
    NumericArray array = NumericArray.of(new long[] {5, -1}, 2).unsigned();

    for (Executable conversion :
        new Executable[] {array::longs, array::doubles, array::floats, array::roundedFloats}) {
      assertRefused(conversion, "values[1]", "uint64[2]", "18446744073709551615");
    }
  }

  @Test
  void integersBeyond53BitsAreNoExactDoubles() {
    long limit = 1L << 53;

    assertArrayEquals(
        new double[] {limit, -limit, 0x1p62, -0x1p63},
        NumericArray.of(new long[] {limit, -limit, 1L << 62, Long.MIN_VALUE}, 4).doubles());
    assertRefused(NumericArray.of(new long[] {0, limit + 1}, 2)::doubles, "[1]", "" + (limit + 1));
    assertRefused(NumericArray.of(new long[] {Long.MAX_VALUE}, 1)::doubles, "float64");
  }

  @Test
  void exactFloatsRefuseWhatRoundedFloatsRound() {
    NumericArray doubles = NumericArray.of(new double[] {0.5, 0.1}, 2);
    NumericArray longs = NumericArray.of(new long[] {(1 << 24) + 1}, 1);

    assertRefused(doubles::floats, "values[1]", "0.1", "float32");
    assertArrayEquals(new float[] {0.5f, 0.1f}, doubles.roundedFloats());
    assertRefused(longs::floats, "16777217");
    assertArrayEquals(new float[] {1 << 24}, longs.roundedFloats());
  }

  @Test
  void integersAreRoundedToFloatsOnce() {
    // By way of a double this would be a tie, and go to the even neighbour below.
    long justAboveTheTie = (1L << 60) + (1L << 36) + 1;

    assertArrayEquals(
        new float[] {(1L << 60) + (1L << 37)},
        NumericArray.of(new long[] {justAboveTheTie}, 1).roundedFloats());
  }

  @Test
  void doublesBeyondAFloatAreRefused() {
    NumericArray array = NumericArray.of(new double[] {1e300}, 1);

    assertRefused(array::roundedFloats, "1.0E300");
    assertRefused(array::floats, "1.0E300");
  }

  @Test
  void nanAndInfinityPassBetweenFloatingTypesOnly() {
    double[] values = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY};
    float[] floats = {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
    NumericArray array = NumericArray.of(values, 3);

    assertArrayEquals(floats, array.floats());
    assertArrayEquals(floats, array.roundedFloats());
    assertArrayEquals(values, NumericArray.of(floats, 3).doubles());
    assertRefused(array::longs, "values[0]", "NaN");
    assertRefused(NumericArray.of(new double[] {values[1]}, 1)::ints, "Infinity");
  }

  @Test
  void fractionsAndNumbersOutOfRangeAreNoIntegers() {
    assertRefused(NumericArray.of(new double[] {1.5}, 1)::longs, "1.5", "int64");
    assertRefused(NumericArray.of(new double[] {0x1p63}, 1)::longs, "int64");
    assertRefused(NumericArray.of(new long[] {1L << 31}, 1)::ints, "2147483648", "int32");
    assertArrayEquals(
        new long[] {Long.MIN_VALUE}, NumericArray.of(new double[] {-0x1p63}, 1).longs());
  }

  @Test
  void everyHalfFloatIsItsValue() {
    short[] bits = new short[1 << 16];
    IntStream.range(0, bits.length).forEach(i -> bits[i] = (short) i);
    float[] floats = new NumericArray(ElementType.FLOAT16, new int[] {1 << 16}, bits).floats();

    for (int i = 0; i < bits.length; i++) {
      int exponent = i >> 10 & 0x1F;
      double magnitude =
          exponent == 31
              ? (i & 0x3FF) == 0 ? Double.POSITIVE_INFINITY : Double.NaN
              : exponent == 0
                  ? (i & 0x3FF) * Math.pow(2, -24)
                  : (1024 + (i & 0x3FF)) * Math.pow(2, exponent - 25);
      double expected = i >= 1 << 15 ? -magnitude : magnitude;
      assertEquals(expected, floats[i], "bits " + i);
    }
  }
}
