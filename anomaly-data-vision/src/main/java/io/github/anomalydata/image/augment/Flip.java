package io.github.anomalydata.image.augment;

import io.github.anomalydata.augment.Track;
import java.util.random.RandomGenerator;

/**
 * Mirrors every image; use {@link #withProbability} to mirror some. Not for objects whose
 * orientation is what can be wrong with them.
 *
 * @param axis what is swapped
 */
public record Flip(Axis axis) implements ImageAugmentation {

  /** What a flip swaps. */
  public enum Axis {
    /** Left and right. */
    HORIZONTAL,

    /** Top and bottom. */
    VERTICAL
  }

  /**
   * Returns the flip of left and right.
   *
   * @return the flip
   */
  public static Flip horizontal() {
    return new Flip(Axis.HORIZONTAL);
  }

  /**
   * Returns the flip of top and bottom.
   *
   * @return the flip
   */
  public static Flip vertical() {
    return new Flip(Axis.VERTICAL);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    double[] values = track.values();
    int width = track.width();
    int height = track.height();
    for (int plane = 0; plane < values.length; plane += track.time()) {
      if (axis == Axis.HORIZONTAL) {
        for (int row = plane; row < plane + track.time(); row += width) {
          for (int x = 0; x < width / 2; x++) {
            swap(values, row + x, row + width - 1 - x);
          }
        }
      } else {
        for (int y = 0; y < height / 2; y++) {
          for (int x = 0; x < width; x++) {
            swap(values, plane + y * width + x, plane + (height - 1 - y) * width + x);
          }
        }
      }
    }
  }

  private static void swap(double[] values, int i, int j) {
    double swap = values[i];
    values[i] = values[j];
    values[j] = swap;
  }
}
