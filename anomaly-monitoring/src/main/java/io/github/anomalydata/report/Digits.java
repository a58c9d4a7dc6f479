package io.github.anomalydata.report;

import io.github.anomalydata.internal.Require;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * How many digits of a number are shown. Instances are immutable.
 *
 * @param kind which digits are counted
 * @param count how many of them are shown
 */
public record Digits(Kind kind, int count) {
  private static final double LARGE = 1e9;
  private static final double SMALL = 1e-4;

  /** Which digits are counted. */
  public enum Kind {
    /** Those after the point. */
    DECIMALS,
    /** Those from the first that is not 0; zeros at the end are left out. */
    SIGNIFICANT
  }

  /**
   * Checks the values.
   *
   * @param kind which digits are counted
   * @param count how many are shown, from 0 to 15, of significant ones at least 1
   * @throws IllegalArgumentException if the count is out of its range
   */
  public Digits {
    Require.between("count", count, kind == Kind.DECIMALS ? 0 : 1, 15);
  }

  /**
   * Shows so many digits after the point.
   *
   * @param count how many, 0 for whole numbers, at most 15
   * @return the digits
   * @throws IllegalArgumentException if the count is out of its range
   */
  public static Digits decimals(int count) {
    return new Digits(Kind.DECIMALS, count);
  }

  /**
   * Shows at most so many digits from the first that is not 0.
   *
   * @param count how many, from 1 to 15
   * @return the digits
   * @throws IllegalArgumentException if the count is out of its range
   */
  public static Digits significant(int count) {
    return new Digits(Kind.SIGNIFICANT, count);
  }

  /**
   * Returns a number as text, the same in every locale: groups of thousands are set apart by thin
   * spaces. Very large numbers have an exponent, and so have small ones that would be shown as 0.
   *
   * @param value the number
   * @return its text; a dash for NaN
   */
  public String format(double value) {
    if (Double.isNaN(value)) {
      return "–";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(value);
    double least = kind == Kind.DECIMALS ? 0.5 * Math.pow(10, -count) : SMALL;
    if (size >= LARGE && count > 0 || size > 0 && size < least && count > 0) {
      return String.format(Locale.ROOT, "%." + Math.min(3, count - 1) + "e", value)
          .replace("-", "−");
    }
    BigDecimal rounded =
        kind == Kind.DECIMALS
            ? new BigDecimal(value).setScale(count, RoundingMode.HALF_EVEN)
            : new BigDecimal(value).round(new MathContext(count)).stripTrailingZeros();
    return String.format(Locale.ROOT, "%,." + Math.max(0, rounded.scale()) + "f", rounded)
        .replace(',', '\u2009')
        .replace("-", "−");
  }
}
