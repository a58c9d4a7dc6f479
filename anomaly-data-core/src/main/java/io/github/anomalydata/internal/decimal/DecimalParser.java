package io.github.anomalydata.internal.decimal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/**
 * Reads decimal numbers, correctly rounded.
 *
 * <p>Numbers of at most 15 digits and a small exponent are an exact {@code double} times or over
 * another one, which rounds once (W. D. Clinger, How to read floating point numbers accurately,
 * PLDI 1990). Longer ones are multiplied with 126 bits of the power of ten, which tells the nearest
 * {@code double} unless the product is a midpoint between two (after D. Lemire, Number parsing at a
 * gigabyte per second, 2021). The rest is left to the JDK.
 */
public final class DecimalParser {
  private static final double[] POWERS = {
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final int MAX_DIGITS = 18;
  private static final long MAX_EXACT = 1L << 53;
  private static final int MAX_EXPONENT = 100_000;
  private static final int NO_EXPONENT = Integer.MIN_VALUE;

  private DecimalParser() {}

  /**
   * Returns the nearest {@code double}, or NaN if the bytes are not a decimal number or one beyond
   * the range. {@code inf} and {@code infinity} are numbers, in any case and with or without a
   * sign.
   *
   * @param text the bytes
   * @param from the first byte
   * @param to the byte behind the last
   * @return the number
   */
  public static double parse(byte[] text, int from, int to) {
    int at = from;
    boolean negative = at < to && text[at] == '-';
    if (negative || (at < to && text[at] == '+')) {
      at++;
    }
    long digits = 0;
    int significant = 0;
    int point = -1;
    int start = at;
    for (; at < to; at++) {
      int c = text[at];
      if (c >= '0' && c <= '9') {
        if (significant < MAX_DIGITS) {
          digits = digits * 10 + (c - '0');
        }
        significant += digits == 0 ? 0 : 1;
      } else if (c == '.' && point < 0) {
        point = at + 1;
      } else {
        break;
      }
    }
    if (at - start == (point < 0 ? 0 : 1)) {
      return infinity(text, start, to, negative);
    }
    int exponent = point < 0 ? 0 : point - at;
    if (at < to) {
      int written = exponent(text, at, to);
      if (written == NO_EXPONENT) {
        return Double.NaN;
      }
      exponent += written;
    }
    double value = nearest(digits, significant, exponent);
    if (!Double.isNaN(value)) {
      return negative ? -value : value;
    }
    value = Double.parseDouble(new String(text, from, to - from, ISO_8859_1));
    return Double.isInfinite(value) ? Double.NaN : value;
  }

  private static int exponent(byte[] text, int from, int to) {
    if ((text[from] | 0x20) != 'e') {
      return NO_EXPONENT;
    }
    int at = from + 1;
    boolean negative = at < to && text[at] == '-';
    if (negative || (at < to && text[at] == '+')) {
      at++;
    }
    int first = at;
    int exponent = 0;
    for (; at < to && text[at] >= '0' && text[at] <= '9'; at++) {
      exponent = Math.min(exponent * 10 + (text[at] - '0'), MAX_EXPONENT);
    }
    if (at == first || at < to) {
      return NO_EXPONENT;
    }
    return negative ? -exponent : exponent;
  }

  /** The nearest double, or NaN where this class does not find it. */
  private static double nearest(long digits, int significant, int exponent) {
    if (significant <= MAX_DIGITS && digits <= MAX_EXACT && Math.abs(exponent) < POWERS.length) {
      return exponent < 0 ? digits / POWERS[-exponent] : digits * POWERS[exponent];
    }
    if (digits == 0) {
      return 0;
    }
    int dropped = Math.max(significant - MAX_DIGITS, 0);
    double value = scaled(digits, exponent + dropped);
    // The digits dropped lie between none and one more in the last place.
    boolean certain = dropped == 0 || value == scaled(digits + 1, exponent + dropped);
    return certain ? value : Double.NaN;
  }

  /**
   * Returns the {@code double} nearest to digits times 10^exponent, or NaN where that is not
   * certain or not a normal number.
   */
  private static double scaled(long digits, int exponent) {
    if (exponent < PowersOfTen.MIN || exponent > PowersOfTen.MAX) {
      return Double.NaN;
    }
    int shift = Long.numberOfLeadingZeros(digits) - 1;
    long factor = digits << shift;
    long high = PowersOfTen.high(exponent);
    long low = PowersOfTen.low(exponent);
    // The product over 2^63, rounded down. The power was rounded up, so the true value is less than
    // one away on either side.
    long carry = (Math.multiplyHigh(factor, low) << 1) | ((factor * low) >>> 63);
    long bottom = factor * high + carry;
    long top = Math.multiplyHigh(factor, high) + (Long.compareUnsigned(bottom, carry) < 0 ? 1 : 0);

    int cut = Long.SIZE - Long.numberOfLeadingZeros(top) - 53;
    long half = 1L << (cut - 1);
    long rest = top & (2 * half - 1);
    int power = cut + 2 + PowersOfTen.log2(exponent) - shift;
    if ((rest == half && bottom == 0) || power < -1074 || power >= 971) {
      return Double.NaN;
    }
    // The leading one of the 53 bits, and a carry out of them, add to the exponent.
    long mantissa = (top >>> cut) + (rest >= half ? 1 : 0);
    return Double.longBitsToDouble(((power + 1074L) << 52) + mantissa);
  }

  private static double infinity(byte[] text, int from, int to, boolean negative) {
    int length = to - from;
    if (length != 3 && length != 8) {
      return Double.NaN;
    }
    for (int i = 0; i < length; i++) {
      if ((text[from + i] | 0x20) != "infinity".charAt(i)) {
        return Double.NaN;
      }
    }
    return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
  }
}
