package io.github.anomalydata.image.detect;

import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Mask;
import java.util.Arrays;

/**
 * Pictures of what was found where: the image, its mask, and the image under the colours of its
 * anomaly map, from blue over green and yellow to red, side by side.
 *
 * @param low the value that is blue
 * @param high the value that is red, above {@code low}
 */
public record HeatMap(double low, double high) {
  private static final int GAP = 4;
  private static final double SHARE = 0.5;

  /**
   * Checks the values.
   *
   * @param low the value that is blue
   * @param high the value that is red
   * @throws IllegalArgumentException if they are not finite, or {@code high} is not above {@code
   *     low}
   */
  public HeatMap {
    if (!(low < high && Double.isFinite(low) && Double.isFinite(high))) {
      throw new IllegalArgumentException(
          "low, high: finite and rising, got " + low + " and " + high);
    }
  }

  /**
   * Draws a picture.
   *
   * @param image the image
   * @param mask its mask, of the same size
   * @param map its anomaly map, of the same size
   * @return three pictures of its size, with white between
   * @throws IllegalArgumentException if the sizes differ
   */
  public Image draw(Image image, Mask mask, AnomalyMap map) {
    if (!image.size().equals(mask.size()) || !image.size().equals(map.size())) {
      throw new IllegalArgumentException(
          "mask, map: of the size of the image, "
              + image.size()
              + ", got "
              + mask.size()
              + " and "
              + map.size());
    }
    ImageSize size = ImageSize.of(3 * image.width() + 2 * GAP, image.height());
    byte[] picture = new byte[3 * size.width() * size.height()];
    Arrays.fill(picture, (byte) 255);
    byte[] rgb = image.rgb().samples();
    paste(rgb, image.size(), picture, 0);
    paste(mask.toImage().rgb().samples(), image.size(), picture, 1);
    float[] values = map.shared();
    for (int i = 0; i < values.length; i++) {
      double heat = Math.max(0, Math.min(1, (values[i] - low) / (high - low)));
      for (int c = 0; c < 3; c++) {
        double below = rgb[c * values.length + i] & 0xFF;
        double colour = 255 * colour(c, heat);
        rgb[c * values.length + i] = (byte) Math.round(below + SHARE * (colour - below));
      }
    }
    paste(rgb, image.size(), picture, 2);
    return Image.of(picture, 3, size);
  }

  /** Red, green and blue are tents over heat, whose tops are cut off. */
  private static double colour(int channel, double heat) {
    double top = 0.75 - 0.25 * channel;
    return Math.max(0, Math.min(1, 1.5 - 4 * Math.abs(heat - top)));
  }

  private static void paste(byte[] rgb, ImageSize size, byte[] picture, int slot) {
    int width = 3 * size.width() + 2 * GAP;
    for (int row = 0; row < 3 * size.height(); row++) {
      System.arraycopy(
          rgb,
          row * size.width(),
          picture,
          row * width + slot * (size.width() + GAP),
          size.width());
    }
  }
}
