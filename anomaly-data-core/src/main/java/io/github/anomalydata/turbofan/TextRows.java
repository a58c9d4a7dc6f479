package io.github.anomalydata.turbofan;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.decimal.DecimalParser;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads whitespace-separated numbers line by line, in one pass over the bytes and without an object
 * for a line or a token.
 *
 * <p>Lines end in LF or CRLF; blanks and tabs separate tokens and may stand at either end of a
 * line. Numbers are correctly rounded, as by {@link Double#parseDouble}.
 */
final class TextRows {
  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_TOKEN = 64;

  private final InputStream in;
  private final String file;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int limit;
  private boolean atEnd;
  private long line = 1;

  /** The bytes of earlier buffers of this line, so that a column can be told. */
  private long lineStart;

  private long bufferStart;
  private long tokenColumn;

  TextRows(InputStream in, String file) {
    this.in = in;
    this.file = file;
  }

  /** The number of the current line, from 1. */
  long line() {
    return line;
  }

  /**
   * Moves to the next number of this line and returns true, or returns false at the end of the
   * line, which is left for {@link #nextLine()}.
   */
  boolean nextToken() throws IOException {
    while (true) {
      if (position == limit && !fill()) {
        return false;
      }
      byte b = buffer[position];
      if (b == ' ' || b == '\t') {
        position++;
      } else if (b == '\n') {
        return false;
      } else if (b == '\r') {
        requireLineFeed();
        return false;
      } else {
        tokenColumn = bufferStart + position - lineStart + 1;
        return true;
      }
    }
  }

  private void requireLineFeed() throws IOException {
    position++;
    if ((position == limit && !fill()) || buffer[position] != '\n') {
      throw new DataFileException(
          file,
          place(bufferStart + position - lineStart),
          "a line feed after a carriage return",
          position < limit ? "'" + printable(buffer[position]) + "'" : "the end of the file");
    }
  }

  /** Moves from the end of a line to the next one; returns false at the end of the file. */
  boolean nextLine() throws IOException {
    if (position == limit && !fill()) {
      return false;
    }
    if (buffer[position] == '\n') {
      position++;
      line++;
      lineStart = bufferStart + position;
    }
    return position < limit || fill();
  }

  /** Reads the number that {@link #nextToken()} moved to. */
  double readDouble() throws IOException {
    if (limit - position <= LONGEST_TOKEN) {
      fillMore();
    }
    int end = position;
    while (end < limit && !isBlank(buffer[end])) {
      end++;
    }
    double value =
        end - position > LONGEST_TOKEN ? Double.NaN : DecimalParser.parse(buffer, position, end);
    if (!Double.isFinite(value)) {
      throw error("a finite number", "'" + token() + "'");
    }
    position = end;
    return value;
  }

  /** Reads the number that {@link #nextToken()} moved to, which has to be whole. */
  int readInt(String what, int minimum) throws IOException {
    double value = readDouble();
    if (!(value >= minimum && value <= Integer.MAX_VALUE && value == Math.rint(value))) {
      throw error(
          what + ", a whole number of at least " + minimum,
          value == Math.rint(value) && Math.abs(value) < 1e15
              ? Long.toString((long) value)
              : Double.toString(value));
    }
    return (int) value;
  }

  /** An error at the token that was read last. */
  DataFileException error(String rule, String found) {
    return new DataFileException(file, place(tokenColumn), rule, found);
  }

  /** An error about the current line as a whole. */
  DataFileException lineError(String rule, String found) {
    return new DataFileException(file, "line " + line, rule, found);
  }

  private String place(long column) {
    return "line " + line + ", column " + column;
  }

  private String token() throws IOException {
    StringBuilder token = new StringBuilder();
    while ((position < limit || fill()) && !isBlank(buffer[position])) {
      if (token.length() <= LONGEST_TOKEN) {
        token.append(printable(buffer[position]));
      }
      position++;
    }
    return token.length() > LONGEST_TOKEN ? token + "..." : token.toString();
  }

  private static String printable(byte b) {
    return b > ' ' && b < 0x7F ? String.valueOf((char) b) : "\\x" + Integer.toHexString(b & 0xFF);
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\n' || b == '\r' || b == '\t';
  }

  /** Reads on after the last byte; returns false at the end of the file. */
  private boolean fill() throws IOException {
    bufferStart += limit;
    position = 0;
    limit = Math.max(0, in.read(buffer, 0, buffer.length));
    atEnd = limit == 0;
    return !atEnd;
  }

  /** Moves what is left to the front and reads on behind it. */
  private void fillMore() throws IOException {
    bufferStart += position;
    limit -= position;
    System.arraycopy(buffer, position, buffer, 0, limit);
    position = 0;
    while (!atEnd && limit <= LONGEST_TOKEN) {
      int read = in.read(buffer, limit, buffer.length - limit);
      atEnd = read < 0;
      limit += Math.max(0, read);
    }
  }
}
