package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class MergeTest {
  private static Merge merge(double[] a, double[] b) {
    return Merge.of(a, b);
  }

  @Test
  void differenceIsTakenAfterAllTies() {
    Merge merge = merge(Samples.of(1, 1, 2), Samples.of(1, 2, 2));
    // F is 2/3 and G 1/3 after the ones.
    assertEquals(3, merge.greatest());
    assertEquals(3, merge.area());
    assertEquals(4, merge.tied());
  }

  @Test
  void restOfEitherSampleCounts() {
    assertEquals(2, merge(Samples.of(0), Samples.of(1, 2)).greatest());
    assertEquals(3, merge(Samples.of(0), Samples.of(1, 2)).area());
    assertEquals(3, merge(Samples.of(1, 2), Samples.of(0)).area());
    assertEquals(0, merge(Samples.of(1, 2), Samples.of(0)).tied());
    assertEquals(0, merge(Samples.of(3, 3), Samples.of(3)).greatest());
    assertEquals(2, merge(Samples.of(3, 3), Samples.of(3)).tied());
  }

  @Test
  void agreesWithTheDefinitionOnTiedSamples() {
    for (int seed = 0; seed < 50; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      double[] a = random.ints(1 + seed % 7, 0, 6).asDoubleStream().sorted().toArray();
      double[] b = random.ints(1 + seed % 11, 0, 6).asDoubleStream().sorted().toArray();
      double greatest = 0;
      double area = 0;
      for (int x = 0; x < 6; x++) {
        double difference = Math.abs(atMost(a, x) * b.length - atMost(b, x) * a.length);
        greatest = Math.max(greatest, difference);
        area += difference;
      }
      Merge merge = merge(a, b);
      assertEquals(greatest, merge.greatest());
      assertEquals(area, merge.area());
      double[] all = Arrays.copyOf(a, a.length + b.length);
      System.arraycopy(b, 0, all, a.length, b.length);
      assertEquals(all.length - Arrays.stream(all).distinct().count(), merge.tied());
    }
  }

  private static double atMost(double[] values, double x) {
    return Arrays.stream(values).filter(value -> value <= x).count();
  }
}
