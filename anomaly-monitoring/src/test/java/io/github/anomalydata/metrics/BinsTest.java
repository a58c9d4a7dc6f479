package io.github.anomalydata.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class BinsTest {
  @Test
  void middleIsWithinOneIn128OfEveryNumberOfItsBin() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      double value = Math.scalb(random.nextDouble(1, 2) * (i % 2 * 2 - 1), random.nextInt(-40, 40));
      assertEquals(value, Bins.middle(Bins.of(value)), Math.abs(value) / 128);
    }
  }

  @Test
  void largerNumbersHaveNoLowerBins() {
    double[] values = new SplittableRandom(2).doubles(10_000, -1e6, 1e6).sorted().toArray();
    for (int i = 1; i < values.length; i++) {
      assertTrue(Bins.of(values[i]) >= Bins.of(values[i - 1]));
    }
  }

  @Test
  void tinyNumbersAreZeroAndHugeOnesInTheOutermostBin() {
    assertEquals(0, Bins.of(0.0));
    assertEquals(0, Bins.of(-0.0));
    assertEquals(0, Bins.of(Double.MIN_VALUE));
    assertEquals(0, Bins.of(-9e-13));
    assertEquals(1, Bins.of(Math.scalb(1.0, -40)));
    assertEquals(-1, Bins.of(-Math.scalb(1.0, -40)));
    assertEquals(Bins.LAST, Bins.of(Double.MAX_VALUE));
    assertEquals(-Bins.LAST, Bins.of(-1e300));
  }

  @Test
  void packedHistogramIsTheSame() {
    SplittableRandom random = new SplittableRandom(3);
    Histogram histogram = new Histogram();
    TreeMap<Integer, Long> expected = new TreeMap<>();
    for (int i = 0; i < 5000; i++) {
      int bin = random.nextInt(-Bins.LAST, Bins.LAST + 1);
      long count = 1L << random.nextInt(40);
      histogram.add(bin, count);
      expected.merge(bin, count, Long::sum);
      if (i % 500 == 0) {
        histogram.pack();
      }
    }
    for (int i = 0; i < 2; i++) {
      TreeMap<Integer, Long> found = new TreeMap<>();
      histogram.forEach(found::put);
      assertEquals(expected, found);
      assertEquals(expected.values().stream().mapToLong(c -> c).sum(), histogram.total());
      histogram.pack();
    }
  }

  @Test
  void mergingInAnyOrderIsTheSame() {
    Histogram[] parts = {new Histogram(), new Histogram(), new Histogram()};
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 3000; i++) {
      parts[i % 3].add(Bins.of(Math.exp(random.nextDouble(-9, 9))), 1);
    }
    Histogram up = new Histogram();
    Histogram down = new Histogram();
    for (int i = 0; i < 3; i++) {
      up.add(parts[i]);
      down.add(parts[2 - i]);
    }
    for (double share = 0; share <= 1; share += 0.01) {
      assertEquals(up.quantile(share), down.quantile(share));
    }
  }
}
