package io.github.anomalydata.image;

/** Takes rows of PNG pixels apart into the planes of an image. */
final class PngRows {
  private final PngFormat format;
  private final int width;
  private final int height;
  private final int channels;
  private final byte[] planes;
  private final byte[] values;

  PngRows(PngFormat format, byte[] palette, ImageSize size) {
    this.format = format;
    this.width = size.width();
    this.height = size.height();
    boolean grey = format.isPalette() ? Palette.isGrey(palette) : format.isGrey();
    this.channels = grey ? 1 : 3;
    this.planes = new byte[Image.length(channels, size)];
    this.values = format.isPalette() ? palette : Palette.greys(format.bits());
  }

  Image image() {
    return new Image(planes, channels, width, height);
  }

  /**
   * Puts a row in its place.
   *
   * @param row the row; its first byte is not a pixel's
   * @param pass the pass that it is of
   * @param y its number in the pass
   */
  void put(byte[] row, PngPass pass, int y) {
    int start = (pass.top() + y * pass.stepY()) * width + pass.left();
    for (int c = 0; c < channels; c++) {
      int at = c * width * height + start;
      if (format.isPalette() || format.bits() < 8) {
        unpack(row, pass, c, at);
      } else {
        separate(row, pass, 1 + c * format.bits() / 8, at);
      }
    }
  }

  /** Takes one channel, the high bytes of 16 bits, out of whole bytes. */
  private void separate(byte[] row, PngPass pass, int from, int at) {
    int pixel = format.pixelBytes();
    int count = pass.width();
    if (pass.stepX() == 1 && pixel == 1) {
      System.arraycopy(row, from, planes, at, count);
      return;
    }
    if (pass.stepX() == 1) {
      for (int i = 0; i < count; i++) {
        planes[at + i] = row[from + i * pixel];
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      planes[at + i * pass.stepX()] = row[from + i * pixel];
    }
  }

  /** Looks up one channel of values that share bytes, or stand for colours. */
  private void unpack(byte[] row, PngPass pass, int channel, int at) {
    int bits = format.bits();
    int most = (1 << bits) - 1;
    for (int i = 0; i < pass.width(); i++) {
      int bit = i * bits;
      int value = row[1 + (bit >> 3)] >> (8 - bits - (bit & 7)) & most;
      int colour = 3 * value + channel;
      // A value beyond the palette is black, as in libpng.
      planes[at + i * pass.stepX()] = colour < values.length ? values[colour] : 0;
    }
  }
}
