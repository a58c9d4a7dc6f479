package io.github.anomalydata.augment;

import io.github.anomalydata.internal.Require;
import java.util.random.RandomGenerator;

/**
 * Cuts a series into segments of equal length, to one step, and puts them into a random order.
 *
 * <p>Every order is as likely. After T. T. Um et al., "Data augmentation of wearable sensor data
 * for Parkinson's disease monitoring using convolutional neural networks", ICMI 2017.
 *
 * @param segments the number of segments, at least 1 and at most the number of steps
 */
public record Permutation(int segments) implements Augmentation {
  private static final Permutation DEFAULT = new Permutation(4);

  /**
   * Checks the options.
   *
   * @param segments the number of segments, at least 1
   * @throws IllegalArgumentException if an option is out of its range
   */
  public Permutation {
    Require.atLeast("segments", segments, 1);
  }

  /**
   * Returns the augmentation with these defaults: 4 segments.
   *
   * @return the augmentation
   */
  public static Permutation withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns this augmentation with another number of segments.
   *
   * @param newSegments the number of segments, at least 1
   * @return the augmentation
   * @throws IllegalArgumentException if it is below 1
   */
  public Permutation withSegments(int newSegments) {
    return new Permutation(newSegments);
  }

  @Override
  public int time(int time) {
    return Rules.atMostSteps("segments", segments, time);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    double[] positions = track.positions();
    int to = 0;
    for (int segment : Partners.order(segments, random)) {
      int end = start(segment + 1, track.time());
      for (int t = start(segment, track.time()); t < end; t++) {
        positions[to++] = t;
      }
    }
    track.move(positions);
  }

  private int start(int segment, int time) {
    return (int) ((long) segment * time / segments);
  }
}
