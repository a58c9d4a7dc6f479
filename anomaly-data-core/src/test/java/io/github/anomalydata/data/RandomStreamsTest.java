package io.github.anomalydata.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RandomStreamsTest {
  private static final SampleKey KEY = new SampleKey("FD001/train/17", 130);

  @Test
  void theNumbersAreTheSameOnEveryMachine() {
    // By a SplitMix64 written anew in Python.
    assertEquals(0x1e2ad693d44fa0e4L, RandomStreams.of(42, 3, KEY, 1).nextLong());
  }

  @Test
  void everyPurposeHasNumbersOfItsOwn() {
    Set<Long> firsts = new HashSet<>();
    for (int seed = 0; seed < 10; seed++) {
      for (int epoch = 0; epoch < 10; epoch++) {
        for (int operation = 0; operation < 10; operation++) {
          for (int cycle = 0; cycle < 10; cycle++) {
            SampleKey key = new SampleKey("FD001/train/17", cycle);
            firsts.add(RandomStreams.of(seed, epoch, key, operation).nextLong());
          }
        }
      }
    }
    assertEquals(10_000, firsts.size());
  }

  @Test
  void theNumbersAreUniform() {
    int ones = 0;
    for (int cycle = 0; cycle < 10_000; cycle++) {
      ones += RandomStreams.of(0, 0, new SampleKey("", cycle), 0).nextInt(2);
    }
    // Five standard deviations of a fair coin.
    assertEquals(5_000, ones, 250);
  }
}
