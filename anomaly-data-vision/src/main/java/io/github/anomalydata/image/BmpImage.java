package io.github.anomalydata.image;

import io.github.anomalydata.data.DataFileException;

/** A BMP file whose header is sound; the JDK decodes it. */
final class BmpImage implements EncodedImage {
  private static final int FILE_HEADER_BYTES = 14;
  private static final int OS2_HEADER_BYTES = 12;
  private static final int INFO_HEADER_BYTES = 40;
  private static final int V4_HEADER_BYTES = 108;
  private static final int V5_HEADER_BYTES = 124;
  private static final int UNCOMPRESSED = 0;
  private static final int RUNS_OF_4_BITS = 2;
  private static final int BIT_FIELDS = 3;
  private static final int PIXELS_PER_BYTE = 256;

  private final FileBytes file;
  private final ImageSize size;

  private BmpImage(FileBytes file, ImageSize size) {
    this.file = file;
    this.size = size;
  }

  static BmpImage parse(FileBytes file) throws DataFileException {
    file.setLittleEndian(true);
    long dataAt = file.u32(10);
    long header = file.u32(FILE_HEADER_BYTES);
    file.require(FILE_HEADER_BYTES, header);
    file.require(dataAt, 1);
    if (header == OS2_HEADER_BYTES) {
      ImageSize size = file.requireSize(18, file.u16(18), file.u16(20));
      return of(file, size, file.u16(24), UNCOMPRESSED, dataAt);
    }
    if (header != INFO_HEADER_BYTES && header != V4_HEADER_BYTES && header != V5_HEADER_BYTES) {
      throw file.bad(FILE_HEADER_BYTES, "a header of 12, 40, 108 or 124 bytes", header);
    }
    int height = (int) file.u32(22);
    ImageSize size = file.requireSize(18, file.u32(18), Math.abs((long) height));
    if (header == V5_HEADER_BYTES && file.u32(FILE_HEADER_BYTES + 116L) > file.length()) {
      throw file.bad(
          FILE_HEADER_BYTES + 116L,
          "a colour profile within the file",
          file.u32(FILE_HEADER_BYTES + 116L) + " bytes");
    }
    if (file.u32(46) > 256) {
      throw file.bad(46, "at most 256 colours", file.u32(46));
    }
    return of(file, size, file.u16(28), (int) file.u32(30), dataAt);
  }

  private static BmpImage of(FileBytes file, ImageSize size, int bits, int compression, long dataAt)
      throws DataFileException {
    if (bits != 1 && bits != 4 && bits != 8 && bits != 16 && bits != 24 && bits != 32) {
      throw file.bad(28, "1, 4, 8, 16, 24 or 32 bits a pixel", bits);
    }
    if (compression == UNCOMPRESSED || compression == BIT_FIELDS) {
      long rowBytes = ((long) size.width() * bits + 31) / 32 * 4;
      file.require(dataAt, rowBytes * size.height());
    } else if (compression > 0 && compression <= RUNS_OF_4_BITS) {
      file.requireBacked(18, size, PIXELS_PER_BYTE);
    } else {
      throw file.bad(30, "no compression, or runs of 4 or 8 bits", "compression " + compression);
    }
    return new BmpImage(file, size);
  }

  @Override
  public ImageSize size() {
    return size;
  }

  @Override
  public int orientation() {
    return ExifOrientation.UPRIGHT;
  }

  @Override
  public Image decode() throws DataFileException {
    return JdkReader.run(file, "bmp", file.array(), reader -> RasterPlanes.of(reader.read(0)));
  }
}
