package io.github.anomalydata.image.augment;

import io.github.anomalydata.augment.Track;
import io.github.anomalydata.internal.Require;
import java.util.random.RandomGenerator;

/**
 * Blots out a rectangle of every image; use {@link #withProbability} to spare some. Labels and
 * masks stay: what is hidden is still what it was. Of a square of odd length every pixel is hidden.
 *
 * @param minimumArea the smallest share of the image, in [0, 1]
 * @param maximumArea the largest share of the image
 * @param ratio height to width is drawn from {@code [1 / ratio, ratio]}, its logarithm evenly; from
 *     1 to 100
 * @param fill what is put there
 * @see <a href="https://arxiv.org/abs/1708.04896">Z. Zhong et al.: Random Erasing Data
 *     Augmentation</a>
 */
public record RandomErasing(double minimumArea, double maximumArea, double ratio, double fill)
    implements ImageAugmentation {
  private static final RandomErasing DEFAULT = new RandomErasing(0.02, 0.33, 10 / 3.0, 0);

  /**
   * Checks the options.
   *
   * @param minimumArea the smallest share of the image, in [0, 1]
   * @param maximumArea the largest share of the image
   * @param ratio height to width is drawn from {@code [1 / ratio, ratio]}; from 1 to 100
   * @param fill what is put there
   * @throws IllegalArgumentException if an option is out of its range
   */
  public RandomErasing {
    Box.requireArea(minimumArea, maximumArea);
    Require.between("ratio", ratio, 1, 100);
    Require.between("fill", fill, -Double.MAX_VALUE, Double.MAX_VALUE);
  }

  /**
   * Returns the erasing with these defaults, torchvision's: 2 to 33 % of the image, a ratio up to
   * 10 : 3, and 0 as the fill.
   *
   * @return the erasing
   */
  public static RandomErasing withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns another area.
   *
   * @param least the smallest share of the image, in [0, 1]
   * @param most the largest share of the image
   * @return the erasing
   * @throws IllegalArgumentException if they are not in this range and order
   */
  public RandomErasing withArea(double least, double most) {
    return new RandomErasing(least, most, ratio, fill);
  }

  /**
   * Returns another shape.
   *
   * @param newRatio the largest ratio of the longer to the shorter side, from 1 to 100
   * @return the erasing
   * @throws IllegalArgumentException if it is not in this range
   */
  public RandomErasing withRatio(double newRatio) {
    return new RandomErasing(minimumArea, maximumArea, newRatio, fill);
  }

  /**
   * Returns another fill.
   *
   * @param newFill what is put there
   * @return the erasing
   * @throws IllegalArgumentException if it is not finite
   */
  public RandomErasing withFill(double newFill) {
    return new RandomErasing(minimumArea, maximumArea, ratio, newFill);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    if (track.role() == Track.Role.VALUES && maximumArea > 0) {
      Box.draw(track, minimumArea, maximumArea, ratio, random).fill(track, fill);
    }
  }
}
