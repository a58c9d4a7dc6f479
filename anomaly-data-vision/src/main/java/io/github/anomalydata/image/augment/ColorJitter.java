package io.github.anomalydata.image.augment;

import io.github.anomalydata.augment.Track;
import io.github.anomalydata.internal.Require;
import java.util.random.RandomGenerator;

/**
 * Changes brightness, contrast, saturation and hue, in an order that is drawn, by amounts that are
 * drawn, each as likely: torchvision's {@code ColorJitter}. The order is drawn first, then the
 * amounts.
 *
 * <p>Values are in [0, 1], and are cut to it after each step. Brightness scales towards black,
 * contrast towards the mean luminance of the image, saturation towards the luminance of the pixel;
 * hue turns the colour. An image of one channel has neither saturation nor hue.
 *
 * @param brightness the factor is drawn from {@code [max(0, 1 - brightness), 1 + brightness]}
 * @param contrast the factor is drawn in the same way
 * @param saturation the factor is drawn in the same way
 * @param hue the turn is drawn from {@code [-hue, hue]}, where 1 is a full circle; in [0, 0.5]
 */
public record ColorJitter(double brightness, double contrast, double saturation, double hue)
    implements ImageAugmentation {
  private static final ColorJitter DEFAULT = new ColorJitter(0, 0, 0, 0);
  private static final int STEPS = 4;
  private static final double MOST = 100;

  /**
   * Checks the options.
   *
   * @param brightness the factor is drawn from {@code [max(0, 1 - brightness), 1 + brightness]}
   * @param contrast the factor is drawn in the same way
   * @param saturation the factor is drawn in the same way
   * @param hue the turn is drawn from {@code [-hue, hue]}, where 1 is a full circle; in [0, 0.5]
   * @throws IllegalArgumentException if one is negative, the hue above 0.5, or another above 100
   */
  public ColorJitter {
    Require.between("brightness", brightness, 0, MOST);
    Require.between("contrast", contrast, 0, MOST);
    Require.between("saturation", saturation, 0, MOST);
    Require.between("hue", hue, 0, 0.5);
  }

  /**
   * Returns what changes nothing: a start for the other methods.
   *
   * @return the jitter
   */
  public static ColorJitter withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns another jitter of brightness.
   *
   * @param amount the largest change of the factor, in [0, 100]
   * @return the jitter
   * @throws IllegalArgumentException if it is not in this range
   */
  public ColorJitter withBrightness(double amount) {
    return new ColorJitter(amount, contrast, saturation, hue);
  }

  /**
   * Returns another jitter of contrast.
   *
   * @param amount the largest change of the factor, in [0, 100]
   * @return the jitter
   * @throws IllegalArgumentException if it is not in this range
   */
  public ColorJitter withContrast(double amount) {
    return new ColorJitter(brightness, amount, saturation, hue);
  }

  /**
   * Returns another jitter of saturation.
   *
   * @param amount the largest change of the factor, in [0, 100]
   * @return the jitter
   * @throws IllegalArgumentException if it is not in this range
   */
  public ColorJitter withSaturation(double amount) {
    return new ColorJitter(brightness, contrast, amount, hue);
  }

  /**
   * Returns another jitter of hue.
   *
   * @param amount the largest turn, in [0, 0.5]
   * @return the jitter
   * @throws IllegalArgumentException if it is not in this range
   */
  public ColorJitter withHue(double amount) {
    return new ColorJitter(brightness, contrast, saturation, amount);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    int[] order = order(random);
    double[] amounts = {
      factor(brightness, random),
      factor(contrast, random),
      factor(saturation, random),
      Draws.uniform(-hue, hue, random)
    };
    if (track.role() != Track.Role.VALUES) {
      return;
    }
    for (int step : order) {
      double amount = amounts[step];
      switch (step) {
        case 0 -> apply(brightness, () -> ColorOps.brightness(track, amount));
        case 1 -> apply(contrast, () -> ColorOps.contrast(track, amount));
        case 2 -> apply(saturation, () -> ColorOps.saturation(track, amount));
        default -> apply(hue, () -> ColorOps.hue(track, amount));
      }
    }
  }

  /** Leaves out what has no strength, so that it rounds nothing and cuts nothing. */
  private static void apply(double strength, Runnable step) {
    if (strength > 0) {
      step.run();
    }
  }

  private static double factor(double amount, RandomGenerator random) {
    return Draws.uniform(Math.max(0, 1 - amount), 1 + amount, random);
  }

  private static int[] order(RandomGenerator random) {
    int[] order = {0, 1, 2, 3};
    for (int i = STEPS - 1; i > 0; i--) {
      int j = Draws.below(i + 1, random);
      int swap = order[i];
      order[i] = order[j];
      order[j] = swap;
    }
    return order;
  }
}
