package io.github.anomalydata.turbofan;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes lines of blank-terminated numbers to a stream, through one buffer and without a string per
 * number.
 */
final class SimulatorOutput implements Closeable {
  /** More than the longest line: 26 numbers of at most 20 digits, a sign, a point and a blank. */
  private static final int LONGEST_LINE = 1 << 10;

  private static final long[] POWERS = {1, 10, 100, 1_000, 10_000};

  private final OutputStream stream;
  private final byte[] buffer = new byte[1 << 16];
  private int position;

  SimulatorOutput(OutputStream stream) {
    this.stream = stream;
  }

  /** Writes a whole number of at least zero and a blank. */
  void integer(long value) {
    digits(value, 0);
    buffer[position++] = ' ';
  }

  /**
   * Writes a number and a blank as C's {@code printf("%.nf ")} does, which keeps the sign of a
   * negative number that rounds to zero; halves are rounded away from zero.
   *
   * @param value below 2^53 in size once its decimals are counted in
   * @param decimals 0 to 4
   */
  void decimal(double value, int decimals) {
    if (value < 0) {
      buffer[position++] = '-';
    }
    digits(Math.round(Math.abs(value) * POWERS[decimals]), decimals);
    buffer[position++] = ' ';
  }

  private void digits(long scaled, int decimals) {
    int length = decimals + 1;
    for (long rest = scaled / POWERS[decimals]; rest >= 10; rest /= 10) {
      length++;
    }
    int at = position + length + (decimals > 0 ? 1 : 0);
    position = at;
    long rest = scaled;
    for (int i = 0; i < length; i++) {
      if (i == decimals && decimals > 0) {
        buffer[--at] = '.';
      }
      buffer[--at] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
  }

  /** Writes one more blank: lines of the train and test files end in two. */
  void blank() {
    buffer[position++] = ' ';
  }

  /** Ends the line. */
  void endLine() throws IOException {
    buffer[position++] = '\n';
    if (position > buffer.length - LONGEST_LINE) {
      flush();
    }
  }

  private void flush() throws IOException {
    stream.write(buffer, 0, position);
    position = 0;
  }

  @Override
  public void close() throws IOException {
    try (stream) {
      flush();
    }
  }
}
