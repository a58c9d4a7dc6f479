package io.github.anomalydata.exchange;

import java.util.Locale;
import java.util.Objects;

/** Foreign text made fit for an error message. */
final class Excerpt {
  private static final int MAX_LENGTH = 40;

  private Excerpt() {}

  /** Returns the message of an error of the JDK, or else its name, quoted. */
  static String quote(Exception e) {
    return quote(Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()));
  }

  /** Returns the start of the text in double quotes, with escapes for what cannot be printed. */
  static String quote(String text) {
    StringBuilder result = new StringBuilder("\"");
    for (int i = 0; i < Math.min(text.length(), MAX_LENGTH); i++) {
      char c = text.charAt(i);
      if ((c >= ' ' && c < 0x7F) || Character.isLetterOrDigit(c)) {
        result.append(c);
      } else {
        result.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      }
    }
    return result.append(text.length() > MAX_LENGTH ? "...\"" : "\"").toString();
  }
}
