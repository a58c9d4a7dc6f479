package io.github.anomalydata.augment;

import java.util.random.RandomGenerator;

/**
 * Cuts a window out of a series and stretches it to the length of the series.
 *
 * <p>The window is as long as the ratio says and begins anywhere, each place as likely. After A. Le
 * Guennec, S. Malinowski and R. Tavenard, "Data augmentation for time series classification using
 * convolutional neural networks", AALTD 2016.
 *
 * @param ratio the length of the window as a share of the series, in (0, 1]
 */
public record WindowSlice(double ratio) implements Augmentation {
  private static final WindowSlice DEFAULT = new WindowSlice(0.9);

  /**
   * Checks the options.
   *
   * @param ratio the length of the window as a share of the series, in (0, 1]
   * @throws IllegalArgumentException if an option is out of its range
   */
  public WindowSlice {
    Rules.ratio("ratio", ratio);
  }

  /**
   * Returns the augmentation with these defaults: ratio 0.9.
   *
   * @return the augmentation
   */
  public static WindowSlice withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns this augmentation with another ratio.
   *
   * @param newRatio the length of the window as a share of the series, in (0, 1]
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in (0, 1]
   */
  public WindowSlice withRatio(double newRatio) {
    return new WindowSlice(newRatio);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    double[] positions = new double[track.time()];
    double start = random.nextDouble() * (1 - ratio) * (track.time() - 1);
    for (int t = 0; t < positions.length; t++) {
      positions[t] = start + ratio * t;
    }
    track.move(positions);
  }
}
