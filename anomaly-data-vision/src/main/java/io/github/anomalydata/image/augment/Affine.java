package io.github.anomalydata.image.augment;

import io.github.anomalydata.augment.Track;
import io.github.anomalydata.image.BorderMode;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.internal.Require;
import java.util.random.RandomGenerator;

/**
 * Turns, shifts, scales and shears an image by amounts that are drawn, each as likely:
 * torchvision's {@code RandomAffine}, but bilinear and with a mirrored border by default.
 *
 * @param degrees the largest rotation either way, in [0, 180]
 * @param shift the largest shift either way, as a share of the width and height, in [0, 1]
 * @param minimumScale the smallest factor of the size, above 0
 * @param maximumScale the largest factor of the size, at most 100
 * @param shear the largest shear either way in degrees, in [0, 80]
 * @param border what is shown beyond the border
 * @param fill the value beyond a constant border
 */
public record Affine(
    double degrees,
    double shift,
    double minimumScale,
    double maximumScale,
    double shear,
    BorderMode border,
    double fill)
    implements ImageAugmentation {
  private static final Affine DEFAULT = new Affine(0, 0, 1, 1, 0, BorderMode.REFLECT, 0);

  /**
   * Checks the options.
   *
   * @param degrees the largest rotation either way, in [0, 180]
   * @param shift the largest shift either way, as a share of the width and height, in [0, 1]
   * @param minimumScale the smallest factor of the size, above 0
   * @param maximumScale the largest factor of the size, at most 100
   * @param shear the largest shear either way in degrees, in [0, 80]
   * @param border what is shown beyond the border
   * @param fill the value beyond a constant border
   * @throws IllegalArgumentException if an option is out of its range
   */
  public Affine {
    Require.between("degrees", degrees, 0, 180);
    Require.between("shift", shift, 0, 1);
    Draws.requireBounds("scale", minimumScale, maximumScale, 100);
    Require.between("shear", shear, 0, 80);
    Require.between("fill", fill, -Double.MAX_VALUE, Double.MAX_VALUE);
  }

  /**
   * Returns what changes nothing, with a mirrored border: a start for the other methods.
   *
   * @return the augmentation
   */
  public static Affine withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns another rotation.
   *
   * @param newDegrees the largest angle either way, in [0, 180]
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in this range
   */
  public Affine withRotation(double newDegrees) {
    return new Affine(newDegrees, shift, minimumScale, maximumScale, shear, border, fill);
  }

  /**
   * Returns another shift.
   *
   * @param newShift the largest either way, as a share of the width and height, in [0, 1]
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in this range
   */
  public Affine withShift(double newShift) {
    return new Affine(degrees, newShift, minimumScale, maximumScale, shear, border, fill);
  }

  /**
   * Returns another scaling.
   *
   * @param least the smallest factor, above 0
   * @param most the largest factor, at most 100
   * @return the augmentation
   * @throws IllegalArgumentException if they are not in this range and order
   */
  public Affine withScale(double least, double most) {
    return new Affine(degrees, shift, least, most, shear, border, fill);
  }

  /**
   * Returns another shear.
   *
   * @param newShear the largest angle either way in degrees, in [0, 80]
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in this range
   */
  public Affine withShear(double newShear) {
    return new Affine(degrees, shift, minimumScale, maximumScale, newShear, border, fill);
  }

  /**
   * Returns another border.
   *
   * @param newBorder what is shown beyond the border
   * @return the augmentation
   */
  public Affine with(BorderMode newBorder) {
    return new Affine(degrees, shift, minimumScale, maximumScale, shear, newBorder, fill);
  }

  /**
   * Returns a constant border.
   *
   * @param newFill its value
   * @return the augmentation
   * @throws IllegalArgumentException if it is not finite
   */
  public Affine withFill(double newFill) {
    return new Affine(
        degrees, shift, minimumScale, maximumScale, shear, BorderMode.CONSTANT, newFill);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    ImageSize size = ImageSize.of(track.width(), track.height());
    double angle = Draws.uniform(-degrees, degrees, random);
    double right = Draws.uniform(-shift, shift, random) * size.width();
    double down = Draws.uniform(-shift, shift, random) * size.height();
    double scale = Draws.uniform(minimumScale, maximumScale, random);
    double slant = Draws.uniform(-shear, shear, random);
    Projection projection = Projection.affine(angle, scale, slant, right, down, size);
    PlaneWarp.warp(track, projection, border, fill);
  }
}
