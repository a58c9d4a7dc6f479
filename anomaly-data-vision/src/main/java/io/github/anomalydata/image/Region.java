package io.github.anomalydata.image;

import io.github.anomalydata.internal.Require;
import java.util.random.RandomGenerator;

/**
 * A rectangle of pixels within an image: what is cut out of it and, alike, of its mask.
 *
 * @param left the first column, from 0
 * @param top the first row, from 0
 * @param width the number of columns, at least 1
 * @param height the number of rows, at least 1
 */
public record Region(int left, int top, int width, int height) {

  /**
   * Checks the values.
   *
   * @param left the first column, from 0
   * @param top the first row, from 0
   * @param width the number of columns, at least 1
   * @param height the number of rows, at least 1
   * @throws IllegalArgumentException if one is less
   */
  public Region {
    Require.atLeast("left", left, 0);
    Require.atLeast("top", top, 0);
    Require.atLeast("width", width, 1);
    Require.atLeast("height", height, 1);
  }

  /**
   * Returns the middle of an image, where torchvision's {@code center_crop} takes it: a half of a
   * pixel that is left over goes to the even side.
   *
   * @param image the size of the image
   * @param size the size of the part
   * @return the part
   * @throws IllegalArgumentException if it is larger than the image
   */
  public static Region centered(ImageSize image, ImageSize size) {
    requireRoom(image, size);
    return new Region(
        (int) Math.rint((image.width() - size.width()) / 2.0),
        (int) Math.rint((image.height() - size.height()) / 2.0),
        size.width(),
        size.height());
  }

  /**
   * Draws a part of an image, each as likely.
   *
   * @param image the size of the image
   * @param size the size of the part
   * @param random the generator
   * @return the part
   * @throws IllegalArgumentException if it is larger than the image
   */
  public static Region random(ImageSize image, ImageSize size, RandomGenerator random) {
    requireRoom(image, size);
    int top = random.nextInt(image.height() - size.height() + 1);
    int left = random.nextInt(image.width() - size.width() + 1);
    return new Region(left, top, size.width(), size.height());
  }

  private static void requireRoom(ImageSize image, ImageSize size) {
    if (size.width() > image.width() || size.height() > image.height()) {
      throw new IllegalArgumentException(
          "size: at most that of the image, " + image + ", got " + size);
    }
  }

  /** Copies this part out of planes. */
  byte[] cut(byte[] planes, int channels, ImageSize image) {
    if (left > image.width() - width || top > image.height() - height) {
      throw new IllegalArgumentException("region: within the image of " + image + ", got " + this);
    }
    byte[] part = new byte[channels * width * height];
    int at = 0;
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < height; y++) {
        int from = (c * image.height() + top + y) * image.width() + left;
        System.arraycopy(planes, from, part, at, width);
        at += width;
      }
    }
    return part;
  }
}
