package io.github.anomalydata.drift;

import static io.github.anomalydata.drift.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.factory.Nd4j;

class MaximumMeanDiscrepancyTest {
  private static final double[][] X = {{0, 0}, {1, 0}, {0, 1}, {1, 1}};
  private static final double[][] Y = {{2, 2}, {3, 2}, {2, 3}};

  private static final MaximumMeanDiscrepancy MMD = MaximumMeanDiscrepancy.withDefaults();

  private static double[][] sine(int rows, double factor, double phase, double shift) {
    double[][] sample = new double[rows][3];
    for (int i = 1; i <= rows; i++) {
      for (int j = 1; j <= 3; j++) {
        sample[i - 1][j - 1] =
            Math.sin(factor * i * j + phase) + 0.1 * Math.cos(7.3 * i + j) + (j == 1 ? shift : 0);
      }
    }
    return sample;
  }

  private static double[][] random(int rows, int columns, double shift, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] sample = new double[rows][];
    Arrays.setAll(sample, i -> random.doubles(columns).map(v -> v + shift).toArray());
    return sample;
  }

  private static TestResult.Tested tested(TestResult result) {
    return (TestResult.Tested) result;
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0.5534979804471648, 0.9674518926955958",
    "0.5, 0.9260189862782452, 1.2019471717177739",
    "0.1, 0.7733266006514191, 0.8455810694278271"
  })
  void bothEstimatesOfSevenRows(double gamma, double unbiased, double biased) {
    MaximumMeanDiscrepancy test = MMD.with(Kernel.gaussian(gamma));

    assertEquals(unbiased, test.fit(X).statistic(Y), 1e-14);
    assertEquals(biased, test.with(Estimator.BIASED).fit(X).statistic(Y), 1e-14);
  }

  @Test
  void medianOfPooledDistancesIsTheBandwidth() {
    assertEquals(0.7733266006514191, MMD.fit(X).statistic(Y), 1e-14);
  }

  @ParameterizedTest
  @CsvSource({"UNBIASED, -0.00945713350540167", "BIASED, 0.0128456791039715"})
  void bothEstimatesOfWaves(Estimator estimator, double expected) {
    double[][] x = sine(40, 0.7, 0.1, 0);
    double[][] y = sine(30, 1.1, 0.4, 0.3);
    TestResult.Tested result = tested(MMD.with(estimator).fit(x).test(y, 1));

    assertEquals(expected, MMD.with(estimator).fit(x).statistic(y), 1e-15);
    assertEquals(expected, result.statistic(), 1e-15);
    assertTrue(
        result.notes().toString().contains("gamma 0.160570 of the Gaussian kernel"),
        () -> result.notes().toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"UNBIASED", "BIASED"})
  void everySplitOfSevenRowsIsTaken(Estimator estimator) {
    TestResult.Tested result = tested(MMD.with(estimator).fit(X).test(Y, 1));

    assertEquals(1.0 / 35, result.pValue(), 1e-15);
    assertEquals(TestResult.PValue.ALL_PERMUTATIONS, result.kind());
    assertEquals(35, result.permutations());
  }

  @Test
  void singlePrecisionIsWithinOneInTenMillion() {
    double[][] x = random(700, 6, 1e4, 1);
    double[][] y = random(400, 6, 1e4 + 0.05, 2);
    MaximumMeanDiscrepancy test = MMD.with(Kernel.gaussian(0.5)).withPermutations(20);
    double expected = Estimator.UNBIASED.of(sum(x, x) - 700, sum(y, y) - 400, sum(x, y), 700, 400);

    assertEquals(expected, test.fit(x).statistic(y), 1e-7);
    assertEquals(expected, tested(test.fit(x).test(y, 1)).statistic(), 1e-7);
  }

  private static double sum(double[][] x, double[][] y) {
    double sum = 0;
    for (double[] a : x) {
      for (double[] b : y) {
        double distance = 0;
        for (int k = 0; k < a.length; k++) {
          distance += (a[k] - b[k]) * (a[k] - b[k]);
        }
        sum += Math.exp(-0.5 * distance);
      }
    }
    return sum;
  }

  @ParameterizedTest
  @CsvSource({"40, 30", "800, 500"})
  void threadsDoNotChangeTheResult(int n, int m) {
    double[][] x = random(n, 4, 0, 3);
    double[][] y = random(m, 4, 0.01, 4);
    MaximumMeanDiscrepancy test = MMD.withPermutations(99);
    TestResult.Tested one = tested(test.fit(x).test(y, 5));
    double statistic = test.fit(x).statistic(y);
    ExecutorService executor = Executors.newFixedThreadPool(7);
    try {
      for (int threads : new int[] {2, 8}) {
        FittedMaximumMeanDiscrepancy fitted = test.withWorkers(executor, threads).fit(x);
        TestResult.Tested many = tested(fitted.test(y, 5));

        assertEquals(one.statistic(), many.statistic());
        assertEquals(one.pValue(), many.pValue());
        assertEquals(statistic, fitted.statistic(y));
      }
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void arraysOfNd4jGiveTheSame() {
    double[][] x = random(30, 3, 0, 6);
    double[][] y = random(20, 3, 0.3, 7);
    TestResult.Tested expected = tested(MMD.fit(x).test(y, 8));

    TestResult.Tested result = tested(MMD.fit(Nd4j.create(x).dup('f')).test(Nd4j.create(y), 8));

    assertEquals(expected.statistic(), result.statistic(), 1e-15);
    assertEquals(expected.pValue(), result.pValue());
    assertEquals(expected.statistic(), MMD.fit(Nd4j.create(x)).statistic(Nd4j.create(y)), 1e-15);
  }

  @Test
  void tooFewRowsAreInsufficient() {
    TestResult result = MMD.fit(X).test(new double[][] {{1, 2}}, 1);

    assertEquals(new TestResult.InsufficientData("mmd", "fewer than 2 rows", 4, 1), result);
    assertRefused(
        () -> MMD.fit(X).statistic(new double[0][]), "rows of current", "at least 2", "0");
  }

  @Test
  void equalRowsAreNoDrift() {
    double[][] same = new double[6][2];

    TestResult.Tested result = tested(MMD.fit(same).test(same, 1));

    assertEquals(0, result.statistic(), 1e-15);
    assertEquals(1, result.pValue());
    assertTrue(result.notes().toString().contains("the median distance is 0: 1 stands for it"));
  }

  @Test
  void wrongValuesAreNamed() {
    assertRefused(() -> MMD.fit(new double[0][]), "rows of the reference", "at least 1", "0");
    assertRefused(
        () -> MMD.fit(new double[][] {{1, 2}, {3, Double.NaN}}),
        "reference: finite",
        "NaN at row 1, column 1");
    assertRefused(
        () -> MMD.fit(X).test(new double[][] {{1}, {2}}, 1), "current", "2 columns", "got 1");
    assertRefused(
        () -> MMD.fit(new double[][] {{1, 2}, {3}}), "reference", "one length", "1 in row 1");
    assertRefused(() -> MMD.withPermutations(0), "count", "at least 1", "0");
  }

  /** Columns of another unit and zero, which scaling takes off again. */
  private static double[][] inOtherUnits(double[][] rows) {
    return Arrays.stream(rows)
        .map(row -> new double[] {1000 * row[0] + 5e6, row[1] / 64 - 3, row[2]})
        .toArray(double[][]::new);
  }

  @ParameterizedTest
  @EnumSource(
      value = Scaling.class,
      names = {"STANDARD_DEVIATION", "ROBUST"})
  void scaledColumnsHaveNoUnit(Scaling scaling) {
    double[][] x = sine(40, 0.7, 0.1, 0);
    double[][] y = sine(30, 1.1, 0.4, 0.3);
    for (Kernel kernel : List.of(Kernel.gaussian(), Kernel.polynomial(2, 0.5, 1))) {
      MaximumMeanDiscrepancy test = MMD.with(kernel).with(scaling);
      TestResult.Tested expected = tested(test.fit(x).test(y, 1));

      TestResult.Tested result = tested(test.fit(inOtherUnits(x)).test(inOtherUnits(y), 1));

      assertEquals(expected.statistic(), result.statistic(), 1e-8 * Math.abs(expected.statistic()));
      assertEquals(expected.pValue(), result.pValue());
    }
  }

  @Test
  void scalesAreThoseOfTheReference() {
    // Mean 2, deviation 2; median 1, quartiles 1 and 3: (3 - 1) / 1.349.
    double[][] x = {{1}, {1}, {1}, {5}};
    double[][] y = {{7}, {9}};
    double robust = 1 / 1.3489795003921634;

    assertEquals(
        MMD.with(Kernel.gaussian(0.1)).fit(divided(x, 2)).statistic(divided(y, 2)),
        MMD.with(Kernel.gaussian(0.1)).with(Scaling.STANDARD_DEVIATION).fit(x).statistic(y),
        1e-15);
    assertEquals(
        MMD.with(Kernel.gaussian(0.1)).fit(divided(x, robust)).statistic(divided(y, robust)),
        MMD.with(Kernel.gaussian(0.1)).with(Scaling.ROBUST).fit(x).statistic(y),
        1e-15);
    // Mean 2 and deviation 2: the linear kernel sees the difference of means alone, (8 - 2)² / 4.
    assertEquals(
        9,
        MMD.with(Kernel.linear())
            .with(Estimator.BIASED)
            .with(Scaling.STANDARD_DEVIATION)
            .fit(x)
            .statistic(y),
        1e-12);
  }

  private static double[][] divided(double[][] rows, double scale) {
    return Arrays.stream(rows).map(row -> new double[] {row[0] / scale}).toArray(double[][]::new);
  }

  @ParameterizedTest
  @CsvSource({
    "STANDARD_DEVIATION, 'the spread of column 1 of the reference is 0: 1 is its scale'",
    "ROBUST, 'the spread of column 1 of the reference is 0: 1 is its scale'",
    "ROBUST, 'the interquartile range of column 0 of the reference is 0: its standard deviation'"
  })
  void columnsWithoutSpreadAreNoted(Scaling scaling, String note) {
    double[][] x = {{1, 3}, {1, 3}, {1, 3}, {1, 3}, {1, 3}, {9, 3}};
    double[][] y = {{1, 3}, {2, 3}, {1, 4}};

    TestResult.Tested result = tested(MMD.with(scaling).fit(x).test(y, 1));

    assertTrue(result.notes().toString().contains(note), () -> result.notes().toString());
  }

  @Test
  void scaledValuesThatAreTooLargeAreNamed() {
    double[][] x = {{0, 1}, {1e-9, 2}};

    assertRefused(
        () ->
            MMD.with(Scaling.STANDARD_DEVIATION)
                .fit(x)
                .statistic(new double[][] {{0, 1}, {1e149, 1}}),
        "current, scaled",
        "1e150",
        "row 1, column 0");
    assertRefused(
        () -> MMD.with(Scaling.ROBUST).fit(x).test(new double[][] {{1}}, 1),
        "current",
        "2 columns",
        "got 1");
  }

  /**
   * Bytes that a test of so many rows of each sample allocates, on this thread; the least of some
   * tests, since vectors are objects until the code is compiled.
   */
  private static long allocated(int rows) {
    double[][] x = random(rows, 4, 0, 3);
    double[][] y = random(rows, 4, 0.01, 4);
    MaximumMeanDiscrepancy test = MMD.with(Kernel.gaussian(0.5)).withPermutations(19);
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int turn = 0; turn < 3; turn++) {
      long before = thread.getCurrentThreadAllocatedBytes();
      test.fit(x).test(y, 5);
      least = Math.min(least, thread.getCurrentThreadAllocatedBytes() - before);
    }
    return least;
  }

  /** Of 16,800 rows in all, the matrix of pairs alone has 1.1 GB in floats. */
  @Test
  void memoryIsLinearInTheRows() {
    long few = allocated(2_100);
    long many = allocated(8_400);

    assertTrue(many < 4.2 * few, () -> few + " and " + many + " bytes");
    assertTrue(many < 32_000_000, () -> many + " bytes");
  }

  /** Rows of AR(1) processes, which resemble those before them. */
  private static double[][] series(double phi, int rows, long seed) {
    return Arrays.stream(Samples.autoregressive(phi, rows, seed))
        .mapToObj(value -> new double[] {value})
        .toArray(double[][]::new);
  }

  @Test
  void varianceThatBlocksDoNotShowIsNoted() {
    TestResult.Tested result =
        tested(
            MMD.with(Dependence.estimated())
                .withPermutations(99)
                .fit(series(0.9, 200, 1))
                .test(series(0.9, 200, 2), 3));

    assertTrue(
        result.notes().toString().contains("column 0: such blocks show less than the variance"),
        () -> result.notes().toString());
  }

  @Test
  void samplesThatTellAlmostNothingAreInsufficient() {
    TestResult result =
        MMD.with(Dependence.estimated()).fit(series(0.97, 30, 1)).test(series(0.97, 30, 2), 3);

    assertTrue(
        result instanceof TestResult.InsufficientData few
            && few.reason().contains("independent ones: at least 7"),
        result::toString);
  }

  @Test
  void fewRowsAreTestedWhereTheReferenceShowsHowLongTheyAreRemembered() {
    double[][] far = series(0.9, 30, 2);
    for (double[] row : far) {
      row[0] += 60;
    }

    TestResult.Tested result =
        tested(
            MMD.with(Dependence.estimated())
                .withPermutations(99)
                .fit(series(0.9, 3_000, 1))
                .test(far, 3));

    assertTrue(result.pValue() < 0.1, () -> "p " + result.pValue());
  }
}
