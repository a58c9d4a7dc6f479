package io.github.anomalydata.augment;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * The generators of one track, used again for one sample after the other.
 *
 * <p>An augmentation takes those it draws from one after another, those within it take theirs
 * meanwhile, and all are released when it is done.
 */
final class Generators {

  /**
   * Draws what {@link SplittableRandom} draws from the same seed, and can be seeded again:
   * SplitMix64 of G. L. Steele, D. Lea and C. H. Flood, "Fast splittable pseudorandom number
   * generators", OOPSLA 2014.
   */
  private static final class SplitMix implements RandomGenerator {
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    @Override
    public long nextLong() {
      state += GOLDEN_GAMMA;
      long z = (state ^ (state >>> 30)) * 0xBF58476D1CE4E5B9L;
      z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
      return z ^ (z >>> 31);
    }

    @Override
    public int nextInt() {
      state += GOLDEN_GAMMA;
      long z = (state ^ (state >>> 33)) * 0x62A9D9ED799705F5L;
      return (int) (((z ^ (z >>> 28)) * 0xCB24D0A5C88C35B3L) >>> 32);
    }
  }

  private SplitMix[] generators = {};
  private int used;

  /** Returns a generator of a seed, until it is released. */
  RandomGenerator next(long seed) {
    if (used == generators.length) {
      generators = Arrays.copyOf(generators, used + 1);
      generators[used] = new SplitMix();
    }
    SplitMix generator = generators[used++];
    generator.state = seed;
    return generator;
  }

  /** Returns the number of those in use. */
  int used() {
    return used;
  }

  /** Releases all but the first ones. */
  void release(int first) {
    used = first;
  }
}
