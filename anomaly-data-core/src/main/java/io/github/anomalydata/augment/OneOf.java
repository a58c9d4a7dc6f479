package io.github.anomalydata.augment;

import io.github.anomalydata.data.SampleLayout;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Applies one of several augmentations, each as likely.
 *
 * @param augmentations the augmentations, at least one
 */
public record OneOf(List<Augmentation> augmentations) implements Augmentation {

  /**
   * Checks the options.
   *
   * @param augmentations the augmentations, at least one
   * @throws IllegalArgumentException if there are none
   */
  public OneOf {
    augmentations = Rules.some(augmentations);
  }

  /**
   * Returns the composition.
   *
   * @param augmentations the augmentations, at least one
   * @return the composition
   * @throws IllegalArgumentException if there are none
   */
  public static OneOf of(Augmentation... augmentations) {
    return new OneOf(List.of(augmentations));
  }

  @Override
  public SampleLayout layout(SampleLayout input) {
    augmentations.forEach(augmentation -> augmentation.layout(input));
    return Augmentation.super.layout(input);
  }

  @Override
  public int time(int time) {
    int result = augmentations.get(0).time(time);
    for (Augmentation augmentation : augmentations) {
      Rules.sameTime("augmentations", result, augmentation.time(time));
    }
    return result;
  }

  @Override
  public boolean changes(int rank) {
    return augmentations.stream().anyMatch(a -> a.changes(rank));
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    int chosen = (int) (random.nextDouble() * augmentations.size());
    Tracks.transform(augmentations.get(chosen), track, random.nextLong());
  }
}
