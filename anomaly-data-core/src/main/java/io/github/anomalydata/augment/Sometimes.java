package io.github.anomalydata.augment;

import io.github.anomalydata.data.SampleLayout;
import java.util.random.RandomGenerator;

/**
 * Applies an augmentation to some samples only.
 *
 * @param augmentation the augmentation
 * @param probability the probability that it happens to a sample, in [0, 1]
 */
public record Sometimes(Augmentation augmentation, double probability) implements Augmentation {

  /**
   * Checks the options.
   *
   * @param augmentation the augmentation
   * @param probability the probability that it happens to a sample, in [0, 1]
   * @throws IllegalArgumentException if the probability is not in [0, 1]
   */
  public Sometimes {
    Rules.probability("probability", probability);
  }

  @Override
  public SampleLayout layout(SampleLayout input) {
    augmentation.layout(input);
    return Augmentation.super.layout(input);
  }

  @Override
  public int time(int time) {
    return Rules.sameTime("augmentation", time, augmentation.time(time));
  }

  @Override
  public boolean changes(int rank) {
    return augmentation.changes(rank);
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    if (random.nextDouble() < probability) {
      Tracks.transform(augmentation, track, random.nextLong());
    }
  }
}
