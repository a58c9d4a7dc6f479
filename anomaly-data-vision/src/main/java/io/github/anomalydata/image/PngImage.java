package io.github.anomalydata.image;

import io.github.anomalydata.data.DataFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/** A PNG file, its chunks checked one by one. */
final class PngImage implements EncodedImage {
  private static final int SIGNATURE_BYTES = 8;
  private static final int FRAME_BYTES = 12;
  private static final int HEADER_BYTES = 13;

  /** The most that Deflate can compress. */
  private static final long MAX_RATIO = 1032;

  private final FileBytes file;
  private final List<Chunk> data = new ArrayList<>();
  private ImageSize size = ImageSize.of(1, 1);
  private PngFormat format = new PngFormat(8, PngFormat.GREY, false);
  private byte[] palette = new byte[0];
  private int orientation = ExifOrientation.UPRIGHT;

  /** A piece of compressed pixels. */
  record Chunk(int at, int length) {}

  private PngImage(FileBytes file) {
    this.file = file;
  }

  static PngImage parse(FileBytes file) throws DataFileException {
    PngImage image = new PngImage(file);
    image.readChunks();
    return image;
  }

  private void readChunks() throws DataFileException {
    long at = SIGNATURE_BYTES;
    String type = "";
    while (!type.equals("IEND")) {
      file.require(at, FRAME_BYTES);
      long length = file.u32(at);
      file.require(at, FRAME_BYTES + length);
      type = file.text((int) at + 4, 4);
      if (at == SIGNATURE_BYTES != type.equals("IHDR")) {
        throw file.bad(at, "the chunk IHDR first and once", type);
      }
      boolean critical = Character.isUpperCase(type.charAt(0));
      if (critical) {
        requireChecksum((int) at, (int) length);
      }
      readChunk(type, (int) at + 8, (int) length);
      at += FRAME_BYTES + length;
    }
    if (data.isEmpty()) {
      throw file.bad(at, "the chunk IDAT", "none");
    }
    if (format.isPalette() && palette.length == 0) {
      throw file.bad(at, "the chunk PLTE", "none");
    }
    long compressed = data.stream().mapToLong(Chunk::length).sum();
    long raw = format.rawBytes(size);
    if (raw / MAX_RATIO > compressed) {
      throw file.bad(
          data.get(0).at(), "pixels for " + size, compressed + " bytes, which hold fewer");
    }
  }

  private void requireChecksum(int at, int length) throws DataFileException {
    CRC32 crc = new CRC32();
    crc.update(file.array(), at + 4, 4 + length);
    long stored = file.u32(at + 8L + length);
    if (crc.getValue() != stored) {
      throw file.bad(
          at,
          "a chunk " + file.text(at + 4, 4) + " of checksum " + Long.toHexString(stored),
          Long.toHexString(crc.getValue()));
    }
  }

  private void readChunk(String type, int at, int length) throws DataFileException {
    switch (type) {
      case "IHDR" -> readHeader(at, length);
      case "PLTE" -> {
        if (length == 0 || length % 3 != 0 || length > 3 * 256) {
          throw file.bad(at, "a palette of 1 to 256 colours of 3 bytes", length + " bytes");
        }
        palette = new byte[length];
        System.arraycopy(file.array(), at, palette, 0, length);
      }
      case "IDAT" -> {
        if (length > 0) {
          data.add(new Chunk(at, length));
        }
      }
      case "IEND" -> {}
      case "eXIf" -> orientation = ExifOrientation.read(file.array(), at, length);
      default -> {
        if (Character.isUpperCase(type.charAt(0))) {
          throw file.bad(at - 4L, "a chunk of the PNG standard", type);
        }
      }
    }
  }

  private void readHeader(int at, int length) throws DataFileException {
    if (length != HEADER_BYTES) {
      throw file.bad(at, "a header of " + HEADER_BYTES + " bytes", length);
    }
    size = file.requireSize(at, file.u32(at), file.u32(at + 4));
    int bits = file.u8(at + 8);
    int type = file.u8(at + 9);
    if (!PngFormat.isValid(bits, type)) {
      throw file.bad(
          at + 8L,
          "a depth and colour type of the PNG standard",
          bits + " bits, colour type " + type);
    }
    int methods = file.u8(at + 10) | file.u8(at + 11) | file.u8(at + 12) >> 1;
    if (methods != 0) {
      throw file.bad(at + 10L, "compression 0, filter 0 and interlace 0 or 1", "others");
    }
    format = new PngFormat(bits, type, file.u8(at + 12) == 1);
  }

  @Override
  public ImageSize size() {
    return size;
  }

  @Override
  public int orientation() {
    return orientation;
  }

  @Override
  public Image decode() throws DataFileException {
    PngRows rows = new PngRows(format, palette, size);
    try (PngInflater inflater = new PngInflater(file, data)) {
      for (PngPass pass : format.passes(size)) {
        readPass(inflater, pass, rows);
      }
      inflater.requireEnd();
    }
    return rows.image();
  }

  private void readPass(PngInflater inflater, PngPass pass, PngRows rows) throws DataFileException {
    int length = format.rowBytes(pass.width());
    byte[] row = new byte[1 + length];
    byte[] previous = new byte[1 + length];
    for (int y = 0; y < pass.height(); y++) {
      inflater.read(row);
      if (row[0] < 0 || row[0] > 4) {
        throw inflater.bad("a row filter from 0 to 4", row[0]);
      }
      PngFilter.undo(row, previous, format.pixelBytes());
      rows.put(row, pass, y);
      byte[] swap = previous;
      previous = row;
      row = swap;
    }
  }
}
