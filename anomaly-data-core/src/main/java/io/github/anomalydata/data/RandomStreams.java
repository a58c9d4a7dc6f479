package io.github.anomalydata.data;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Random generators that depend on what they are for and on nothing else.
 *
 * <p>Every draw of the library comes from a generator seeded by the user's seed, the epoch, the
 * sample and the operation. So a sample is augmented the same way whichever thread works on it, in
 * whichever order, and no global generator is ever touched.
 */
public final class RandomStreams {
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private RandomStreams() {}

  /**
   * Returns the generator of one operation on one sample.
   *
   * @param seed the user's seed
   * @param epoch the epoch, from 0
   * @param key the sample
   * @param operation the number of the operation, from 0
   * @return a new generator
   */
  public static RandomGenerator of(long seed, long epoch, SampleKey key, int operation) {
    return of(seed, epoch, key.hash(), operation);
  }

  /**
   * Returns the generator of a purpose.
   *
   * @param seed the user's seed
   * @param purpose numbers that tell this use of the seed from every other
   * @return a new generator
   */
  public static RandomGenerator of(long seed, long... purpose) {
    return new SplittableRandom(seed(seed, purpose));
  }

  /**
   * Returns the seed of a purpose: that of the generator {@link #of(long, long...)} returns.
   *
   * @param seed the user's seed
   * @param purpose numbers that tell this use of the seed from every other
   * @return the seed
   */
  public static long seed(long seed, long... purpose) {
    long mixed = mix(0, seed);
    for (long part : purpose) {
      mixed = mix(mixed, part);
    }
    return mixed;
  }

  /**
   * Mixes a value into a state: the finalizer of SplitMix64 (Steele, Lea and Flood, "Fast
   * splittable pseudorandom number generators", OOPSLA 2014), whose every output bit depends on
   * every input bit.
   *
   * @param state the state so far
   * @param value the value to mix in
   * @return the new state
   */
  static long mix(long state, long value) {
    long z = (state ^ value) + GOLDEN_GAMMA;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
