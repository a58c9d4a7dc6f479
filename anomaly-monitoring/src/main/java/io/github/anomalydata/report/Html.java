package io.github.anomalydata.report;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.io.SerializedString;
import org.jspecify.annotations.Nullable;

/** How any text becomes part of an HTML page and stays text. */
final class Html {
  private static final int LINE_SEPARATOR = 0x2028;

  private Html() {}

  /**
   * Returns a text as part of an element or of a quoted attribute. Characters that no page may hold
   * become U+FFFD.
   */
  static String escape(String text) {
    StringBuilder escaped = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(c -> append(escaped, c));
    return escaped.toString();
  }

  private static void append(StringBuilder escaped, int c) {
    switch (c) {
      case '&' -> escaped.append("&amp;");
      case '<' -> escaped.append("&lt;");
      case '>' -> escaped.append("&gt;");
      case '"' -> escaped.append("&quot;");
      case '\'' -> escaped.append("&#39;");
      default -> escaped.appendCodePoint(isText(c) ? c : 0xFFFD);
    }
  }

  private static boolean isText(int c) {
    boolean control = c < ' ' && c != '\t' && c != '\n' || c >= 0x7F && c < 0xA0;
    boolean surrogate = c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE;
    return !control && !surrogate && (c & 0xFFFE) != 0xFFFE;
  }

  /** Returns a text whose direction leaves the text around it as it is. */
  static String isolate(String text) {
    return "<bdi>" + escape(text) + "</bdi>";
  }

  /** JSON inside of a script element: nothing in it ends the element or a line. */
  static final class ScriptEscapes extends CharacterEscapes {
    private static final long serialVersionUID = 1;
    private static final SerializedString LINE = new SerializedString("\\u2028");
    private static final SerializedString PARAGRAPH = new SerializedString("\\u2029");

    @Override
    public int[] getEscapeCodesForAscii() {
      int[] codes = standardAsciiEscapesForJSON();
      codes['<'] = ESCAPE_STANDARD;
      codes['>'] = ESCAPE_STANDARD;
      codes['&'] = ESCAPE_STANDARD;
      return codes;
    }

    @Override
    public @Nullable SerializableString getEscapeSequence(int c) {
      if (c == LINE_SEPARATOR) {
        return LINE;
      }
      return c == LINE_SEPARATOR + 1 ? PARAGRAPH : null;
    }
  }
}
