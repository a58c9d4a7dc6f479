package io.github.anomalydata.internal.decimal;

/**
 * Writes numbers with the fewest digits that read back as the same number, in the form of Python's
 * {@code repr}: {@code 0.1}, {@code 123456.0}, {@code 1e-05}, {@code inf}, {@code nan}.
 *
 * <p>{@link Double#toString(double)} is not that: before JDK 19 it sometimes writes a digit too
 * many, so the same table would give different files on different versions.
 *
 * <p>A number {@code v} = c 2<sup>q</sup> is what every decimal rounds to that lies between the
 * midpoints to its neighbours. With 10<sup>k</sup> the largest power of ten not above the width of
 * that interval, at most one multiple of 10<sup>k+1</sup> lies inside, and at least one multiple of
 * 10<sup>k</sup>; the nearest of these is the answer. All comparisons are made on 4v
 * 10<sup>-k</sup> rounded down to an integer whose lowest bit is set if anything was cut off, which
 * is exact enough with {@link PowersOfTen} (R. Giulietti, The Schubfach way to render doubles,
 * 2020).
 */
public final class ShortestDecimal {
  /** The most bytes a number takes, such as {@code -1.2345678901234567e-300}. */
  public static final int MAX_LENGTH = 24;

  private static final double LOG10_2 = Math.log10(2);
  private static final double LOG10_3_4 = Math.log10(0.75);

  private ShortestDecimal() {}

  /**
   * Writes a {@code double}.
   *
   * @param value the number
   * @param to where it goes
   * @param at the place of its first byte, with room for {@link #MAX_LENGTH} more
   * @return the place behind its last byte
   */
  public static int write(double value, byte[] to, int at) {
    long bits = Double.doubleToRawLongBits(value);
    long fraction = bits & ((1L << 52) - 1);
    int exponent = (int) (bits >>> 52) & 0x7FF;
    if (exponent == 0x7FF) {
      return special(value, to, at);
    }
    return write(bits < 0, fraction, exponent, 52, -1074, to, at);
  }

  /**
   * Writes a {@code float}. The digits also read back as the same {@code float} by way of a {@code
   * double}, as most readers do.
   *
   * @param value the number
   * @param to where it goes
   * @param at the place of its first byte, with room for {@link #MAX_LENGTH} more
   * @return the place behind its last byte
   */
  public static int write(float value, byte[] to, int at) {
    int bits = Float.floatToRawIntBits(value);
    int exponent = (bits >>> 23) & 0xFF;
    if (exponent == 0xFF) {
      return special(value, to, at);
    }
    int end = write(bits < 0, bits & ((1 << 23) - 1), exponent, 23, -149, to, at);
    // Rounding twice can miss: 7.038531e-26 is nearest to one float, but its double to another.
    boolean same = (float) DecimalParser.parse(to, at, end) == value;
    return same ? end : write((double) value, to, at);
  }

  private static int special(double value, byte[] to, int at) {
    return text(Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf", to, at);
  }

  private static int write(
      boolean negative, long fraction, int exponent, int width, int minQ, byte[] to, int at) {
    int start = at;
    if (negative) {
      to[start++] = '-';
    }
    if (exponent == 0 && fraction == 0) {
      return text("0.0", to, start);
    }
    long c = exponent == 0 ? fraction : fraction | (1L << width);
    int q = minQ + Math.max(exponent - 1, 0);
    // Below a power of two the numbers lie half as far apart, except among the subnormal ones.
    boolean narrowBelow = fraction == 0 && exponent > 1;
    int k = (int) Math.floor(q * LOG10_2 + (narrowBelow ? LOG10_3_4 : 0));
    long digits = digits(c, q, k, narrowBelow);
    while (digits % 10_000 == 0) {
      digits /= 10_000;
      k += 4;
    }
    while (digits % 10 == 0) {
      digits /= 10;
      k++;
    }
    return layOut(digits, k, to, start);
  }

  private static long digits(long c, int q, int k, boolean narrowBelow) {
    int shift = q + PowersOfTen.log2(-k) + 2;
    long high = PowersOfTen.high(-k);
    long low = PowersOfTen.low(-k);
    long value = scaled(high, low, (4 * c) << shift);
    // A midpoint rounds to the even neighbour, so the interval of an odd number is open.
    long odd = c & 1;
    long lower = scaled(high, low, (4 * c - (narrowBelow ? 1 : 2)) << shift) + odd;
    long upper = scaled(high, low, (4 * c + 2) << shift) - odd;

    long down = value / 4;
    long tens = down / 10 * 10;
    boolean tensInside = lower <= 4 * tens;
    boolean nextTensInside = 4 * (tens + 10) <= upper;
    if (down >= 10 && tensInside != nextTensInside) {
      return tensInside ? tens : tens + 10;
    }
    boolean downInside = lower <= 4 * down;
    boolean upInside = 4 * (down + 1) <= upper;
    if (downInside != upInside) {
      return downInside ? down : down + 1;
    }
    long middle = 4 * down + 2;
    boolean nearerDown = value < middle || (value == middle && (down & 1) == 0);
    return nearerDown ? down : down + 1;
  }

  /** The product of a power of ten and c, without its lowest 127 bits but with a trace of them. */
  private static long scaled(long high, long low, long c) {
    long middle = ((high * c) >>> 1) + Math.multiplyHigh(low, c);
    long top = Math.multiplyHigh(high, c) + (middle >>> 63);
    return (middle & Long.MAX_VALUE) == 0 ? top : top | 1;
  }

  /** Writes digits times 10^k as Python does: an exponent below 1e-4 and from 1e16. */
  private static int layOut(long digits, int k, byte[] to, int at) {
    int count = 1;
    for (long rest = digits; rest >= 10; rest /= 10) {
      count++;
    }
    int point = count + k;
    if (point <= -4 || point > 16) {
      int end = count == 1 ? at + 1 : at + count + 1;
      putDigits(digits, count, 1, to, at);
      return exponent(point - 1, to, end);
    }
    if (point <= 0) {
      int start = text("0.000".substring(0, 2 - point), to, at);
      putDigits(digits, count, count, to, start);
      return start + count;
    }
    if (point < count) {
      putDigits(digits, count, point, to, at);
      return at + count + 1;
    }
    putDigits(digits, count, count, to, at);
    for (int i = count; i < point; i++) {
      to[at + i] = '0';
    }
    return text(".0", to, at + point);
  }

  /** Puts the digits down from the last to the first, with a point after some if any follow. */
  private static void putDigits(long digits, int count, int beforePoint, byte[] to, int at) {
    int place = at + (beforePoint < count ? count : count - 1);
    long rest = digits;
    for (int i = count; i > 0; i--) {
      to[place--] = (byte) ('0' + rest % 10);
      rest /= 10;
      if (i - 1 == beforePoint && beforePoint < count) {
        to[place--] = '.';
      }
    }
  }

  private static int exponent(int exponent, byte[] to, int at) {
    String digits = Integer.toString(Math.abs(exponent));
    return text((exponent < 0 ? "e-" : "e+") + (digits.length() < 2 ? "0" : "") + digits, to, at);
  }

  private static int text(String ascii, byte[] to, int at) {
    for (int i = 0; i < ascii.length(); i++) {
      to[at + i] = (byte) ascii.charAt(i);
    }
    return at + ascii.length();
  }
}
