package io.github.anomalydata.augment;

import io.github.anomalydata.data.SampleLayout;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Applies augmentations one after another. Each has a generator of its own, so what one draws does
 * not depend on how much those before it drew.
 *
 * @param augmentations the augmentations, in order, at least one
 */
public record Sequence(List<Augmentation> augmentations) implements Augmentation {

  /**
   * Checks the options.
   *
   * @param augmentations the augmentations, in order, at least one
   * @throws IllegalArgumentException if there are none
   */
  public Sequence {
    augmentations = Rules.some(augmentations);
  }

  /**
   * Returns the composition.
   *
   * @param augmentations the augmentations, at least one
   * @return the composition
   * @throws IllegalArgumentException if there are none
   */
  public static Sequence of(Augmentation... augmentations) {
    return new Sequence(List.of(augmentations));
  }

  @Override
  public SampleLayout layout(SampleLayout input) {
    SampleLayout layout = input;
    for (Augmentation augmentation : augmentations) {
      layout = augmentation.layout(layout);
    }
    return layout;
  }

  @Override
  public int time(int time) {
    int result = time;
    for (Augmentation augmentation : augmentations) {
      result = augmentation.time(result);
    }
    return result;
  }

  @Override
  public boolean changes(int rank) {
    return augmentations.stream().anyMatch(a -> a.changes(rank));
  }

  @Override
  public void transform(Track track, RandomGenerator random) {
    for (Augmentation augmentation : augmentations) {
      Tracks.transform(augmentation, track, random.nextLong());
    }
  }
}
