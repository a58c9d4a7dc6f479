package io.github.anomalydata.image;

import io.github.anomalydata.data.DataFileException;
import java.awt.image.BufferedImage;

/**
 * The first page of a TIFF file, whose directory is sound: the JDK, which decodes it, believes what
 * it says.
 */
final class TiffImage implements EncodedImage {
  private static final int ENTRY_BYTES = 12;
  private static final int MAX_ENTRIES = 512;

  /** What Deflate and LZW make at most of a byte; fax codes make more of blank paper. */
  private static final int PIXELS_PER_BYTE = 1400;

  private static final int FAX_PIXELS_PER_BYTE = 20_000;

  private final FileBytes file;
  private final ImageSize size;
  private final int orientation;
  private final byte[] palette;

  private TiffImage(FileBytes file, ImageSize size, int orientation, byte[] palette) {
    this.palette = palette;
    this.file = file;
    this.size = size;
    this.orientation = orientation;
  }

  static TiffImage parse(FileBytes file) throws DataFileException {
    file.setLittleEndian(file.startsWith('I'));
    long at = file.u32(4);
    int entries = file.u16(at);
    if (entries < 1 || entries > MAX_ENTRIES) {
      throw file.bad(at, "from 1 to " + MAX_ENTRIES + " tags", entries);
    }
    file.require(at + 2, (long) entries * ENTRY_BYTES);
    TiffTags tags = new TiffTags(file, at);
    for (int i = 0; i < entries; i++) {
      tags.read(at + 2 + (long) i * ENTRY_BYTES);
    }
    ImageSize size =
        file.requireSize(at, tags.required(TiffTags.WIDTH), tags.required(TiffTags.HEIGHT));
    boolean isFax = tags.requireKind();
    file.requireBacked(at, size, isFax ? FAX_PIXELS_PER_BYTE : PIXELS_PER_BYTE);
    tags.requirePieces(size);
    long orientation = tags.first(TiffTags.ORIENTATION, ExifOrientation.UPRIGHT);
    return new TiffImage(file, size, ExifOrientation.valid((int) orientation), tags.palette());
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
    return JdkReader.run(
        file,
        "tiff",
        file.array(),
        reader -> {
          BufferedImage image = reader.read(0);
          // The JDK scales colours by 255/65535, so that 8 bits shifted up lose one grey level.
          return palette.length > 0
              ? RasterPlanes.indexed(image.getRaster(), palette)
              : RasterPlanes.of(image);
        });
  }
}
