package io.github.anomalydata.exchange;

import io.github.anomalydata.data.DataFileException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the one Python literal that may stand in an NPY header: a dictionary with exactly the keys
 * {@code descr}, {@code fortran_order} and {@code shape}, in any order. Nothing is evaluated.
 */
final class NpyHeaderParser {
  private final String file;
  private final long start;
  private final String text;
  private int at;

  private @Nullable ElementType type;
  private ByteOrder byteOrder = ByteOrder.LITTLE_ENDIAN;
  private boolean fortran;
  private long[] shape = {};

  private NpyHeaderParser(String file, long start, String text) {
    this.file = file;
    this.start = start;
    this.text = text;
  }

  /** Parses the text that starts at the given byte of the file, one character per byte. */
  static NpyHeader parse(String file, long start, String text) throws DataFileException {
    return new NpyHeaderParser(file, start, text).dictionary();
  }

  private NpyHeader dictionary() throws DataFileException {
    Set<String> keys = new TreeSet<>();
    demand('{');
    while (!accept('}')) {
      int keyAt = at;
      String key = string("a key in quotes");
      if (!keys.add(key)) {
        throw error(keyAt, "each key once", "'" + key + "' again");
      }
      demand(':');
      switch (key) {
        case "descr" -> descr();
        case "fortran_order" -> fortran = truth();
        case "shape" -> shape = tuple();
        default ->
            throw error(keyAt, "the keys 'descr', 'fortran_order' and 'shape'", Excerpt.quote(key));
      }
      if (!accept(',')) {
        demand('}');
        break;
      }
    }
    skipBlanks();
    if (at < text.length()) {
      throw error(at, "nothing but blanks after the dictionary", rest());
    }
    if (type == null || keys.size() < 3) {
      throw error(0, "the keys 'descr', 'fortran_order' and 'shape'", "only " + keys);
    }
    return new NpyHeader(type, byteOrder, fortran, shape);
  }

  private void descr() throws DataFileException {
    skipBlanks();
    int descrAt = at;
    if (at < text.length() && text.charAt(at) == '[') {
      throw error(at, "an array of plain numbers", "a structured type");
    }
    String descr = string("a type in quotes");
    for (ElementType candidate : ElementType.values()) {
      if (descr
          .substring(Math.min(1, descr.length()))
          .equals("" + candidate.kind() + candidate.bytes())) {
        type = candidate;
      }
    }
    char order = descr.isEmpty() ? ' ' : descr.charAt(0);
    boolean orderKnown =
        order == '<' || order == '>' || (order == '|' && type != null && type.bytes() == 1);
    if (type == null || !orderKnown) {
      String found = Excerpt.quote(descr);
      throw error(
          descrAt,
          "a type of bool, integers or floats of 16 to 64 bits, such as '<f4'",
          descr.endsWith("O") ? found + " (Python objects, which are pickled)" : found);
    }
    byteOrder = order == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  private boolean truth() throws DataFileException {
    skipBlanks();
    for (boolean value : new boolean[] {true, false}) {
      String name = value ? "True" : "False";
      if (text.startsWith(name, at)) {
        at += name.length();
        return value;
      }
    }
    throw error(at, "True or False", rest());
  }

  private long[] tuple() throws DataFileException {
    List<Integer> dimensions = new ArrayList<>();
    demand('(');
    int tupleAt = at - 1;
    boolean comma = true;
    while (!accept(')')) {
      if (!comma) {
        throw error(at, "',' or ')'", rest());
      }
      dimensions.add(dimension());
      comma = accept(',');
    }
    if (dimensions.size() == 1 && !comma) {
      throw error(at, "a tuple such as (3,)", "a number in brackets");
    }
    try {
      NumericArray.size(dimensions.stream().mapToInt(Integer::intValue).toArray());
    } catch (IllegalArgumentException e) {
      throw error(
          tupleAt,
          "at most "
              + NumericArray.MAX_RANK
              + " dimensions and "
              + NumericArray.MAX_SIZE
              + " elements",
          Excerpt.quote(text.substring(tupleAt, at)));
    }
    return dimensions.stream().mapToLong(Integer::longValue).toArray();
  }

  private int dimension() throws DataFileException {
    skipBlanks();
    int from = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    String digits = text.substring(from, at);
    // Python 2 wrote 3L for a long.
    if (!digits.isEmpty() && at < text.length() && text.charAt(at) == 'L') {
      at++;
    }
    try {
      return Integer.parseInt(digits);
    } catch (NumberFormatException e) {
      at = from;
      throw error(from, "a dimension from 0 to " + Integer.MAX_VALUE, rest());
    }
  }

  private String string(String rule) throws DataFileException {
    skipBlanks();
    char quote = at < text.length() ? text.charAt(at) : ' ';
    int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
    if (end < 0) {
      throw error(at, rule, rest());
    }
    String content = text.substring(at + 1, end);
    at = end + 1;
    return content;
  }

  private boolean accept(char expected) {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == expected) {
      at++;
      return true;
    }
    return false;
  }

  private void demand(char expected) throws DataFileException {
    if (!accept(expected)) {
      throw error(at, "'" + expected + "'", rest());
    }
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\r\n\f".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private String rest() {
    return at < text.length() ? Excerpt.quote(text.substring(at)) : "the end of the header";
  }

  private DataFileException error(int where, String rule, String found) {
    return new DataFileException(file, "byte " + (start + where), rule, found);
  }
}
