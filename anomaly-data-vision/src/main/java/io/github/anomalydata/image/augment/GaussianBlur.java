package io.github.anomalydata.image.augment;

import io.github.anomalydata.augment.Track;
import io.github.anomalydata.image.BorderMode;
import io.github.anomalydata.internal.Require;
import java.util.random.RandomGenerator;

/**
 * Blurs an image by a Gaussian whose deviation is drawn, each as likely; labels and masks stay. The
 * kernel reaches four deviations, and the border is mirrored.
 *
 * @param minimumSigma the smallest deviation in pixels, at least 0
 * @param maximumSigma the largest deviation in pixels, at most 100
 */
public record GaussianBlur(double minimumSigma, double maximumSigma) implements ImageAugmentation {
  private static final double REACH = 4;

  /**
   * Checks the options.
   *
   * @param minimumSigma the smallest deviation in pixels, at least 0
   * @param maximumSigma the largest deviation in pixels, at most 100
   * @throws IllegalArgumentException if they are not in this range and order
   */
  public GaussianBlur {
    Require.between("minimumSigma", minimumSigma, 0, 100);
    Require.between("maximumSigma", maximumSigma, minimumSigma, 100);
  }

  /**
   * Returns a blur.
   *
   * @param minimumSigma the smallest deviation in pixels, at least 0
   * @param maximumSigma the largest deviation in pixels, at most 100
   * @return the blur
   * @throws IllegalArgumentException if they are not in this range and order
   */
  public static GaussianBlur of(double minimumSigma, double maximumSigma) {
    return new GaussianBlur(minimumSigma, maximumSigma);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    double sigma = Draws.uniform(minimumSigma, maximumSigma, random);
    if (track.role() != Track.Role.VALUES || sigma == 0) {
      return;
    }
    double[] kernel = kernel(sigma);
    double[] line = new double[Math.max(track.width(), track.height())];
    int width = track.width();
    for (int plane = 0; plane < track.values().length; plane += track.time()) {
      for (int y = 0; y < track.height(); y++) {
        blur(track.values(), plane + y * width, 1, width, kernel, line);
      }
      for (int x = 0; x < width; x++) {
        blur(track.values(), plane + x, width, track.height(), kernel, line);
      }
    }
  }

  private static double[] kernel(double sigma) {
    int reach = (int) Math.ceil(REACH * sigma);
    double[] kernel = new double[2 * reach + 1];
    double sum = 0;
    for (int i = 0; i < kernel.length; i++) {
      double distance = (i - reach) / sigma;
      kernel[i] = StrictMath.exp(-distance * distance / 2);
      sum += kernel[i];
    }
    for (int i = 0; i < kernel.length; i++) {
      kernel[i] /= sum;
    }
    return kernel;
  }

  private static void blur(
      double[] values, int from, int step, int length, double[] kernel, double[] line) {
    int reach = kernel.length / 2;
    for (int i = 0; i < length; i++) {
      double sum = 0;
      for (int k = 0; k < kernel.length; k++) {
        sum += kernel[k] * values[from + step * BorderMode.REFLECT.index(i + k - reach, length)];
      }
      line[i] = sum;
    }
    for (int i = 0; i < length; i++) {
      values[from + step * i] = line[i];
    }
  }
}
