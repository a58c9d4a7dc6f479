package io.github.anomalydata.exchange;

import io.github.anomalydata.data.DataFileException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Cuts a CSV file into fields. The current field lies in a buffer that never grows, which bounds
 * the length of a field.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc4180">RFC 4180</a>
 */
final class CsvTokenizer {
  private static final int MAX_FIELD = 1 << 16;
  private static final int END = -1;

  private final InputStream in;
  private final String file;
  private final byte delimiter;
  private final int comment;

  private final byte[] buffer = new byte[MAX_FIELD];
  private int limit;
  private int at;

  private int from;
  private int to;
  private boolean quoted;
  private boolean endsRecord = true;
  private long line;
  private int column;
  private int linesInRecord = 1;

  CsvTokenizer(InputStream in, String file, CsvOptions options) throws IOException {
    this.in = in;
    this.file = file;
    this.delimiter = (byte) options.delimiter();
    this.comment = options.comment();
    if (peek() == 0xEF && limit >= 3 && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF) {
      at = 3;
    }
  }

  /** Moves to the next field; false at the end of the file. */
  boolean next() throws IOException {
    from = at;
    to = at;
    if (endsRecord) {
      line += linesInRecord;
      linesInRecord = 1;
      column = 0;
      skipComments();
      if (peek() == END) {
        return false;
      }
    }
    column++;
    quoted = peek() == '"';
    if (quoted) {
      readQuoted();
    } else {
      readPlain();
    }
    int terminator = peek();
    if (terminator == '\r') {
      at++;
      if (peek() != '\n') {
        throw error("a line feed after a carriage return", "none");
      }
      terminator = '\n';
    }
    endsRecord = terminator != delimiter;
    if (endsRecord && terminator != '\n' && terminator != END) {
      throw error("a delimiter or the end of the line after a quote", "more text");
    }
    if (terminator != END) {
      at++;
    }
    return true;
  }

  /** The bytes of the current field are those from {@link #from} to {@link #to}. */
  byte[] buffer() {
    return buffer;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Whether the current field is the last of its line. */
  boolean endsRecord() {
    return endsRecord;
  }

  /** Whether the current field is all there is on its line, and is nothing. */
  boolean isBlankLine() {
    return column == 1 && endsRecord && from == to && !quoted;
  }

  /** The number of the current field in its line, from 1. */
  int column() {
    return column;
  }

  /** The line the current field's record starts at, from 1. */
  long line() {
    return line;
  }

  DataFileException error(String rule, String found) {
    return new DataFileException(file, "line " + line + ", column " + column, rule, found);
  }

  private void readPlain() throws IOException {
    do {
      while (at < limit) {
        byte b = buffer[at];
        if (b == delimiter || b == '\n' || b == '\r') {
          trim();
          return;
        }
        at++;
      }
    } while (fill());
    trim();
  }

  private void trim() {
    to = at;
    while (from < to && isBlank(buffer[from])) {
      from++;
    }
    while (from < to && isBlank(buffer[to - 1])) {
      to--;
    }
  }

  private boolean isBlank(byte b) {
    return b == ' ' || b == '\t';
  }

  /** Moves the content together over the opening and the doubled quotes. */
  private void readQuoted() throws IOException {
    at++;
    while (true) {
      int b = peek();
      if (b == END) {
        throw error("a closing quote", "the end of the file");
      }
      at++;
      if (b == '"') {
        if (peek() != '"') {
          return;
        }
        at++;
      } else if (b == '\n') {
        linesInRecord++;
      }
      buffer[to++] = (byte) b;
    }
  }

  private void skipComments() throws IOException {
    while (peek() == comment && comment != END) {
      int b;
      do {
        b = peek();
        at += b == END ? 0 : 1;
        from = at;
        to = at;
      } while (b != '\n' && b != END);
      line++;
    }
  }

  private int peek() throws IOException {
    return at < limit || fill() ? buffer[at] & 0xFF : END;
  }

  /** Reads more bytes behind the ones that are held; false at the end of the file. */
  private boolean fill() throws IOException {
    System.arraycopy(buffer, from, buffer, 0, limit - from);
    at -= from;
    to -= from;
    limit -= from;
    from = 0;
    if (limit == buffer.length) {
      throw error("a field shorter than " + MAX_FIELD + " bytes", "a longer one");
    }
    int got = in.readNBytes(buffer, limit, buffer.length - limit);
    limit += got;
    return got > 0;
  }
}
