package io.github.anomalydata.mvtec;

import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.data.SampleKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A list split in two at random.
 *
 * @param taken the share that was asked for, at least one
 * @param left the others, at least one
 * @param <T> the type of the elements
 */
record RandomSplit<T>(List<T> taken, List<T> left) {

  /** Splits at least 2 elements by a share above 0 and below 1. */
  static <T> RandomSplit<T> of(List<T> all, String category, double share, long seed) {
    List<T> shuffled = shuffled(all, category, seed);
    int count = (int) Math.round(share * shuffled.size());
    int bounded = Math.max(1, Math.min(shuffled.size() - 1, count));
    return new RandomSplit<>(
        List.copyOf(shuffled.subList(0, bounded)),
        List.copyOf(shuffled.subList(bounded, shuffled.size())));
  }

  /** Puts elements into an order that depends on the key and the seed. */
  static <T> List<T> shuffled(List<T> all, String key, long seed) {
    List<T> shuffled = new ArrayList<>(all);
    RandomGenerator random = RandomStreams.of(seed, 0, new SampleKey(key, 0), 0);
    for (int i = shuffled.size() - 1; i > 0; i--) {
      Collections.swap(shuffled, i, random.nextInt(i + 1));
    }
    return shuffled;
  }

  static double requireShare(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("share: above 0 and below 1, got " + share);
    }
    return share;
  }
}
