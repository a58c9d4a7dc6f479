package io.github.anomalydata.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;

/** The stored samples of an image of the JDK, without its colour management. */
final class RasterPlanes {
  private RasterPlanes() {}

  static Image of(BufferedImage image) {
    ColorModel model = image.getColorModel();
    Raster raster = image.getRaster();
    if (model instanceof IndexColorModel index) {
      return indexed(raster, palette(index));
    }
    int channels = model.getNumColorComponents() == 1 ? 1 : 3;
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] planes = new byte[Image.length(channels, ImageSize.of(width, height))];
    int[] row = new int[width * raster.getNumBands()];
    for (int y = 0; y < height; y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int c = 0; c < channels; c++) {
        put(
            row,
            c,
            raster.getNumBands(),
            model.getComponentSize(c),
            planes,
            (c * height + y) * width);
      }
    }
    return new Image(planes, channels, width, height);
  }

  private static void put(int[] row, int from, int step, int bits, byte[] planes, int at) {
    int most = (1 << bits) - 1;
    int to = at;
    for (int i = from; i < row.length; i += step) {
      planes[to++] = (byte) (bits > 8 ? row[i] >> (bits - 8) : row[i] * 255 / most);
    }
  }

  /** Looks up colours. */
  static Image indexed(Raster raster, byte[] palette) {
    int channels = Palette.isGrey(palette) ? 1 : 3;
    int width = raster.getWidth();
    int height = raster.getHeight();
    byte[] planes = new byte[Image.length(channels, ImageSize.of(width, height))];
    int[] row = new int[width];
    for (int y = 0; y < height; y++) {
      raster.getPixels(raster.getMinX(), raster.getMinY() + y, width, 1, row);
      for (int c = 0; c < channels; c++) {
        int at = (c * height + y) * width;
        for (int x = 0; x < width; x++) {
          int colour = 3 * row[x] + c;
          planes[at + x] = colour < palette.length ? palette[colour] : 0;
        }
      }
    }
    return new Image(planes, channels, width, height);
  }

  private static byte[] palette(IndexColorModel model) {
    byte[] palette = new byte[3 * model.getMapSize()];
    for (int i = 0; i < model.getMapSize(); i++) {
      palette[3 * i] = (byte) model.getRed(i);
      palette[3 * i + 1] = (byte) model.getGreen(i);
      palette[3 * i + 2] = (byte) model.getBlue(i);
    }
    return palette;
  }
}
