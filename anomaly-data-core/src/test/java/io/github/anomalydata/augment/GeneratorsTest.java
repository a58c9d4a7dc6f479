package io.github.anomalydata.augment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Generators that are used again. */
class GeneratorsTest {

  @Test
  void everyDrawIsThatOfASplittableRandomOfTheSeed() {
    List<Function<RandomGenerator, Object>> draws =
        List.of(
            RandomGenerator::nextLong,
            RandomGenerator::nextInt,
            RandomGenerator::nextBoolean,
            RandomGenerator::nextFloat,
            RandomGenerator::nextDouble,
            RandomGenerator::nextGaussian,
            RandomGenerator::nextExponential,
            random -> random.nextInt(10),
            random -> random.nextInt(-3, 1 << 20),
            random -> random.nextLong(1L << 40),
            random -> random.nextDouble(-1, 1),
            random -> random.ints(5).sum(),
            random -> random.doubles(5, 1, 2).sum());
    Generators generators = new Generators();
    for (long seed : new long[] {0, 1, -1, 42, Long.MIN_VALUE}) {
      RandomGenerator expected = new SplittableRandom(seed);
      RandomGenerator actual = generators.next(seed);
      for (int i = 0; i < 1000; i++) {
        Function<RandomGenerator, Object> draw = draws.get(i % draws.size());
        assertEquals(draw.apply(expected), draw.apply(actual), "draw " + i + " of seed " + seed);
      }
      byte[] bytes = new byte[21];
      byte[] others = new byte[21];
      expected.nextBytes(bytes);
      actual.nextBytes(others);
      assertArrayEquals(bytes, others);
      generators.release(0);
    }
  }

  @Test
  void thoseInUseAreNotDisturbedAndThoseReleasedAreUsedAgain() {
    Generators generators = new Generators();
    RandomGenerator outer = generators.next(1);
    int before = generators.used();
    RandomGenerator inner = generators.next(2);
    RandomGenerator own = generators.next(3);
    inner.nextLong();
    own.nextLong();
    generators.release(before);
    assertEquals(new SplittableRandom(1).nextLong(), outer.nextLong());
    assertSame(inner, generators.next(4));
    assertEquals(new SplittableRandom(4).nextLong(), inner.nextLong());
  }
}
