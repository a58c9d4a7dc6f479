package io.github.anomalydata.image;

import io.github.anomalydata.data.DataFileException;

/** How an image is to be turned or mirrored to be shown: tag 274 of EXIF. */
final class ExifOrientation {
  static final int UPRIGHT = 1;
  private static final int TAG = 274;
  private static final int TYPE_SHORT = 3;
  private static final int ENTRY_BYTES = 12;

  private ExifOrientation() {}

  private static boolean swapsSides(int orientation) {
    return orientation >= 5;
  }

  /** Returns the size of an image that is upright. */
  static ImageSize apply(ImageSize size, int orientation) {
    int longer = Math.max(size.width(), size.height());
    int shorter = Math.min(size.width(), size.height());
    boolean isWide = size.width() >= size.height() != swapsSides(orientation);
    return isWide ? ImageSize.of(longer, shorter) : ImageSize.of(shorter, longer);
  }

  /**
   * Reads the tag from EXIF data. The pixels do not depend on it, so that a block of EXIF that is
   * broken, as many cameras' and editors' are, means upright.
   */
  static int read(byte[] bytes, int from, int length) {
    byte[] exif = new byte[length];
    System.arraycopy(bytes, from, exif, 0, length);
    FileBytes tiff = new FileBytes("EXIF", exif, Integer.MAX_VALUE);
    boolean little = tiff.startsWith('I', 'I', 42, 0);
    if (!little && !tiff.startsWith('M', 'M', 0, 42)) {
      return UPRIGHT;
    }
    tiff.setLittleEndian(little);
    try {
      long at = tiff.u32(4);
      int entries = tiff.u16(at);
      for (int i = 0; i < entries; i++) {
        long entry = at + 2 + (long) i * ENTRY_BYTES;
        if (tiff.u16(entry) == TAG) {
          return tiff.u16(entry + 2) == TYPE_SHORT ? valid(tiff.u16(entry + 8)) : UPRIGHT;
        }
      }
      return UPRIGHT;
    } catch (DataFileException e) {
      return UPRIGHT;
    }
  }

  static int valid(int orientation) {
    return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
  }

  /** Turns and mirrors an image so that it is upright. */
  static Image apply(Image image, int orientation) {
    if (orientation == UPRIGHT) {
      return image;
    }
    boolean swap = swapsSides(orientation);
    int width = swap ? image.height() : image.width();
    int height = swap ? image.width() : image.height();
    // Counted from the first row and column: 2 and 3 mirror columns, 3 and 4 rows, and so on.
    boolean right = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
    boolean bottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    byte[] from = image.shared();
    byte[] to = new byte[from.length];
    int at = 0;
    for (int c = 0; c < image.channels(); c++) {
      int plane = c * width * height;
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          int column = swap ? y : x;
          int row = swap ? x : y;
          column = right ? image.width() - 1 - column : column;
          row = bottom ? image.height() - 1 - row : row;
          to[at++] = from[plane + row * image.width() + column];
        }
      }
    }
    return new Image(to, image.channels(), width, height);
  }
}
