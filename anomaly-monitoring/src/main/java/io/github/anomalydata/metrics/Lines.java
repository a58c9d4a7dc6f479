package io.github.anomalydata.metrics;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.util.Arrays;

/** The lines of a part of a file. */
final class Lines {
  private Lines() {}

  /** Takes the lines in their order. */
  @FunctionalInterface
  interface Visitor {
    /**
     * Takes a line.
     *
     * @param bytes the bytes, which are used again
     * @param from the first byte of the line
     * @param to the line feed behind it
     * @param offset the place of the line in the file
     * @return whether to go on
     */
    boolean line(byte[] bytes, int from, int to, long offset) throws IOException;
  }

  /**
   * Visits lines that end with a line feed.
   *
   * @param file the file
   * @param from the first byte of a line
   * @param to the byte to stop before; beyond the end for all
   * @return the byte behind the last line feed, or {@code from}
   */
  static long visit(RandomAccessFile file, long from, long to, Visitor visitor) throws IOException {
    byte[] bytes = new byte[(int) Math.min(1 << 18, Math.max(64, to - from))];
    long base = from;
    int size = 0;
    while (base + size < to) {
      if (size == bytes.length) {
        bytes = Arrays.copyOf(bytes, 2 * size);
      }
      int room = (int) Math.min(bytes.length - size, to - base - size);
      file.seek(base + size);
      int read = file.read(bytes, size, room);
      if (read < 0) {
        break;
      }
      int start = 0;
      for (int i = size; i < size + read; i++) {
        if (bytes[i] == '\n') {
          if (!visitor.line(bytes, start, i, base + start)) {
            return base + i + 1;
          }
          start = i + 1;
        }
      }
      size += read - start;
      System.arraycopy(bytes, start, bytes, 0, size);
      base += start;
    }
    return base;
  }
}
