package io.github.anomalydata.internal.decimal;

import java.math.BigInteger;

/**
 * Powers of ten as numbers of 126 bits: 10<sup>e</sup> is ({@code high} 2<sup>63</sup> + {@code
 * low}) 2<sup>{@code log2} - 125</sup>, rounded up by at most one in the last bit.
 */
final class PowersOfTen {
  /** The least and the greatest exponent e: those that shortest decimals of doubles need. */
  static final int MIN = -292;

  static final int MAX = 324;

  private static final double LOG2_10 = Math.log(10) / Math.log(2);
  private static final long[] HIGH = new long[MAX - MIN + 1];
  private static final long[] LOW = new long[MAX - MIN + 1];

  static {
    for (int e = MIN; e <= MAX; e++) {
      BigInteger power = BigInteger.TEN.pow(Math.abs(e));
      int shift = 125 - log2(e);
      BigInteger floor =
          e < 0 ? BigInteger.ONE.shiftLeft(shift).divide(power) : power.shiftLeft(shift);
      BigInteger above = floor.add(BigInteger.ONE);
      HIGH[e - MIN] = above.shiftRight(63).longValueExact();
      LOW[e - MIN] = above.longValue() & Long.MAX_VALUE;
    }
  }

  private PowersOfTen() {}

  /** The logarithm of 10^e, rounded down; no power but 1 comes near the next integer. */
  static int log2(int e) {
    return (int) Math.floor(e * LOG2_10);
  }

  static long high(int e) {
    return HIGH[e - MIN];
  }

  static long low(int e) {
    return LOW[e - MIN];
  }
}
