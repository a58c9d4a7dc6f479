package io.github.anomalydata.cli.mvtec;

import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.Mask;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Images and masks as the contents of PNG files, for a report. */
final class Pixels {
  private static final int RED = 0x90E0203A;

  private Pixels() {}

  static byte[] png(Image image) throws IOException {
    Image rgb = image.rgb();
    BufferedImage pixels = new BufferedImage(rgb.width(), rgb.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < rgb.height(); y++) {
      for (int x = 0; x < rgb.width(); x++) {
        pixels.setRGB(
            x, y, rgb.sample(0, x, y) << 16 | rgb.sample(1, x, y) << 8 | rgb.sample(2, x, y));
      }
    }
    return png(pixels);
  }

  /** Returns red where the mask is, and nothing elsewhere. */
  static byte[] overlay(Mask mask) throws IOException {
    BufferedImage pixels =
        new BufferedImage(mask.width(), mask.height(), BufferedImage.TYPE_INT_ARGB);
    for (int y = 0; y < mask.height(); y++) {
      for (int x = 0; x < mask.width(); x++) {
        pixels.setRGB(x, y, mask.at(x, y) ? RED : 0);
      }
    }
    return png(pixels);
  }

  private static byte[] png(BufferedImage pixels) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(pixels, "png", out);
    return out.toByteArray();
  }
}
