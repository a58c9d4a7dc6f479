package io.github.anomalydata.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.anomalydata.internal.decimal.ShortestDecimal;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.StringJoiner;

/** Writes one CSV table to a stream. */
final class CsvWriter {
  private static final int CHUNK = 1 << 16;

  private final OutputStream out;
  private final CsvOptions options;
  private final byte[] buffer = new byte[CHUNK];
  private int at;

  CsvWriter(OutputStream out, CsvOptions options) {
    this.out = out;
    this.options = options;
  }

  void write(CsvTable table) throws IOException {
    if (options.header() == CsvOptions.Header.FIRST_LINE) {
      writeHeader(table.columns());
    }
    NumericArray array = table.values();
    Object values = array.type() == ElementType.FLOAT16 ? array.floats() : array.values();
    int columns = array.shape()[1];
    for (int i = 0; i < array.size(); ) {
      if (buffer.length - at <= ShortestDecimal.MAX_LENGTH) {
        flush();
      }
      if (values instanceof double[] doubles) {
        at = ShortestDecimal.write(doubles[i], buffer, at);
      } else if (values instanceof float[] floats) {
        at = ShortestDecimal.write(floats[i], buffer, at);
      } else {
        byte[] digits = array.integerText(i).getBytes(ISO_8859_1);
        System.arraycopy(digits, 0, buffer, at, digits.length);
        at += digits.length;
      }
      i++;
      buffer[at++] = (byte) (i % columns == 0 ? '\n' : options.delimiter());
    }
    flush();
  }

  private void writeHeader(List<String> names) throws IOException {
    StringJoiner line = new StringJoiner(String.valueOf(options.delimiter()), "", "\n");
    for (String name : names) {
      boolean quote = needsQuotes(name) || (name.isEmpty() && names.size() == 1);
      line.add(quote ? '"' + name.replace("\"", "\"\"") + '"' : name);
    }
    out.write(line.toString().getBytes(UTF_8));
  }

  /** Whether the bare name would be read as something else. */
  private boolean needsQuotes(String name) {
    return !name.isEmpty()
        && (name.indexOf(options.delimiter()) >= 0
            || name.indexOf('"') >= 0
            || name.indexOf('\n') >= 0
            || name.indexOf('\r') >= 0
            || !name.equals(name.strip())
            || name.charAt(0) == options.comment()
            || name.charAt(0) == '\uFEFF');
  }

  private void flush() throws IOException {
    out.write(buffer, 0, at);
    at = 0;
  }
}
