package io.github.anomalydata.image.augment;

import io.github.anomalydata.augment.Track;
import io.github.anomalydata.internal.Require;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** A rectangle of pixels. */
record Box(int left, int top, int width, int height) {
  private static final int ATTEMPTS = 10;

  /**
   * Draws one by its area, as a share of the image, and the ratio of its height to its width, whose
   * logarithm is drawn evenly; no larger than the image.
   */
  static Box draw(
      Track track, double minimumArea, double maximumArea, double ratio, RandomGenerator random) {
    int width = 0;
    int height = 0;
    for (int i = 0; i < ATTEMPTS; i++) {
      double area = track.time() * Draws.uniform(minimumArea, maximumArea, random);
      double logarithm = StrictMath.log(ratio) * (2 * random.nextDouble() - 1);
      double shape = StrictMath.exp(logarithm);
      if (width == 0 || width > track.width() || height > track.height()) {
        height = Math.max(1, (int) Math.rint(Math.sqrt(area * shape)));
        width = Math.max(1, (int) Math.rint(Math.sqrt(area / shape)));
      }
    }
    return placed(track, Math.min(width, track.width()), Math.min(height, track.height()), random);
  }

  /** Draws a place for a size. */
  static Box placed(Track track, int width, int height, RandomGenerator random) {
    int left = Draws.below(track.width() - width + 1, random);
    int top = Draws.below(track.height() - height + 1, random);
    return new Box(left, top, width, height);
  }

  static void requireArea(double minimumArea, double maximumArea) {
    Require.between("minimumArea", minimumArea, 0, 1);
    Require.between("maximumArea", maximumArea, minimumArea, 1);
  }

  /** Sets its pixels in every channel. */
  void fill(Track track, double value) {
    double[] values = track.values();
    for (int plane = 0; plane < values.length; plane += track.time()) {
      for (int y = top; y < top + height; y++) {
        int row = plane + y * track.width();
        Arrays.fill(values, row + left, row + left + width, value);
      }
    }
  }
}
