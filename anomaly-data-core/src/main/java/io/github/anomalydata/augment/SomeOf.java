package io.github.anomalydata.augment;

import io.github.anomalydata.data.SampleLayout;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Applies some of several augmentations, in the order they are listed; each choice of that many is
 * as likely.
 *
 * @param count how many are applied, at least 1 and at most all
 * @param augmentations the augmentations, at least one
 */
public record SomeOf(int count, List<Augmentation> augmentations) implements Augmentation {

  /**
   * Checks the options.
   *
   * @param count how many are applied, at least 1 and at most all
   * @param augmentations the augmentations, at least one
   * @throws IllegalArgumentException if there are none, or the count is not in [1, augmentations]
   */
  public SomeOf {
    augmentations = Rules.some(augmentations);
    Rules.between(1, augmentations.size(), "count", count);
  }

  /**
   * Returns the composition.
   *
   * @param count how many are applied, at least 1 and at most all
   * @param augmentations the augmentations, at least one
   * @return the composition
   * @throws IllegalArgumentException if there are none, or the count is not in [1, augmentations]
   */
  public static SomeOf of(int count, Augmentation... augmentations) {
    return new SomeOf(count, List.of(augmentations));
  }

  @Override
  public SampleLayout layout(SampleLayout input) {
    augmentations.forEach(augmentation -> augmentation.layout(input));
    return Augmentation.super.layout(input);
  }

  @Override
  public int time(int time) {
    for (Augmentation augmentation : augmentations) {
      Rules.sameTime("augmentations", time, augmentation.time(time));
    }
    return time;
  }

  @Override
  public boolean changes(int rank) {
    return augmentations.stream().anyMatch(a -> a.changes(rank));
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    int wanted = count;
    for (int i = 0; wanted > 0; i++) {
      long seed = random.nextLong();
      // Of those that are left, as many as are still wanted: Knuth's algorithm S.
      if (random.nextDouble() * (augmentations.size() - i) < wanted) {
        Tracks.transform(augmentations.get(i), track, seed);
        wanted--;
      }
    }
  }
}
