package io.github.anomalydata.turbofan;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Reads a train or test file of plain numbers at several times the speed of {@link RunFiles}, or
 * says that it cannot: where it meets anything but what almost every file holds, {@link RunFiles}
 * reads the file again, with patience, and finds the words for what is wrong.
 *
 * <p>Plain are lines of 26 unsigned or negative decimals of at most eight characters without an
 * exponent, single blanks between them and blanks or nothing at the end. A number is taken in one
 * load of eight bytes: the blank behind it is found, the point taken out and the digits added up
 * without a branch for each (D. Lemire, "Number parsing at a gigabyte per second", Software:
 * Practice and Experience 51, 2021). Blocks of lines are read side by side.
 */
final class PlainRows {
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ONES = 0x0101010101010101L;
  private static final long HIGH_BITS = 0x8080808080808080L;
  private static final long ZEROS = '0' * ONES;
  private static final long BLANKS = ' ' * ONES;
  private static final long LINE_FEEDS = '\n' * ONES;
  private static final long POINTS = '.' * ONES;
  private static final double[] POWERS_OF_TEN = {1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8};
  private static final int COLUMNS = 2 + Channel.all().size();
  private static final int BLOCK = 1 << 18;
  private static final int NOT_PLAIN = -1;

  /**
   * The rows that are read before they are copied into the columns: written one by one, the
   * columns, which lie at like places of their pages, would push each other out of the cache.
   */
  private static final int GROUP = 64;

  /** What has to follow the last byte, so that eight bytes can be loaded at any. */
  static final int PADDING = 8;

  private final byte[] bytes;
  private final int[] blockStarts;
  private final int[] blockRows;

  /** Unit, cycle and channels. */
  private final double[][] columns;

  private PlainRows(byte[] bytes, int[] blockStarts, int[] blockRows) {
    this.bytes = bytes;
    this.blockStarts = blockStarts;
    this.blockRows = blockRows;
    this.columns = new double[COLUMNS][blockRows[blockRows.length - 1]];
  }

  /**
   * Reads a file, or returns nothing if it is not plain.
   *
   * @param bytes its bytes, and behind them at least {@link #PADDING} more of whatever value
   * @param length the number of its bytes
   */
  static Optional<RunTable> read(byte[] bytes, int length, String file) {
    if (length == 0 || bytes[length - 1] != '\n') {
      return Optional.empty();
    }
    int[] starts = blockStarts(bytes, length);
    int blocks = starts.length - 1;
    int[] rows = new int[blocks + 1];
    IntStream.range(0, blocks)
        .parallel()
        .forEach(block -> rows[block + 1] = countLines(bytes, starts[block], starts[block + 1]));
    for (int block = 0; block < blocks; block++) {
      rows[block + 1] += rows[block];
    }
    // A row has at least as many bytes: nothing is allocated for a file of line feeds.
    if (rows[blocks] > length / (2 * COLUMNS)) {
      return Optional.empty();
    }
    PlainRows reader = new PlainRows(bytes, starts, rows);
    return IntStream.range(0, blocks).parallel().allMatch(reader::readBlock)
        ? reader.table(file)
        : Optional.empty();
  }

  /** Cuts the file at line ends into blocks of about equal length. */
  private static int[] blockStarts(byte[] bytes, int length) {
    int[] starts = new int[length / BLOCK + 2];
    int blocks = 0;
    while (starts[blocks] < length) {
      int end = (int) Math.min(length - 1L, starts[blocks] + (long) BLOCK);
      while (bytes[end] != '\n') {
        end++;
      }
      starts[++blocks] = end + 1;
    }
    return Arrays.copyOf(starts, blocks + 1);
  }

  private static int countLines(byte[] bytes, int from, int to) {
    int lines = 0;
    int i = from;
    for (; i <= to - 8; i += 8) {
      long others = (long) LONGS.get(bytes, i) ^ ('\n' * ONES);
      // The high bit of each byte that is not zero, exactly.
      lines += 8 - Long.bitCount((((others & ~HIGH_BITS) + ~HIGH_BITS) | others) & HIGH_BITS);
    }
    for (; i < to; i++) {
      lines += bytes[i] == '\n' ? 1 : 0;
    }
    return lines;
  }

  private boolean readBlock(int block) {
    double[] rows = new double[GROUP * COLUMNS];
    int position = blockStarts[block];
    int end = blockRows[block + 1];
    for (int first = blockRows[block]; first < end; first += GROUP) {
      int count = Math.min(GROUP, end - first);
      for (int row = 0; row < count; row++) {
        position = readRow(position, rows, row * COLUMNS);
      }
      if (position < 0) {
        return false;
      }
      store(rows, first, count);
    }
    return position == blockStarts[block + 1];
  }

  private int readRow(int start, double[] rows, int at) {
    int position = start;
    for (int i = at; i < at + COLUMNS - 1; i++) {
      position = readNumber(bytes, position, rows, i, BLANKS);
    }
    return readLast(position, rows, at + COLUMNS - 1);
  }

  /** Copies rows into the columns. */
  private void store(double[] rows, int first, int count) {
    for (int column = 0; column < COLUMNS; column++) {
      double[] to = columns[column];
      for (int row = 0; row < count; row++) {
        to[first + row] = rows[row * COLUMNS + column];
      }
    }
  }

  /** Reads the last number of a row and returns where the next row begins, or a negative value. */
  private int readLast(int start, double[] rows, int at) {
    // Ends in a line feed or a blank, whichever comes first.
    int position = readNumber(bytes, start, rows, at, LINE_FEEDS) - 1;
    if (position < 0) {
      return position;
    }
    while (bytes[position] == ' ') {
      position++;
    }
    return bytes[position] == '\n' ? position + 1 : NOT_PLAIN;
  }

  /**
   * Reads a number that ends in a blank, or in another byte given as a word of eight of it, and
   * returns the place behind that; or a negative value if there is none, or if the start is
   * negative.
   */
  private static int readNumber(byte[] text, int start, double[] to, int at, long end) {
    if (start < 0) {
      return NOT_PLAIN;
    }
    int sign = text[start] == '-' ? 1 : 0;
    long word = (long) LONGS.get(text, start + sign);
    // The high bit of the byte that ends the number.
    long ends = zeroBytes(word ^ BLANKS) | (end == BLANKS ? 0 : zeroBytes(word ^ end));
    int count = ends == 0 ? 8 : Long.numberOfTrailingZeros(ends) >>> 3;
    int next = start + sign + count;
    if (ends == 0 && text[next] != ' ' && text[next] != (byte) end) {
      return NOT_PLAIN;
    }
    double number = value(word << (64 - 8 * count), count);
    to[at] = sign == 0 ? number : -number;
    return number >= 0 ? next + 1 : NOT_PLAIN;
  }

  /**
   * Returns the number whose characters are the high bytes of a word, the last one highest and
   * zeros below the first; NaN if they are not digits with at most one point.
   */
  private static double value(long characters, int count) {
    long word = characters;
    long points = zeroBytes(word ^ POINTS);
    int fraction = 0;
    int digits = count;
    if (points != 0) {
      int point = Long.numberOfTrailingZeros(points) & ~7;
      fraction = 7 - (point >>> 3);
      digits--;
      long before = (1L << point) - 1;
      word = (word & ~(before << 8 | 0xFF)) | ((word & before) << 8);
    }
    // Zeros in front of the first digit; without any digit it is no number.
    word |= digits == 8 ? 0 : ZEROS >>> (8 * Math.max(digits, 0));
    long value = word ^ ZEROS;
    boolean plain = digits > 0 && (((value + 0x7676767676767676L) | value) & HIGH_BITS) == 0;
    return plain ? sum(value) / POWERS_OF_TEN[fraction] : Double.NaN;
  }

  /** The high bit of the lowest zero byte; higher bits may be set by mistake, lower ones not. */
  private static long zeroBytes(long word) {
    return (word - ONES) & ~word & HIGH_BITS;
  }

  /** The number whose eight digits are the bytes of a word, the first one lowest. */
  private static long sum(long digits) {
    long pairs = (digits * 10 + (digits >>> 8)) & 0x00FF00FF00FF00FFL;
    long fours = (pairs * 100 + (pairs >>> 16)) & 0x0000FFFF0000FFFFL;
    return (fours * 10_000 + (fours >>> 32)) & 0xFFFFFFFFL;
  }

  /** Finds the units, or returns nothing where a unit or cycle is not the one expected. */
  private Optional<RunTable> table(String file) {
    double[] units = columns[0];
    double[] cycles = columns[1];
    int count = 0;
    for (int row = 0; row < units.length; row++) {
      count += row == 0 || units[row] != units[row - 1] ? 1 : 0;
    }
    int[] numbers = new int[count];
    int[] starts = new int[count + 1];
    int unit = -1;
    for (int row = 0; row < units.length; row++) {
      if (row == 0 || units[row] != units[row - 1]) {
        unit++;
        numbers[unit] = (int) units[row];
        starts[unit] = row;
        if (units[row] != numbers[unit] || numbers[unit] <= (unit == 0 ? 0 : numbers[unit - 1])) {
          return Optional.empty();
        }
      }
      if (cycles[row] != row - starts[unit] + 1) {
        return Optional.empty();
      }
    }
    starts[count] = units.length;
    return Optional.of(
        new RunTable(file, Arrays.copyOfRange(columns, 2, COLUMNS), numbers, starts));
  }
}
