package io.github.anomalydata.image.augment;

import io.github.anomalydata.augment.Track;
import io.github.anomalydata.image.BorderMode;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.internal.Require;
import java.util.random.RandomGenerator;

/**
 * Turns an image around its middle by an angle that is drawn, each as likely: torchvision's {@code
 * RandomRotation}, but bilinear. Black corners are something that a model learns, so the default
 * border is mirrored. {@link Warp} turns by a given angle, and can expand.
 *
 * @param degrees the largest angle either way, in [0, 180]
 * @param border what is shown beyond the border
 * @param fill the value beyond a constant border
 */
public record Rotation(double degrees, BorderMode border, double fill)
    implements ImageAugmentation {

  /**
   * Checks the options.
   *
   * @param degrees the largest angle either way, in [0, 180]
   * @param border what is shown beyond the border
   * @param fill the value beyond a constant border
   * @throws IllegalArgumentException if the angle is out of its range, or the fill not finite
   */
  public Rotation {
    Require.between("degrees", degrees, 0, 180);
    Require.between("fill", fill, -Double.MAX_VALUE, Double.MAX_VALUE);
  }

  /**
   * Returns a rotation with a mirrored border.
   *
   * @param degrees the largest angle either way, in [0, 180]
   * @return the rotation
   * @throws IllegalArgumentException if it is not in this range
   */
  public static Rotation upTo(double degrees) {
    return new Rotation(degrees, BorderMode.REFLECT, 0);
  }

  /**
   * Returns a rotation with another border.
   *
   * @param newBorder what is shown beyond the border
   * @return the rotation
   */
  public Rotation with(BorderMode newBorder) {
    return new Rotation(degrees, newBorder, fill);
  }

  /**
   * Returns a rotation with a constant border.
   *
   * @param newFill its value
   * @return the rotation
   * @throws IllegalArgumentException if it is not finite
   */
  public Rotation withFill(double newFill) {
    return new Rotation(degrees, BorderMode.CONSTANT, newFill);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    double angle = Draws.uniform(-degrees, degrees, random);
    ImageSize size = ImageSize.of(track.width(), track.height());
    PlaneWarp.warp(track, Projection.rotation(angle, size), border, fill);
  }
}
