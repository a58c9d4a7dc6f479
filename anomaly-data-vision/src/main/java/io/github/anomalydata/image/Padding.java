package io.github.anomalydata.image;

import io.github.anomalydata.internal.Require;
import java.util.Arrays;

/**
 * Adds pixels around images and masks. Unless the border is mirrored or goes on, they are black, or
 * of the {@linkplain #withFill grey} that is chosen; around masks they are zeros, or with {@link
 * BorderMode#EDGE} and {@link BorderMode#REFLECT} those of the image's pixels.
 *
 * @param left the number of columns before the first
 * @param top the number of rows above the first
 * @param right the number of columns after the last
 * @param bottom the number of rows below the last
 * @param border what they show
 * @param fill the sample of a constant border, from 0 to 255
 */
public record Padding(int left, int top, int right, int bottom, BorderMode border, int fill) {

  /**
   * Checks the values.
   *
   * @param left the number of columns before the first
   * @param top the number of rows above the first
   * @param right the number of columns after the last
   * @param bottom the number of rows below the last
   * @param border what they show
   * @param fill the sample of a constant border, from 0 to 255
   * @throws IllegalArgumentException if a number is negative, or {@code fill} above 255
   */
  public Padding {
    Require.atLeast("left", left, 0);
    Require.atLeast("top", top, 0);
    Require.atLeast("right", right, 0);
    Require.atLeast("bottom", bottom, 0);
    if (fill < 0 || fill > 255) {
      throw new IllegalArgumentException("fill: from 0 to 255, got " + fill);
    }
  }

  /**
   * Returns a padding in black.
   *
   * @param left the number of columns before the first
   * @param top the number of rows above the first
   * @param right the number of columns after the last
   * @param bottom the number of rows below the last
   * @return the padding
   * @throws IllegalArgumentException if a number is negative
   */
  public static Padding of(int left, int top, int right, int bottom) {
    return new Padding(left, top, right, bottom, BorderMode.CONSTANT, 0);
  }

  /**
   * Returns the padding that makes an image square, as evenly as can be; what is odd goes right or
   * below.
   *
   * @param image the size of the image
   * @return the padding, in black
   */
  public static Padding toSquare(ImageSize image) {
    int side = Math.max(image.width(), image.height());
    int x = side - image.width();
    int y = side - image.height();
    return of(x / 2, y / 2, x - x / 2, y - y / 2);
  }

  /**
   * Returns a padding that shows something else.
   *
   * @param newBorder what it shows
   * @return the padding
   */
  public Padding with(BorderMode newBorder) {
    return new Padding(left, top, right, bottom, newBorder, fill);
  }

  /**
   * Returns a padding of another grey.
   *
   * @param newFill the sample of a constant border, from 0 to 255
   * @return the padding
   * @throws IllegalArgumentException if it is not in this range
   */
  public Padding withFill(int newFill) {
    return new Padding(left, top, right, bottom, border, newFill);
  }

  /**
   * Returns the part of a padded image that is the image.
   *
   * @param image the size of the image before
   * @return what {@link Image#crop} takes to undo the padding
   */
  public Region inside(ImageSize image) {
    return new Region(left, top, image.width(), image.height());
  }

  /**
   * Pads an image.
   *
   * @param image the image
   * @return the larger image
   * @throws IllegalArgumentException if it would be longer than an array can be
   */
  public Image apply(Image image) {
    ImageSize size = sizeOf(image.size());
    byte[] planes = pad(image.shared(), image.channels(), image.size(), size, (byte) fill);
    return new Image(planes, image.channels(), size.width(), size.height());
  }

  /**
   * Pads a mask.
   *
   * @param mask the mask
   * @return the larger mask
   * @throws IllegalArgumentException if it would be longer than an array can be
   */
  public Mask apply(Mask mask) {
    ImageSize size = sizeOf(mask.size());
    byte[] bits = pad(mask.shared(), 1, mask.size(), size, (byte) 0);
    return new Mask(bits, size.width(), size.height());
  }

  private ImageSize sizeOf(ImageSize image) {
    return ImageSize.of(
        Math.addExact(image.width(), Math.addExact(left, right)),
        Math.addExact(image.height(), Math.addExact(top, bottom)));
  }

  private byte[] pad(byte[] from, int channels, ImageSize size, ImageSize target, byte constant) {
    byte[] to = new byte[Image.length(channels, target)];
    int at = 0;
    for (int c = 0; c < channels; c++) {
      for (int y = 0; y < target.height(); y++, at += target.width()) {
        int row = border.index(y - top, size.height());
        if (row < 0) {
          Arrays.fill(to, at, at + target.width(), constant);
        } else {
          padRow(from, (c * size.height() + row) * size.width(), size.width(), to, at, constant);
        }
      }
    }
    return to;
  }

  private void padRow(byte[] from, int start, int width, byte[] to, int at, byte constant) {
    System.arraycopy(from, start, to, at + left, width);
    for (int x = -left; x < width + right; x = x == -1 ? width : x + 1) {
      int column = border.index(x, width);
      to[at + left + x] = column < 0 ? constant : from[start + column];
    }
  }
}
