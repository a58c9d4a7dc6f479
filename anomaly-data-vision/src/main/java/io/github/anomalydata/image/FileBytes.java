package io.github.anomalydata.image;

import io.github.anomalydata.data.DataFileException;

/**
 * The bytes of an image file, read with a check of each place: what a header points to may not be
 * there.
 */
final class FileBytes {
  private final String file;
  private final byte[] bytes;
  private final long maxPixels;
  private boolean littleEndian;

  FileBytes(String file, byte[] bytes, long maxPixels) {
    this.file = file;
    this.bytes = bytes;
    this.maxPixels = maxPixels;
  }

  void setLittleEndian(boolean little) {
    littleEndian = little;
  }

  int length() {
    return bytes.length;
  }

  byte[] array() {
    return bytes;
  }

  DataFileException bad(long at, String rule, Object found) {
    return new DataFileException(file, "byte " + at, rule, String.valueOf(found));
  }

  void require(long at, long count) throws DataFileException {
    if (at < 0 || count < 0 || at > bytes.length - count) {
      throw bad(at, count + " more bytes", "the end of the file at byte " + bytes.length);
    }
  }

  boolean startsWith(int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  int u8(long at) throws DataFileException {
    require(at, 1);
    return bytes[(int) at] & 0xFF;
  }

  int u16(long at) throws DataFileException {
    require(at, 2);
    int first = bytes[(int) at] & 0xFF;
    int second = bytes[(int) at + 1] & 0xFF;
    return littleEndian ? second << 8 | first : first << 8 | second;
  }

  long u32(long at) throws DataFileException {
    require(at, 4);
    long first = u16(at);
    long second = u16(at + 2);
    return littleEndian ? second << 16 | first : first << 16 | second;
  }

  String text(int at, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = at; i < at + count; i++) {
      boolean printable = bytes[i] >= ' ' && bytes[i] <= '~';
      text.append(printable ? (char) bytes[i] : '?');
    }
    return text.toString();
  }

  /** Refuses a size that is none, or over the limit of the caller or of an array. */
  ImageSize requireSize(long at, long width, long height) throws DataFileException {
    if (width < 1 || height < 1 || width > Integer.MAX_VALUE || height > Integer.MAX_VALUE) {
      throw bad(at, "a width and height of at least 1", width + " x " + height);
    }
    if (width > maxPixels / height) {
      throw bad(at, "at most " + maxPixels + " pixels", width + " x " + height);
    }
    return new ImageSize((int) width, (int) height);
  }

  /**
   * Refuses a size that the bytes of the file cannot make up, so that a header alone costs no
   * memory. Small ones pass: whole blank pages compress to nothing.
   */
  void requireBacked(long at, ImageSize size, long pixelsPerByte) throws DataFileException {
    if (size.pixels() > ImageDecoder.ALWAYS_ALLOWED
        && size.pixels() / pixelsPerByte > bytes.length) {
      throw bad(
          at, "a size that a file of " + bytes.length + " bytes can hold", String.valueOf(size));
    }
  }
}
