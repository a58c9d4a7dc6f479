package io.github.anomalydata.image.augment;

import io.github.anomalydata.image.BorderMode;
import io.github.anomalydata.image.Image;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.image.Mask;
import io.github.anomalydata.internal.Require;
import java.util.function.Function;

/**
 * Turns images and masks by what the caller says, not by what is drawn: images bilinear, masks by
 * the nearest pixel.
 *
 * <p>With a constant border samples are those of Pillow's {@code rotate} and {@code transform},
 * bilinear within one grey level.
 */
public final class Warp {
  private final Function<ImageSize, Projection> projection;
  private final BorderMode border;
  private final int fill;
  private final boolean expands;

  private Warp(
      Function<ImageSize, Projection> projection, BorderMode border, int fill, boolean expands) {
    this.projection = projection;
    this.border = border;
    this.fill = fill;
    this.expands = expands;
  }

  /**
   * Returns a rotation around the middle into an image of the same size with black corners.
   *
   * @param degrees the angle, counter-clockwise
   * @return the warp
   * @throws IllegalArgumentException if it is not finite
   */
  public static Warp rotation(double degrees) {
    Require.between("degrees", degrees, -Double.MAX_VALUE, Double.MAX_VALUE);
    return new Warp(size -> Projection.rotation(degrees, size), BorderMode.CONSTANT, 0, false);
  }

  /**
   * Returns any projection into an image of the same size, black where there is nothing.
   *
   * @param projection where points are taken from
   * @return the warp
   */
  public static Warp of(Projection projection) {
    return new Warp(size -> projection, BorderMode.CONSTANT, 0, false);
  }

  /**
   * Returns a warp that shows something else beyond the border.
   *
   * @param newBorder what it shows
   * @return the warp
   */
  public Warp with(BorderMode newBorder) {
    return new Warp(projection, newBorder, fill, expands);
  }

  /**
   * Returns a warp of another grey beyond a constant border; that of masks is always 0.
   *
   * @param newFill the sample, from 0 to 255
   * @return the warp
   * @throws IllegalArgumentException if it is not in this range
   */
  public Warp withFill(int newFill) {
    return new Warp(projection, border, (int) Require.between("fill", newFill, 0, 255), expands);
  }

  /**
   * Returns a warp into an image so large that no corner is cut off; for rotations.
   *
   * @return the warp
   */
  public Warp expanding() {
    return new Warp(projection, border, fill, true);
  }

  /**
   * Warps an image.
   *
   * @param image the image
   * @return the warped image
   */
  public Image apply(Image image) {
    ImageSize size = sizeOf(image.size());
    double[] warped = warp(doubles(image.samples()), image.channels(), image.size(), size, true);
    byte[] samples = new byte[warped.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (warped[i] + 0.5);
    }
    return Image.of(samples, image.channels(), size);
  }

  /**
   * Warps a mask.
   *
   * @param mask the mask
   * @return the warped mask
   */
  public Mask apply(Mask mask) {
    ImageSize size = sizeOf(mask.size());
    double[] warped = warp(doubles(mask.bits()), 1, mask.size(), size, false);
    byte[] bits = new byte[warped.length];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = (byte) warped[i];
    }
    return Mask.of(bits, size);
  }

  private double[] warp(
      double[] planes, int channels, ImageSize from, ImageSize to, boolean isImage) {
    Projection centred =
        projection
            .apply(from)
            .shifted((from.width() - to.width()) / 2.0, (from.height() - to.height()) / 2.0);
    return new PlaneWarp(centred, border, from, to)
        .apply(planes, channels, isImage, isImage ? fill : 0);
  }

  private static double[] doubles(byte[] samples) {
    double[] planes = new double[samples.length];
    for (int i = 0; i < planes.length; i++) {
      planes[i] = samples[i] & 0xFF;
    }
    return planes;
  }

  /**
   * Returns the size that an image gets.
   *
   * @param image its size
   * @return its new size: another one only if the warp expands
   */
  public ImageSize sizeOf(ImageSize image) {
    if (!expands) {
      return image;
    }
    // The inverse of a rotation covers as much as the rotation itself, mirrored.
    Projection p = projection.apply(image);
    double[] x = new double[4];
    double[] y = new double[4];
    for (int i = 0; i < 4; i++) {
      double u = i % 2 == 0 ? 0 : image.width();
      double v = i < 2 ? 0 : image.height();
      double determinant = p.a() * p.e() - p.b() * p.d();
      x[i] = (p.e() * (u - p.c()) - p.b() * (v - p.f())) / determinant;
      y[i] = (p.a() * (v - p.f()) - p.d() * (u - p.c())) / determinant;
    }
    return ImageSize.of(extent(x), extent(y));
  }

  private static int extent(double[] places) {
    double least = places[0];
    double most = places[0];
    for (double place : places) {
      least = Math.min(least, place);
      most = Math.max(most, place);
    }
    double whole = Math.rint(most - least);
    boolean isWhole = Math.abs(most - least - whole) < 1e-9;
    return (int) (isWhole ? whole : Math.ceil(most) - Math.floor(least));
  }
}
