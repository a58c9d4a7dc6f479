package io.github.anomalydata.feature;

import io.github.anomalydata.internal.decimal.ShortestDecimal;
import java.nio.charset.StandardCharsets;

/** Numbers in the names of features: the same text on every JDK. */
final class Names {
  private Names() {}

  static String number(double value) {
    String text = decimal(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** Returns a number as Python prints it. */
  static String decimal(double value) {
    byte[] bytes = new byte[ShortestDecimal.MAX_LENGTH];
    int length = ShortestDecimal.write(value, bytes, 0);
    return new String(bytes, 0, length, StandardCharsets.US_ASCII);
  }

  /** Reads what {@link #number} writes. */
  static double parse(String text) {
    return switch (text) {
      case "nan" -> Double.NaN;
      case "inf" -> Double.POSITIVE_INFINITY;
      case "-inf" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }
}
