package io.github.anomalydata.augment;

import java.util.random.RandomGenerator;

/**
 * Cuts a window out of a series, and stretches it to the length of the series or leaves it short.
 *
 * <p>The window is as long as the ratio says and begins anywhere, each place as likely. After A. Le
 * Guennec, S. Malinowski and R. Tavenard, "Data augmentation for time series classification using
 * convolutional neural networks", AALTD 2016.
 *
 * @param ratio the length of the window as a share of the series, in (0, 1]; rounded, at least one
 *     step
 * @param length how long the result is
 */
public record WindowSlice(double ratio, SliceLength length) implements Augmentation {
  private static final WindowSlice DEFAULT = new WindowSlice(0.9, SliceLength.KEPT);

  /**
   * Checks the options.
   *
   * @param ratio the length of the window as a share of the series, in (0, 1]
   * @param length how long the result is
   * @throws IllegalArgumentException if an option is out of its range
   */
  public WindowSlice {
    Rules.ratio("ratio", ratio);
  }

  /**
   * Returns the augmentation with these defaults: ratio 0.9, stretched to the length of the series.
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
    return new WindowSlice(newRatio, length);
  }

  /**
   * Returns this augmentation with another length of the result.
   *
   * @param newLength how long the result is
   * @return the augmentation
   */
  public WindowSlice with(SliceLength newLength) {
    return new WindowSlice(ratio, newLength);
  }

  @Override
  public int time(int time) {
    int window = Rules.window(ratio, time);
    return length == SliceLength.KEPT ? time : window;
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    double place = random.nextDouble();
    int time = track.time();
    if (length == SliceLength.SHORTER) {
      double[] positions = new double[time(time)];
      int start = (int) (place * (time - positions.length + 1));
      for (int t = 0; t < positions.length; t++) {
        positions[t] = start + t;
      }
      track.move(positions);
    } else {
      double[] positions = track.positions();
      double start = place * (1 - ratio) * (time - 1);
      for (int t = 0; t < time; t++) {
        positions[t] = start + ratio * t;
      }
      track.move(positions);
    }
  }
}
