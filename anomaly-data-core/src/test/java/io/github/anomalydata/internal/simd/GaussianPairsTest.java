package io.github.anomalydata.internal.simd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.anomalydata.internal.ParallelRows;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Both twins against sums in double precision. */
class GaussianPairsTest {
  private static final double OFFSET = 1e4;

  private static Stream<Arguments> twinsAndShapes() {
    int[][] shapes = {
      {1, 1, 1},
      {1, 2, 3},
      {31, 33, 2},
      {32, 32, 7},
      {7, 130, 8},
      {129, 5, 9},
      {255, 257, 16},
      {300, 41, 17},
      {64, 64, 64},
      {33, 70, 127},
      {20, 20, 1000},
      {9, 40, 2048}
    };
    return Arrays.stream(shapes)
        .flatMap(
            s ->
                Stream.of(new PlainPairTiles(), Twins.vector(PairTiles.class))
                    .map(t -> Arguments.of(t, s[0], s[1], s[2])));
  }

  /** Rows that are far from 0, so that single precision alone would lose them. */
  private static double[] rows(int rows, int columns, double mean, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return random.doubles((long) rows * columns).map(v -> OFFSET + mean + v).toArray();
  }

  private static Panels pack(PairTiles tiles, double[] rows, int columns) {
    double[] centre = new double[columns];
    Arrays.fill(centre, OFFSET);
    return Panels.of(tiles, rows, columns, centre, 2);
  }

  /** The kernel for rows that are packed with a scale of 2. */
  private static double kernel(
      double[] x, int i, double[] y, int j, int columns, double... gammas) {
    double distance = 0;
    for (int k = 0; k < columns; k++) {
      double d = 2 * (x[i * columns + k] - y[j * columns + k]);
      distance += d * d;
    }
    double value = 0;
    for (double gamma : gammas) {
      value += Math.exp(-gamma * distance);
    }
    return value;
  }

  private static double sum(double[] x, double[] y, int columns, double... gammas) {
    double sum = 0;
    for (int i = 0; i < x.length / columns; i++) {
      for (int j = 0; j < y.length / columns; j++) {
        sum += x == y && i == j ? 0 : kernel(x, i, y, j, columns, gammas);
      }
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource("twinsAndShapes")
  void sumsAreThoseInDoublePrecision(PairTiles tiles, int n, int m, int columns) {
    // Of wide kernels distances are taken from products, of narrow ones from differences.
    assertSums(tiles, n, m, columns, 0.2, 0.5);
    assertSums(tiles, n, m, columns, 0.5, 3);
  }

  private static void assertSums(
      PairTiles tiles, int n, int m, int columns, double first, double second) {
    double[] x = rows(n, columns, 0, 1);
    double[] y = rows(m, columns, 0.1, 2);
    double[] gammas = {first / columns, second / columns};

    GaussianSums sums =
        GaussianSums.of(
            pack(tiles, x, columns), pack(tiles, y, columns), gammas, ParallelRows.NONE);

    assertEquals(sum(x, x, columns, gammas), sums.withinX(), 4e-7 * n * n);
    assertEquals(sum(y, y, columns, gammas), sums.withinY(), 4e-7 * m * m);
    assertEquals(sum(x, y, columns, gammas), sums.between(), 4e-7 * n * m);
  }

  @ParameterizedTest
  @MethodSource("twinsAndShapes")
  void formsAreThoseInDoublePrecision(PairTiles tiles, int n, int m, int columns) {
    assertForms(tiles, n, m, columns, 0.5 / columns);
    assertForms(tiles, n, m, columns, 3.0 / columns);
  }

  private static void assertForms(PairTiles tiles, int n, int m, int columns, double gamma) {
    double[] x = rows(n, columns, 0, 3);
    double[] y = rows(m, columns, 0.1, 4);
    double[] pooled = Arrays.copyOf(x, x.length + y.length);
    System.arraycopy(y, 0, pooled, x.length, y.length);
    int rows = n + m;
    int splits = 130;
    long[][] masks = new long[splits][(rows + 63) / 64];
    SplittableRandom random = new SplittableRandom(5);
    for (long[] mask : masks) {
      Arrays.setAll(mask, word -> random.nextLong());
    }
    Panels pool = pack(tiles, x, columns).and(pack(tiles, y, columns));
    Signs signs = Signs.of(pool, splits, b -> masks[b], ParallelRows.NONE);

    GaussianForms forms = GaussianForms.of(pool, signs, new double[] {gamma}, ParallelRows.NONE);

    double error = 2e-7 * rows * rows;
    double[][] matrix = new double[rows][rows];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < rows; j++) {
        matrix[i][j] = i == j ? 0 : kernel(pooled, i, pooled, j, columns, gamma);
      }
    }
    assertEquals(sum(pooled, pooled, columns, gamma), forms.total(), error);
    for (int b : new int[] {0, 1, 31, 32, 127, 128, 129}) {
      double form = 0;
      double margin = 0;
      for (int i = 0; i < rows; i++) {
        for (int j = 0; j < rows; j++) {
          form += sign(masks[b], i) * matrix[i][j] * sign(masks[b], j);
          margin += sign(masks[b], i) * matrix[i][j];
        }
      }
      assertEquals(form, forms.forms()[b], error);
      assertEquals(margin, forms.margins()[b], error);
    }
  }

  private static int sign(long[] mask, int row) {
    return (mask[row >> 6] >>> row & 1) == 0 ? -1 : 1;
  }

  @ParameterizedTest
  @CsvSource({"2", "3", "8"})
  void threadsDoNotChangeABit(int threads) {
    double[] x = rows(700, 5, 0, 6);
    double[] y = rows(500, 5, 0.1, 7);
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      for (PairTiles tiles :
          new PairTiles[] {new PlainPairTiles(), Twins.vector(PairTiles.class)}) {
        Panels packedX = pack(tiles, x, 5);
        Panels packedY = pack(tiles, y, 5);
        Panels pool = packedX.and(packedY);
        double[] gammas = {0.3};
        ParallelRows workers = ParallelRows.of(executor, threads);
        assertEquals(
            GaussianSums.of(packedX, packedY, gammas, ParallelRows.NONE),
            GaussianSums.of(packedX, packedY, gammas, workers));
        GaussianForms one = forms(pool, gammas, ParallelRows.NONE);
        GaussianForms many = forms(pool, gammas, workers);
        assertEquals(one.total(), many.total());
        assertArrayEquals(one.forms(), many.forms());
        assertArrayEquals(one.margins(), many.margins());
      }
    } finally {
      executor.shutdownNow();
    }
  }

  private static GaussianForms forms(Panels pool, double[] gammas, ParallelRows workers) {
    Signs signs =
        Signs.of(pool, 40, b -> new SplittableRandom(b).longs(1200 / 64 + 1).toArray(), workers);
    return GaussianForms.of(pool, signs, gammas, workers);
  }

  @Test
  void clustersFarFromTheCentreLoseNothing() {
    double[] x = rows(40, 5, 1000, 11);
    double[] y = rows(40, 5, 1000, 12);
    for (PairTiles tiles : new PairTiles[] {new PlainPairTiles(), Twins.vector(PairTiles.class)}) {
      GaussianSums sums =
          GaussianSums.of(
              pack(tiles, x, 5), pack(tiles, y, 5), new double[] {0.1}, ParallelRows.NONE);

      assertEquals(sum(x, y, 5, 0.1), sums.between(), 1e-4 * 40 * 40);
    }
  }

  @Test
  void equalRowsCountExactlyOne() {
    double[] row = rows(1, 100, 0, 8);
    Panels packed = pack(Twins.vector(PairTiles.class), row, 100);

    GaussianSums sums = GaussianSums.of(packed, packed, new double[] {5}, ParallelRows.NONE);

    assertEquals(1, sums.between(), 1e-12);
    assertEquals(0, sums.withinX(), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"1e-40, 1", "1e40, 0"})
  void factorsBeyondSinglePrecisionAreLimits(double gamma, double expected) {
    for (PairTiles tiles : new PairTiles[] {new PlainPairTiles(), Twins.vector(PairTiles.class)}) {
      GaussianSums sums =
          GaussianSums.of(
              pack(tiles, rows(1, 3, 0, 9), 3),
              pack(tiles, rows(1, 3, 0, 10), 3),
              new double[] {gamma},
              ParallelRows.NONE);

      assertEquals(expected, sums.between(), 1e-6);
    }
  }
}
