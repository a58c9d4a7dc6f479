package io.github.anomalydata.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalDrawsTest {
  private static final int DRAWS = 1_000_000;

  private static double mean(int power) {
    SplittableRandom random = new SplittableRandom(3);
    double sum = 0;
    for (int i = 0; i < DRAWS; i++) {
      sum += Math.pow(NormalDraws.next(random), power);
    }
    return sum / DRAWS;
  }

  @Test
  void momentsAreThoseOfTheNormalDistribution() {
    assertEquals(0, mean(1), 0.004);
    assertEquals(1, mean(2), 0.006);
    assertEquals(0, mean(3), 0.02);
    assertEquals(3, mean(4), 0.08);
  }

  /** Probabilities of the normal distribution, to 5 decimals. */
  @ParameterizedTest
  @CsvSource({
    "-3, 0.00135",
    "-2, 0.02275",
    "-1, 0.15866",
    "-0.1, 0.46017",
    "0, 0.5",
    "0.05, 0.51994",
    "0.5, 0.69146",
    "1, 0.84134",
    "2, 0.97725"
  })
  void probabilitiesAreThoseOfTheNormalDistribution(double bound, double probability) {
    SplittableRandom random = new SplittableRandom(4);
    int below = 0;
    for (int i = 0; i < DRAWS; i++) {
      if (NormalDraws.next(random) <= bound) {
        below++;
      }
    }
    assertEquals(probability, (double) below / DRAWS, 0.0008 + 0.0015);
  }
}
