package io.github.anomalydata.augment;

import io.github.anomalydata.internal.Require;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Replaces a stretch of each series of a batch by that of another one, and mixes the labels in the
 * same proportion.
 *
 * <p>A share {@code 1 - lambda} of the steps, rounded, comes from the partner, with {@code lambda}
 * from the distribution Beta(alpha, alpha), drawn for each series; it begins anywhere, each place
 * as likely. Partners are a random order of the batch; a series may be its own partner. After S.
 * Yun et al., "CutMix: regularization strategy to train strong classifiers with localizable
 * features", ICCV 2019.
 *
 * @param alpha the parameter of the distribution, in [0.01, 1]; with 1 every share is as likely
 */
public record CutMix(double alpha) {
  private static final CutMix DEFAULT = new CutMix(1);

  /**
   * Checks the options.
   *
   * @param alpha the parameter of the distribution, in [0.01, 1]; with 1 every share is as likely
   * @throws IllegalArgumentException if alpha is not in [0.01, 1]
   */
  public CutMix {
    Rules.between(Partners.MIN_ALPHA, 1, "alpha", alpha);
  }

  /**
   * Returns the augmentation with these defaults: alpha 1.
   *
   * @return the augmentation
   */
  public static CutMix withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns this augmentation with another alpha.
   *
   * @param newAlpha the parameter of the distribution, in [0.01, 1]
   * @return the augmentation
   * @throws IllegalArgumentException if it is not in [0.01, 1]
   */
  public CutMix withAlpha(double newAlpha) {
    return new CutMix(newAlpha);
  }

  /**
   * Draws partners and stretches, to be applied to the data and to the labels of a batch.
   *
   * @param samples the number of series of the batch, at least 1
   * @param time the number of steps of a series, at least 1
   * @param random the generator
   * @return the draw
   * @throws IllegalArgumentException if a number is below 1
   */
  public Cut draw(int samples, int time, RandomGenerator random) {
    Require.atLeast("time", time, 1);
    List<Integer> partners = Partners.draw(samples, random);
    List<Integer> starts = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (int i = 0; i < samples; i++) {
      int length = (int) Math.floor((1 - Partners.lambda(alpha, random)) * time + 0.5);
      int start = (int) (random.nextDouble() * (time - length + 1));
      starts.add(start);
      ends.add(start + length);
    }
    return new Cut(partners, starts, ends, time);
  }
}
