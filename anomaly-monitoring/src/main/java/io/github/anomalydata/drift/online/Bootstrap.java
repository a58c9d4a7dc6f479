package io.github.anomalydata.drift.online;

import java.util.random.RandomGenerator;

/**
 * Draws indices in blocks of consecutive ones, with replacement; after the last comes the first.
 */
final class Bootstrap {
  private final int size;
  private final int block;
  private final RandomGenerator random;

  private int index;
  private int left;

  Bootstrap(int size, int block, RandomGenerator random) {
    this.size = size;
    this.block = block;
    this.random = random;
  }

  int next() {
    if (left == 0) {
      left = block;
      index = random.nextInt(size);
    }
    left--;
    int result = index;
    index = index + 1 == size ? 0 : index + 1;
    return result;
  }

  /** Returns how many indices of the block of the last one were before it. */
  int age() {
    return block - left - 1;
  }
}
