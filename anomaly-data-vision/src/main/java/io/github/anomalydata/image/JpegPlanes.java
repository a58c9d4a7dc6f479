package io.github.anomalydata.image;

import java.awt.image.Raster;

/**
 * Turns luminance and colour differences into red, green and blue, with the 16-bit fixed point of
 * libjpeg.
 */
final class JpegPlanes {
  private static final int BITS = 16;
  private static final int HALF = 1 << (BITS - 1);
  private static final int RED_OF_CR = fixed(1.40200);
  private static final int GREEN_OF_CB = fixed(0.34414);
  private static final int GREEN_OF_CR = fixed(0.71414);
  private static final int BLUE_OF_CB = fixed(1.77200);

  private JpegPlanes() {}

  private static int fixed(double factor) {
    return (int) (factor * (1 << BITS) + 0.5);
  }

  static Image of(Raster raster, boolean convert) {
    int width = raster.getWidth();
    int height = raster.getHeight();
    int channels = raster.getNumBands();
    byte[] planes = new byte[Image.length(channels, ImageSize.of(width, height))];
    byte[] row = new byte[width * channels];
    int plane = width * height;
    for (int y = 0; y < height; y++) {
      raster.getDataElements(0, y, width, 1, row);
      int at = y * width;
      if (channels == 1) {
        System.arraycopy(row, 0, planes, at, width);
      } else if (convert) {
        convert(row, planes, at, plane);
      } else {
        for (int x = 0; x < width; x++, at++) {
          planes[at] = row[3 * x];
          planes[at + plane] = row[3 * x + 1];
          planes[at + 2 * plane] = row[3 * x + 2];
        }
      }
    }
    return new Image(planes, channels, width, height);
  }

  private static void convert(byte[] row, byte[] planes, int from, int plane) {
    int at = from;
    for (int i = 0; i < row.length; i += 3, at++) {
      int y = row[i] & 0xFF;
      int cb = (row[i + 1] & 0xFF) - 128;
      int cr = (row[i + 2] & 0xFF) - 128;
      planes[at] = clamp(y + ((RED_OF_CR * cr + HALF) >> BITS));
      planes[at + plane] = clamp(y + ((-GREEN_OF_CB * cb - GREEN_OF_CR * cr + HALF) >> BITS));
      planes[at + 2 * plane] = clamp(y + ((BLUE_OF_CB * cb + HALF) >> BITS));
    }
  }

  private static byte clamp(int value) {
    return (byte) Math.max(0, Math.min(255, value));
  }
}
