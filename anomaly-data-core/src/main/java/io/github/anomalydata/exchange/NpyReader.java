package io.github.anomalydata.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.anomalydata.data.DataFileException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.zip.ZipException;

/**
 * Reads one NPY file from a stream. What the header claims is believed only as far as bytes arrive,
 * so the memory used is in proportion to the real input.
 */
final class NpyReader {
  /** NumPy's own default limit; a header of plain numbers is far below it. */
  private static final int MAX_HEADER = 10_000;

  private static final int CHUNK = 1 << 17;

  private final InputStream in;
  private final String file;
  private final long maxBytes;
  private long position;

  /** Creates a reader that refuses values of more than {@code maxBytes}. */
  NpyReader(InputStream in, String file, long maxBytes) {
    this.in = in;
    this.file = file;
    this.maxBytes = maxBytes;
  }

  /**
   * Reads the array and demands the end of the stream after it.
   *
   * @param length the length of the stream in bytes if it is certain, else -1
   */
  NumericArray read(long length) throws IOException {
    NpyHeader header = header();
    int[] shape = Arrays.stream(header.shape()).mapToInt(Math::toIntExact).toArray();
    ElementType type = header.type();
    int size = NumericArray.size(shape);
    long bytes = (long) size * type.bytes();
    if (bytes > maxBytes) {
      throw error(position, "at most " + maxBytes + " bytes of values", bytes + " in the header");
    }
    if (length >= 0 && length - position != bytes) {
      throw wrongLength(header, bytes, length - position);
    }
    Object values = values(header, size, length >= 0 ? size : Math.min(size, CHUNK));
    if (fill(new byte[1], 1) > 0) {
      throw error(position, "the end of the file after the values", "more bytes");
    }
    return new NumericArray(
        type, shape, header.fortran() ? FortranOrder.toC(type, values, shape) : values);
  }

  private NpyHeader header() throws IOException {
    byte[] magic = bytes(NpyHeader.MAGIC.length(), "the magic of an NPY file");
    if (!Arrays.equals(magic, NpyHeader.MAGIC.getBytes(ISO_8859_1))) {
      throw error(0, "the magic of an NPY file", Excerpt.quote(new String(magic, ISO_8859_1)));
    }
    byte[] version = bytes(2, "a format version");
    if (version[0] < 1 || version[0] > 3 || version[1] != 0) {
      throw error(
          NpyHeader.MAGIC.length(),
          "format version 1.0, 2.0 or 3.0",
          (version[0] & 0xFF) + "." + (version[1] & 0xFF));
    }
    byte[] width = bytes(version[0] == 1 ? 2 : 4, "the length of the header");
    ByteBuffer length = ByteBuffer.wrap(width).order(ByteOrder.LITTLE_ENDIAN);
    long claimed = width.length == 2 ? length.getShort() & 0xFFFF : length.getInt() & 0xFFFF_FFFFL;
    if (claimed > MAX_HEADER) {
      throw error(
          position - width.length, "a header of at most " + MAX_HEADER + " bytes", "" + claimed);
    }
    long start = position;
    byte[] text = bytes((int) claimed, "a header of " + claimed + " bytes");
    return NpyHeaderParser.parse(file, start, new String(text, ISO_8859_1));
  }

  private Object values(NpyHeader header, int size, int allocated) throws IOException {
    int width = header.type().bytes();
    Object values = Elements.allocate(header.type(), allocated);
    byte[] chunk = new byte[(int) Math.min(CHUNK, (long) allocated * width)];
    ByteBuffer buffer = ByteBuffer.wrap(chunk).order(header.byteOrder());
    for (int done = 0, held = allocated; done < size; ) {
      if (done == held) {
        held = (int) Math.min(size, 2L * held);
        values = Elements.copyOf(values, held);
      }
      int count = Math.min(held - done, chunk.length / width);
      int got = fill(chunk, count * width);
      if (got < count * width) {
        throw wrongLength(header, (long) size * width, (long) done * width + got);
      }
      if (header.type() == ElementType.BOOL) {
        checkTruths(chunk, count);
      }
      Elements.get(buffer, values, done, count);
      done += count;
      position += got;
    }
    return values;
  }

  private void checkTruths(byte[] chunk, int count) throws DataFileException {
    for (int i = 0; i < count; i++) {
      if ((chunk[i] & 0xFE) != 0) {
        throw error(position + i, "0 or 1 for a bool", "" + (chunk[i] & 0xFF));
      }
    }
  }

  private byte[] bytes(int count, String rule) throws IOException {
    byte[] bytes = new byte[count];
    int got = fill(bytes, count);
    if (got < count) {
      throw error(position + got, rule, "the end of the file");
    }
    position += count;
    return bytes;
  }

  private int fill(byte[] bytes, int count) throws IOException {
    try {
      return in.readNBytes(bytes, 0, count);
    } catch (ZipException | EOFException e) {
      DataFileException bad = error(position, "intact compressed data", Excerpt.quote(e));
      bad.initCause(e);
      throw bad;
    }
  }

  private DataFileException wrongLength(NpyHeader header, long expected, long found) {
    return error(
        position,
        expected + " bytes for " + header.type() + Arrays.toString(header.shape()),
        found + " to the end of the file");
  }

  private DataFileException error(long at, String rule, String found) {
    return new DataFileException(file, "byte " + at, rule, found);
  }
}
