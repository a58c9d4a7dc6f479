package io.github.anomalydata.augment;

import java.util.random.RandomGenerator;

/**
 * Speeds up or slows down a window of a series; the whole is resampled to the length it had.
 *
 * <p>The window is as long as the ratio says and begins anywhere, each place as likely; it lasts
 * {@code factor} or {@code 1 / factor} times as long, one as likely as the other. After A. Le
 * Guennec, S. Malinowski and R. Tavenard, "Data augmentation for time series classification using
 * convolutional neural networks", AALTD 2016.
 *
 * @param ratio the length of the window as a share of the series, in (0, 1]; rounded, at least one
 *     step
 * @param factor the factor of the duration, in [1, 100]
 */
public record WindowWarp(double ratio, double factor) implements Augmentation {
  private static final WindowWarp DEFAULT = new WindowWarp(0.1, 2);

  /**
   * Checks the options.
   *
   * @param ratio the length of the window as a share of the series, in (0, 1]
   * @param factor the factor of the duration, in [1, 100]
   * @throws IllegalArgumentException if an option is out of its range
   */
  public WindowWarp {
    Rules.ratio("ratio", ratio);
    Rules.between(1, 100, "factor", factor);
  }

  /**
   * Returns the augmentation with these defaults: ratio 0.1, factor 2.
   *
   * @return the augmentation
   */
  public static WindowWarp withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns this augmentation with another ratio.
   *
   * @param newRatio the length of the window as a share of the series, in (0, 1]
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in (0, 1]
   */
  public WindowWarp withRatio(double newRatio) {
    return new WindowWarp(newRatio, factor);
  }

  /**
   * Returns this augmentation with another factor.
   *
   * @param newFactor the factor of the duration, in [1, 100]
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in [1, 100]
   */
  public WindowWarp withFactor(double newFactor) {
    return new WindowWarp(ratio, newFactor);
  }

  @Override
  public int time(int time) {
    Rules.window(ratio, time);
    return time;
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    double start = random.nextDouble() * (1 - ratio);
    double stretch = random.nextDouble() < 0.5 ? factor : 1 / factor;
    if (stretch != 1) {
      track.move(positions(track.positions(), start, stretch));
    }
  }

  private double[] positions(double[] positions, double start, double stretch) {
    int time = positions.length;
    positions[0] = 0;
    double last = time - 1;
    double duration = 1 + ratio * (stretch - 1);
    for (int t = 1; t < time; t++) {
      double clock = t / last * duration - start;
      double inWindow = Math.max(0, Math.min(clock, ratio * stretch));
      positions[t] = (start + clock - inWindow + inWindow / stretch) * last;
    }
    return positions;
  }
}
