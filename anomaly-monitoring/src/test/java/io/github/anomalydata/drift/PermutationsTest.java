package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.internal.ParallelRows;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PermutationsTest {
  private static int size(long[] mask) {
    return Arrays.stream(mask).mapToInt(Long::bitCount).sum();
  }

  @Test
  void everySplitIsMadeOnceWhereThereAreFew() {
    Permutations permutations = Permutations.of(4, 3, 35, 1, 7);
    assertEquals(35, permutations.count());
    assertEquals(TestResult.PValue.ALL_PERMUTATIONS, permutations.kind());
    Set<Long> seen = new HashSet<>();
    for (int i = 0; i < 35; i++) {
      long[] mask = permutations.mask(i);
      assertEquals(3, size(mask));
      assertTrue(mask[0] < 1 << 7);
      seen.add(mask[0]);
    }
    assertEquals(35, seen.size());
    assertTrue(seen.contains(permutations.observed()[0]));
  }

  @Test
  void splitsAreDrawnWhereThereAreMoreThanAskedFor() {
    Permutations permutations = Permutations.of(4, 3, 34, 1, 7);
    assertEquals(34, permutations.count());
    assertEquals(TestResult.PValue.PERMUTATION, permutations.kind());
  }

  @Test
  void splitsOfOneRowAmongManyAreAllMade() {
    Permutations permutations = Permutations.of(199, 1, 200, 1, 7);
    Set<Integer> rows = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      long[] mask = permutations.mask(i);
      rows.add(IntStream.range(0, 200).filter(r -> Permutations.isSet(mask, r)).sum());
    }
    assertEquals(200, rows.size());
  }

  @ParameterizedTest
  @CsvSource({"100, 30, 1", "30, 100, 1", "64, 64, 1", "100, 30, 7", "30, 100, 64", "1, 5, 1000"})
  void splitsKeepTheSizes(int reference, int current, int blockLength) {
    Permutations permutations = Permutations.of(reference, current, 20, blockLength, 7);
    for (int i = 0; i < permutations.count(); i++) {
      long[] mask = permutations.mask(i);
      assertEquals(current, size(mask));
      assertEquals(
          0, (reference + current) % 64 == 0 ? 0 : mask[mask.length - 1] >>> reference + current);
    }
  }

  @Test
  void everyRowIsAsOftenInTheCurrentSample() {
    for (int blockLength : new int[] {1, 5}) {
      Permutations permutations = Permutations.of(60, 40, 4000, blockLength, 11);
      int[] often = new int[100];
      for (int i = 0; i < 4000; i++) {
        long[] mask = permutations.mask(i);
        for (int row = 0; row < 100; row++) {
          often[row] += Permutations.isSet(mask, row) ? 1 : 0;
        }
      }
      for (int row = 0; row < 100; row++) {
        // Five standard deviations of a binomial count.
        assertEquals(1600, often[row], 5 * Math.sqrt(4000 * .4 * .6), "row " + row);
      }
    }
  }

  @Test
  void blocksStayTogether() {
    Permutations permutations = Permutations.of(60, 40, 50, 10, 3);
    for (int i = 0; i < 50; i++) {
      long[] mask = permutations.mask(i);
      for (int row = 0; row < 100; row++) {
        assertEquals(Permutations.isSet(mask, row / 10 * 10), Permutations.isSet(mask, row));
      }
    }
  }

  @Test
  void splitDependsOnSeedAndNumberAlone() {
    Permutations one = Permutations.of(300, 200, 99, 4, 5);
    long[] mask = one.mask(42);
    one.mask(3);
    assertArrayEquals(mask, one.mask(42));
    assertArrayEquals(mask, Permutations.of(300, 200, 999, 4, 5).mask(42));
    assertNotEquals(Arrays.toString(mask), Arrays.toString(one.mask(43)));
    assertNotEquals(
        Arrays.toString(mask), Arrays.toString(Permutations.of(300, 200, 99, 4, 6).mask(42)));
  }

  @Test
  void observedSplitIsTheRowsAsTheyAre() {
    long[] mask = Permutations.of(70, 30, 9, 1, 0).observed();
    assertFalse(Permutations.isSet(mask, 69));
    assertTrue(Permutations.isSet(mask, 70));
    assertTrue(Permutations.isSet(mask, 99));
    assertEquals(30, size(mask));
  }

  @Test
  void pValueOfDrawnSplitsCountsWhatWasObserved() {
    Permutations permutations = Permutations.of(50, 50, 4, 1, 0);
    assertEquals(1.0 / 5, permutations.pValue(9, new double[] {1, 2, 3, 4}));
    assertEquals(3.0 / 5, permutations.pValue(3, new double[] {1, 2, 3, 4}));
    assertEquals(1, permutations.pValue(0, new double[] {1, 2, 3, 4}));
  }

  @Test
  void pValueOfAllSplitsIsTheirShare() {
    assertEquals(1.0 / 3, Permutations.of(2, 1, 9, 1, 0).pValue(9, new double[] {1, 9, 3}));
  }

  @Test
  void roundingBreaksNoTie() {
    Permutations permutations = Permutations.of(50, 50, 3, 1, 0);
    double[] statistics = {0.3, 0.3 - 1e-15, 0.2};
    assertEquals(3.0 / 4, permutations.pValue(0.1 + 0.2, statistics));
    assertEquals(1, permutations.pValue(1e-17, new double[] {0, 0, 0.5}));
  }

  @Test
  void pValueRefusesWhatIsNoNumber() {
    Permutations permutations = Permutations.of(50, 50, 2, 1, 0);
    Thrown.assertRefused(
        () -> permutations.pValue(1, new double[] {0, Double.NaN}), "statistics", "index 1");
    Thrown.assertRefused(() -> permutations.pValue(Double.NaN, new double[2]), "observed");
    Thrown.assertRefused(() -> permutations.pValue(1, new double[3]), "2 splits", "got 3");
  }

  @Test
  void sizesBelowOneAreRefused() {
    Thrown.assertRefused(() -> Permutations.of(0, 1, 9, 1, 0), "reference", "got 0");
    Thrown.assertRefused(() -> Permutations.of(1, 0, 9, 1, 0), "current", "got 0");
    Thrown.assertRefused(() -> Permutations.of(1, 1, 0, 1, 0), "count", "got 0");
    Thrown.assertRefused(() -> Permutations.of(1, 1, 9, 0, 0), "blockLength", "got 0");
  }

  @Test
  void blocksLieInOneSampleAndMoveWhole() {
    // 1,000 rows in blocks of 80 are 13 of 76 or 77; one of all may be cut where the samples meet.
    Permutations permutations = Permutations.of(1000, 1000, 50, 80, 3);
    for (int split = 0; split < 50; split++) {
      long[] mask = permutations.mask(split);
      int cut = 0;
      for (int block = 0; block < 26; block++) {
        int from = block / 13 * 1000 + 1000 * (block % 13) / 13;
        int to = block / 13 * 1000 + 1000 * (block % 13 + 1) / 13;
        boolean first = Permutations.isSet(mask, from);
        boolean whole = true;
        for (int row = from; row < to; row++) {
          whole &= Permutations.isSet(mask, row) == first;
        }
        cut += whole ? 0 : 1;
      }
      assertTrue(cut <= 1, cut + " blocks cut");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7})
  void firstRowsOfAnOrderAreTheReference(int blockLength) {
    Permutations permutations = Permutations.of(60, 40, 99, blockLength, 3);
    int[] rows = new int[100];
    long[] mask = new long[2];
    for (int i = 0; i < 20; i++) {
      permutations.fill(i, rows, mask);
      assertArrayEquals(IntStream.range(0, 100).toArray(), Arrays.stream(rows).sorted().toArray());
      for (int place = 0; place < 100; place++) {
        assertEquals(place >= 60, Permutations.isSet(mask, rows[place]));
      }
      if (blockLength > 1) {
        assertArrayEquals(permutations.mask(i), mask);
      }
    }
  }

  @Test
  void everyRowIsAsOftenInEachHalfOfAnOrder() {
    Permutations permutations = Permutations.of(60, 40, 4000, 1, 11);
    int[] rows = new int[100];
    int[] often = new int[100];
    for (int i = 0; i < 4000; i++) {
      permutations.fill(i, rows, new long[2]);
      for (int place = 60; place < 100; place++) {
        often[rows[place]]++;
      }
    }
    for (int row = 0; row < 100; row++) {
      assertEquals(1600, often[row], 5 * Math.sqrt(4000 * .4 * .6), "row " + row);
    }
  }

  @Test
  void ordersAreDrawnEvenWhereSplitsAreFew() {
    Permutations drawn = Permutations.of(4, 3, 35, 1, 7).drawn();
    assertEquals(TestResult.PValue.PERMUTATION, drawn.kind());
    assertEquals(35, drawn.count());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8})
  void statisticsAreTheSameForAnyNumberOfThreads(int threads) {
    Permutations permutations = Permutations.of(60, 40, 99, 1, 3);
    double[] expected =
        IntStream.range(0, 99).mapToDouble(i -> permutations.mask(i)[0] % 1000).toArray();
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      assertArrayEquals(
          expected,
          permutations.statistics(
              ParallelRows.of(executor, threads), () -> mask -> mask[0] % 1000));
    } finally {
      executor.shutdown();
    }
  }
}
