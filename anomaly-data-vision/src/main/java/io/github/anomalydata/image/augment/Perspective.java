package io.github.anomalydata.image.augment;

import io.github.anomalydata.augment.Track;
import io.github.anomalydata.image.BorderMode;
import io.github.anomalydata.image.ImageSize;
import io.github.anomalydata.internal.Require;
import java.util.random.RandomGenerator;

/**
 * Shows an image from a little aside: its corners move inwards by shares that are drawn, each as
 * likely, as in torchvision's {@code RandomPerspective}; bilinear, and with a mirrored border by
 * default.
 *
 * @param distortion the largest move of a corner, as a share of half the width and height, in [0,
 *     0.9]
 * @param border what is shown beyond the border
 * @param fill the value beyond a constant border
 */
public record Perspective(double distortion, BorderMode border, double fill)
    implements ImageAugmentation {
  private static final Perspective DEFAULT = new Perspective(0.2, BorderMode.REFLECT, 0);

  /**
   * Checks the options.
   *
   * @param distortion the largest move of a corner, as a share of half the width and height, in [0,
   *     0.9]
   * @param border what is shown beyond the border
   * @param fill the value beyond a constant border
   * @throws IllegalArgumentException if the distortion is out of its range, or the fill not finite
   */
  public Perspective {
    Require.between("distortion", distortion, 0, 0.9);
    Require.between("fill", fill, -Double.MAX_VALUE, Double.MAX_VALUE);
  }

  /**
   * Returns the perspective with these defaults: a distortion of 0.2 and a mirrored border.
   *
   * @return the perspective
   */
  public static Perspective withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns another distortion.
   *
   * @param newDistortion the largest move of a corner, in [0, 0.9]
   * @return the perspective
   * @throws IllegalArgumentException if it is not in this range
   */
  public Perspective withDistortion(double newDistortion) {
    return new Perspective(newDistortion, border, fill);
  }

  /**
   * Returns another border.
   *
   * @param newBorder what is shown beyond the border
   * @return the perspective
   */
  public Perspective with(BorderMode newBorder) {
    return new Perspective(distortion, newBorder, fill);
  }

  /**
   * Returns a constant border.
   *
   * @param newFill its value
   * @return the perspective
   * @throws IllegalArgumentException if it is not finite
   */
  public Perspective withFill(double newFill) {
    return new Perspective(distortion, BorderMode.CONSTANT, newFill);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    ImageSize size = ImageSize.of(track.width(), track.height());
    double[] corners = {0, 0, size.width(), 0, size.width(), size.height(), 0, size.height()};
    for (int i = 0; i < corners.length; i++) {
      double length = i % 2 == 0 ? size.width() : size.height();
      double inwards = random.nextDouble() * distortion * length / 2;
      corners[i] += corners[i] == 0 ? inwards : -inwards;
    }
    PlaneWarp.warp(track, Projection.ofCorners(corners, size), border, fill);
  }
}
