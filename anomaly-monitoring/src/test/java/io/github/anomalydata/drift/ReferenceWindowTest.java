package io.github.anomalydata.drift;

import static io.github.anomalydata.drift.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Collections;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReferenceWindowTest {
  private static DriftSample numbered(int rows) {
    double[] numbers = IntStream.range(0, rows).asDoubleStream().toArray();
    double[][] latents =
        Arrays.stream(numbers).mapToObj(x -> new double[] {x, -x}).toArray(double[][]::new);
    return DriftSample.of(latents, numbers)
        .withFeatures(
            MixedTable.empty()
                .withNumbers("x", numbers)
                .withLabels("y", Collections.nCopies(rows, "a")));
  }

  private static double[] scores(DriftSample sample) {
    return sample.scores().orElseThrow().values();
  }

  @Test
  void newestRowsAreTheLastOnesOfAllParts() {
    DriftSample kept = numbered(10).kept(ReferenceWindow.newest(3));
    assertArrayEquals(new double[] {7, 8, 9}, scores(kept));
    assertArrayEquals(new double[] {7, -7, 8, -8, 9, -9}, kept.latents().orElseThrow().values());
    assertEquals(3, kept.features().orElseThrow().rows());
  }

  @Test
  void windowsLargerThanTheReferenceKeepAllOfIt() {
    DriftSample all = numbered(5);
    assertSame(all, all.kept(ReferenceWindow.newest(5)));
    assertSame(all, all.kept(ReferenceWindow.reservoir(9, 1)));
    assertSame(all, all.kept(ReferenceWindow.all()));
  }

  @Test
  void reservoirKeepsDistinctRowsInTheOrderOfTime() {
    double[] rows = scores(numbered(100).kept(ReferenceWindow.reservoir(20, 3)));
    assertEquals(20, Arrays.stream(rows).distinct().count());
    double[] sorted = rows.clone();
    Arrays.sort(sorted);
    assertArrayEquals(sorted, rows);
    assertArrayEquals(rows, scores(numbered(100).kept(ReferenceWindow.reservoir(20, 3))));
  }

  @Test
  void reservoirKeepsEachRowAsLikely() {
    int[] kept = new int[10];
    for (int seed = 0; seed < 2000; seed++) {
      for (double row : scores(numbered(10).kept(ReferenceWindow.reservoir(3, seed)))) {
        kept[(int) row]++;
      }
    }
    // Of a binomial count of mean 600 and deviation 20.
    assertTrue(Arrays.stream(kept).allMatch(n -> Math.abs(n - 600) < 90), Arrays.toString(kept));
  }

  @Test
  void detectorKeepsTheWindowOnly() {
    FittedDriftDetector detector =
        DriftDetector.withDefaults().with(ReferenceWindow.newest(30)).fit(numbered(100));
    assertEquals(30, detector.reference().rows());
  }

  @Test
  void windowsWithoutRowsAreRefused() {
    assertRefused(() -> ReferenceWindow.newest(0), "rows", "at least 1");
    assertRefused(() -> ReferenceWindow.reservoir(0, 1), "rows", "at least 1");
  }
}
