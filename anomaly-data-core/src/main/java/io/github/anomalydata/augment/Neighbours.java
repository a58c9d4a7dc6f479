package io.github.anomalydata.augment;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The nearest others of each sample. */
final class Neighbours {

  /** A distance of two samples. */
  interface Distance {
    double between(int sample, int other);
  }

  private final int[][] nearest;

  private Neighbours(int[][] nearest) {
    this.nearest = nearest;
  }

  /** Finds up to that many for each of at least two samples; of two as near, the first. */
  static Neighbours of(int samples, int most, Distance distance) {
    int[][] nearest = new int[samples][Math.min(most, samples - 1)];
    double[] distances = new double[samples];
    for (int i = 0; i < samples; i++) {
      for (int j = 0; j < samples; j++) {
        distances[j] = distance.between(i, j);
      }
      choose(i, distances, nearest[i]);
    }
    return new Neighbours(nearest);
  }

  /** Keeps the nearest so far in order: they are few, the others are looked at once. */
  private static void choose(int self, double[] distances, int[] chosen) {
    Arrays.fill(chosen, -1);
    for (int j = 0; j < distances.length; j++) {
      int at = j == self ? 0 : chosen.length;
      while (at > 0 && isNearer(distances, j, chosen[at - 1])) {
        if (at < chosen.length) {
          chosen[at] = chosen[at - 1];
        }
        chosen[at - 1] = j;
        at--;
      }
    }
  }

  private static boolean isNearer(double[] distances, int candidate, int chosen) {
    // NaN is the farthest.
    return chosen < 0 || Double.compare(distances[candidate], distances[chosen]) < 0;
  }

  /** Draws one of the nearest, each as likely. */
  int draw(int sample, RandomGenerator random) {
    return nearest[sample][(int) (random.nextDouble() * nearest[sample].length)];
  }
}
