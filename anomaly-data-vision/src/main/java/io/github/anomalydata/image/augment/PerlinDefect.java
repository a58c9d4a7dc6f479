package io.github.anomalydata.image.augment;

import io.github.anomalydata.augment.Track;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.internal.Require;
import java.util.random.RandomGenerator;

/**
 * Makes a defect of irregular shape, as DRAEM does: where smooth noise is above a threshold, the
 * image is blended with a foreign texture. The label becomes 1 there; elsewhere it stays.
 *
 * <p>The texture is the image itself, cut into a grid of blocks that are shuffled, each channel
 * scaled on its own: it needs no other data. The noise has from 1 to 2^{@code detail} cells in each
 * direction; noise that nowhere reaches the threshold is drawn again, ten times at most.
 *
 * @param threshold what the noise, which is in [-1, 1], is to exceed; in [0, 1]
 * @param detail the largest number of cells as a power of two, from 0 to 8
 * @param maximumOpacity the share of the texture is drawn from {@code [0.2, maximumOpacity]}; in
 *     [0.2, 1]
 * @param label the name of the labels field, {@code [1, height, width]}, that tells where it is
 * @see <a href="https://arxiv.org/abs/2108.07610">V. Zavrtanik et al.: DRAEM, a discriminatively
 *     trained reconstruction embedding for surface anomaly detection</a>
 */
public record PerlinDefect(double threshold, int detail, double maximumOpacity, String label)
    implements ImageAugmentation {
  private static final double MINIMUM_OPACITY = 0.2;
  private static final int ATTEMPTS = 10;
  private static final int BLOCKS = 8;
  private static final PerlinDefect DEFAULT = new PerlinDefect(0.5, 6, 1, DefectLabel.DEFAULT);

  /**
   * Checks the options.
   *
   * @param threshold what the noise, which is in [-1, 1], is to exceed; in [0, 1]
   * @param detail the largest number of cells as a power of two, from 0 to 8
   * @param maximumOpacity the share of the texture is drawn from {@code [0.2, maximumOpacity]}; in
   *     [0.2, 1]
   * @param label the name of the labels field, {@code [1, height, width]}, that tells where it is
   * @throws IllegalArgumentException if an option is out of its range
   */
  public PerlinDefect {
    Require.between("threshold", threshold, 0, 1);
    Require.between("detail", detail, 0, 8);
    Require.between("maximumOpacity", maximumOpacity, MINIMUM_OPACITY, 1);
  }

  /**
   * Returns the defect with these defaults, DRAEM's: a threshold of 0.5, up to 64 cells and full
   * opacity, labelled in the field {@code "mask"}.
   *
   * @return the augmentation
   */
  public static PerlinDefect withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns another threshold: a higher one makes smaller defects.
   *
   * @param newThreshold what the noise is to exceed, in [0, 1]
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in this range
   */
  public PerlinDefect withThreshold(double newThreshold) {
    return new PerlinDefect(newThreshold, detail, maximumOpacity, label);
  }

  /**
   * Returns another detail: a lower one makes fewer and larger defects.
   *
   * @param newDetail the largest number of cells as a power of two, from 0 to 8
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in this range
   */
  public PerlinDefect withDetail(int newDetail) {
    return new PerlinDefect(threshold, newDetail, maximumOpacity, label);
  }

  /**
   * Returns another opacity.
   *
   * @param newMaximum the largest share of the texture, in [0.2, 1]
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in this range
   */
  public PerlinDefect withMaximumOpacity(double newMaximum) {
    return new PerlinDefect(threshold, detail, newMaximum, label);
  }

  /**
   * Returns another label.
   *
   * @param newLabel the name of the labels field, {@code [1, height, width]}
   * @return the augmentation
   */
  public PerlinDefect withLabel(String newLabel) {
    return new PerlinDefect(threshold, detail, maximumOpacity, newLabel);
  }

  @Override
  public SampleLayout layout(SampleLayout input) {
    return ImageAugmentation.super.layout(DefectLabel.require(input, label));
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    boolean[] defect = defect(track.width(), track.height(), random);
    double opacity = Draws.uniform(MINIMUM_OPACITY, maximumOpacity, random);
    if (track.role() == Track.Role.VALUES) {
      double[] texture = texture(track, track.own(random));
      double[] values = track.values();
      for (int i = 0; i < values.length; i++) {
        if (defect[i % defect.length]) {
          values[i] += opacity * (texture[i] - values[i]);
        }
      }
    } else if (DefectLabel.is(track, label)) {
      for (int i = 0; i < track.values().length; i++) {
        if (defect[i % defect.length]) {
          track.values()[i] = 1;
        }
      }
    }
  }

  private boolean[] defect(int width, int height, RandomGenerator random) {
    boolean[] defect = new boolean[width * height];
    boolean any = false;
    for (int attempt = 0; attempt < ATTEMPTS && !any; attempt++) {
      int columns = Math.min(width, 1 << Draws.below(detail + 1, random));
      int rows = Math.min(height, 1 << Draws.below(detail + 1, random));
      PerlinNoise noise = new PerlinNoise(columns, rows, random);
      for (int i = 0; i < defect.length; i++) {
        double x = (i % width + 0.5) * columns / width;
        int row = i / width;
        double y = (row + 0.5) * rows / height;
        defect[i] = noise.at(x, y) > threshold;
        any |= defect[i];
      }
    }
    return defect;
  }

  /** Shuffles blocks of the image and scales its channels. */
  private static double[] texture(Track track, RandomGenerator random) {
    int columns = Math.min(BLOCKS, track.width());
    int rows = Math.min(BLOCKS, track.height());
    int[] order = new int[columns * rows];
    for (int i = 0; i < order.length; i++) {
      int j = Draws.below(i + 1, random);
      order[i] = order[j];
      order[j] = i;
    }
    int width = track.width() / columns;
    int height = track.height() / rows;
    double[] values = track.values();
    double[] texture = new double[values.length];
    for (int c = 0, at = 0; c < track.channels(); c++) {
      double factor = Draws.uniform(0.5, 1.5, random);
      for (int y = 0; y < track.height(); y++) {
        for (int x = 0; x < track.width(); x++, at++) {
          // What is left over beyond whole blocks belongs to the last ones.
          int column = Math.min(x / width, columns - 1);
          int row = Math.min(y / height, rows - 1);
          int block = order[row * columns + column];
          int fromX = block % columns * width + (x - column * width) % width;
          int fromY = block / columns * height + (y - row * height) % height;
          double value = values[c * track.time() + fromY * track.width() + fromX];
          texture[at] = ColorOps.unit(value * factor);
        }
      }
    }
    return texture;
  }
}
