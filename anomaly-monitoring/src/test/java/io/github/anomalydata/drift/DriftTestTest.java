package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.drift.DriftResult.Aspect;
import io.github.anomalydata.drift.TestResult.InsufficientData;
import io.github.anomalydata.drift.TestResult.PValue;
import io.github.anomalydata.drift.TestResult.Tested;
import io.github.anomalydata.internal.NdArrays;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

class DriftTestTest {
  private static final DriftTest TEST = DriftTest.withDefaults().withPermutations(199);

  /** Columns "0", "1", ... of noise. */
  private static MixedTable noise(int columns, int rows, long seed) {
    MixedTable table = MixedTable.empty();
    for (int column = 0; column < columns; column++) {
      table = table.withNumbers(String.valueOf(column), Samples.noise(rows, 100 * seed + column));
    }
    return table;
  }

  private static double[] plus(double[] values, double shift) {
    return Arrays.stream(values).map(value -> value + shift).toArray();
  }

  /** The first so many of ten values in a row are missing. */
  private static double[] missing(double[] values, int ofTen) {
    return IntStream.range(0, values.length)
        .mapToDouble(row -> row % 10 < ofTen ? Double.NaN : values[row])
        .toArray();
  }

  private static Tested tested(DriftResult.Column column) {
    return assertInstanceOf(Tested.class, column.result());
  }

  @Test
  void columnsThatSayTheSameCostNothing() {
    double[] reference = Samples.noise(60, 1);
    double[] current = plus(Samples.noise(50, 2), .4);
    DriftResult result =
        TEST.fit(
                MixedTable.empty()
                    .withNumbers("celsius", reference)
                    .withNumbers("again", reference)
                    .withNumbers("millis", Arrays.stream(reference).map(v -> 1000 * v).toArray()))
            .test(
                MixedTable.empty()
                    .withNumbers("celsius", current)
                    .withNumbers("again", current)
                    .withNumbers("millis", Arrays.stream(current).map(v -> 1000 * v).toArray()),
                1);
    for (DriftResult.Column column : result.columns()) {
      double own = tested(column).pValue();
      assertEquals(own, column.adjustedPValue());
      assertEquals(Math.min(1, 3 * own), column.holmPValue(), 1e-15);
      assertTrue(own < .2 && own > .005, () -> "" + own);
    }
  }

  @Test
  void columnHasTheResultOfATestOfItsOwn() {
    MixedTable reference = noise(3, 80, 1);
    MixedTable current = noise(3, 70, 2);
    DriftResult result = TEST.fit(reference).test(current, 5);
    for (int column = 0; column < 3; column++) {
      Tested own =
          assertInstanceOf(
              Tested.class,
              UnivariateTest.withDefaults()
                  .with(Distance.WASSERSTEIN)
                  .withPermutations(199)
                  .fit(Samples.noise(80, 100 + column))
                  .test(Samples.noise(70, 200 + column), 5));
      Tested tested = tested(result.columns().get(column));
      assertEquals(own.statistic(), tested.statistic());
      assertEquals(own.pValue(), tested.pValue());
      assertEquals(own.effectSize(), tested.effectSize());
      assertEquals(80, tested.referenceSize());
      assertEquals(70, tested.currentSize());
      assertEquals(5, tested.seed());
    }
    assertEquals(199, result.permutations());
    assertEquals(5, result.seed());
    assertTrue(result.elapsed().compareTo(Duration.ZERO) > 0);
  }

  @Test
  void severalDistancesAreTestsOfOneColumn() {
    DriftResult result =
        TEST.with(Distance.KOLMOGOROV_SMIRNOV, Distance.WASSERSTEIN)
            .fit(noise(2, 40, 1))
            .test(noise(2, 40, 2), 1);
    assertEquals(
        List.of("0 kolmogorov-smirnov", "0 wasserstein", "1 kolmogorov-smirnov", "1 wasserstein"),
        result.columns().stream().map(c -> c.name() + " " + c.result().test()).toList());
    Thrown.assertRefused(() -> TEST.with(new Distance[0]), "choice: at least one");
    Thrown.assertRefused(
        () -> TEST.with(Distance.ENERGY, Distance.ENERGY), "each once, got [ENERGY, ENERGY]");
  }

  @Test
  void oneOfAHundredColumnsIsFoundByFewPermutations() {
    MixedTable reference = noise(100, 60, 1);
    MixedTable current = noise(99, 60, 2).withNumbers("99", plus(Samples.noise(60, 9), 2));
    DriftResult result = TEST.fit(reference).test(current, 1);
    assertEquals(List.of("99"), result.drifted(.05).stream().map(c -> c.name()).toList());
    DriftResult.Column found = result.columns().get(99);
    assertEquals(1.0 / 200, found.adjustedPValue());
    assertEquals(.5, found.holmPValue());
    assertTrue(result.reject(.05));
    assertFalse(result.reject(.001));
    Thrown.assertRefused(() -> result.reject(0), "alpha", "got 0");
  }

  @Test
  void numbersAndLabelsAreTestedByTheirKind() {
    List<String> before = new ArrayList<>();
    List<String> after = new ArrayList<>();
    for (int row = 0; row < 60; row++) {
      before.add(row % 3 == 0 ? "idle" : "run");
      after.add(row % 3 == 0 ? "run" : row % 20 == 1 ? "fault" : "idle");
    }
    DriftResult result =
        TEST.fit(noise(1, 60, 1).withLabels("mode", before))
            .test(noise(1, 60, 2).withLabels("mode", after), 1);
    assertEquals(
        List.of("wasserstein", "chi-squared"),
        result.columns().stream().map(c -> c.result().test()).toList());
    DriftResult.Column mode = result.columns().get(1);
    assertTrue(mode.reject(.05), () -> "" + mode);
    assertEquals(Map.of("fault", 2), mode.categories().appeared());
    assertEquals(Map.of(), mode.categories().vanished());
    assertTrue(tested(mode).notes().contains("new category 'fault' (2 rows)"), () -> "" + mode);
    assertEquals(CategoryChanges.NONE, result.columns().get(0).categories());
    assertFalse(result.columns().get(0).reject(.05));
  }

  @Test
  void rareLabelsArePooledAndNewOnesStillNamed() {
    List<Integer> before = IntStream.range(0, 40).mapToObj(i -> i < 30 ? i % 2 : i).toList();
    List<Integer> after = IntStream.range(0, 40).mapToObj(i -> i < 30 ? i % 2 : 100 + i).toList();
    Tested pooled =
        tested(
            TEST.withFewestRows(5)
                .fit(MixedTable.empty().withLabels("x", before))
                .test(MixedTable.empty().withLabels("x", after), 1)
                .columns()
                .get(0));
    assertEquals(0, pooled.statistic());
    assertEquals(1, pooled.pValue());
    assertTrue(
        pooled.notes().contains("20 categories with fewer than 5 rows taken for one"),
        () -> "" + pooled);
    assertTrue(pooled.notes().get(0).startsWith("new categories '130' (1 row)"));
  }

  @Test
  void missingValueFailsWithItsPlace() {
    MixedTable good = MixedTable.empty().withNumbers("x", Samples.of(1, 2, 3));
    MixedTable bad = MixedTable.empty().withNumbers("x", Samples.of(1, Double.NaN, 3));
    Thrown.assertRefused(() -> TEST.fit(bad), "reference", "column 'x' at row 1");
    Thrown.assertRefused(() -> TEST.fit(good).test(bad, 1), "current", "column 'x' at row 1");
    Thrown.assertRefused(
        () -> TEST.fit(MixedTable.empty().withLabels("y", Arrays.asList("a", null))),
        "column 'y' at row 1");
  }

  @Test
  void missingValuesAreIgnoredWithCounts() {
    double[] x = missing(Samples.noise(50, 1), 2);
    double[] y = missing(Samples.noise(40, 2), 1);
    y[5] = Double.POSITIVE_INFINITY;
    DriftResult result =
        TEST.with(MissingValues.IGNORE)
            .fit(MixedTable.empty().withNumbers("x", x))
            .test(MixedTable.empty().withNumbers("x", y), 1);
    assertEquals(1, result.columns().size());
    DriftResult.Column column = result.columns().get(0);
    assertEquals(10, column.missingReference());
    assertEquals(5, column.missingCurrent());
    assertEquals(40, column.result().referenceSize());
    assertEquals(35, column.result().currentSize());
    double statistic =
        UnivariateTest.withDefaults()
            .with(Distance.WASSERSTEIN)
            .fit(Arrays.stream(x).filter(Double::isFinite).toArray())
            .statistic(Arrays.stream(y).filter(Double::isFinite).toArray());
    assertEquals(statistic, tested(column).statistic());
  }

  @Test
  void missingnessIsATestOfItsOwn() {
    double[] reference = missing(Samples.noise(100, 1), 1);
    double[] current = missing(Samples.noise(100, 2), 5);
    DriftResult result =
        TEST.with(MissingValues.TEST)
            .fit(noise(1, 100, 1).withNumbers("x", reference))
            .test(noise(1, 100, 2).withNumbers("x", current), 1);
    assertEquals(
        List.of(Aspect.VALUES, Aspect.VALUES, Aspect.MISSING),
        result.columns().stream().map(DriftResult.Column::aspect).toList());
    DriftResult.Column missing = result.columns().get(2);
    assertEquals("x", missing.name());
    assertTrue(missing.reject(.05));
    assertEquals(10, missing.missingReference());
    assertEquals(50, missing.missingCurrent());
    assertEquals(100, missing.result().currentSize());
    // Chi-squared of 10 of 100 against 50 of 100.
    assertEquals(200 * 16e6 / (100.0 * 100 * 60 * 140), tested(missing).statistic(), 1e-12);
    assertFalse(result.columns().get(1).reject(.05));
  }

  @Test
  void missingRowsKeepWhatColumnsHaveInCommon() {
    double[] reference = missing(Samples.noise(60, 1), 3);
    double[] current = missing(plus(Samples.noise(50, 2), .4), 2);
    DriftResult result =
        TEST.with(MissingValues.IGNORE)
            .fit(MixedTable.empty().withNumbers("a", reference).withNumbers("b", reference))
            .test(MixedTable.empty().withNumbers("a", current).withNumbers("b", current), 1);
    for (DriftResult.Column column : result.columns()) {
      assertEquals(tested(column).pValue(), column.adjustedPValue());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 8})
  void valuesKeepTheLevelWhereMoreAreMissing(int ofTen) {
    int rejections = 0;
    DriftTest test =
        DriftTest.withDefaults()
            .with(Distance.KOLMOGOROV_SMIRNOV, Distance.WASSERSTEIN)
            .with(MissingValues.IGNORE)
            .withPermutations(99);
    for (int run = 0; run < 200; run++) {
      MixedTable reference =
          MixedTable.empty().withNumbers("x", missing(Samples.noise(60, 2L * run), 1));
      MixedTable current =
          MixedTable.empty().withNumbers("x", missing(Samples.noise(60, 2 * run + 1), ofTen));
      rejections += test.fit(reference).test(current, run).reject(.05) ? 1 : 0;
    }
    assertTrue(rejections >= 1 && rejections <= 22, rejections + " of 200");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 50})
  void anyNumberOfColumnsKeepsTheLevel(int columns) {
    int rejections = 0;
    DriftTest test = DriftTest.withDefaults().withPermutations(99);
    for (int run = 0; run < 200; run++) {
      rejections +=
          test.fit(noise(columns, 30, 2L * run))
                  .test(noise(columns, 30, 2 * run + 1), run)
                  .reject(.05)
              ? 1
              : 0;
    }
    assertTrue(rejections >= 1 && rejections <= 22, rejections + " of 200");
  }

  @Test
  void columnWithoutValuesIsInsufficientAndTheOthersAreTested() {
    double[] none = new double[30];
    Arrays.fill(none, Double.NaN);
    DriftTest test = TEST.with(MissingValues.IGNORE);
    DriftResult result =
        test.fit(noise(1, 30, 1).withNumbers("x", Samples.noise(30, 3)))
            .test(noise(1, 30, 2).withNumbers("x", none), 1);
    assertInstanceOf(Tested.class, result.columns().get(0).result());
    DriftResult.Column empty = result.columns().get(1);
    assertEquals(new InsufficientData("wasserstein", "no values", 30, 0), empty.result());
    assertEquals(1, empty.adjustedPValue());
    assertFalse(empty.reject(.99));
    DriftResult both =
        test.fit(MixedTable.empty().withNumbers("x", none))
            .test(MixedTable.empty().withNumbers("x", none), 1);
    assertEquals(
        new InsufficientData("wasserstein", "no values", 0, 0), both.columns().get(0).result());
    assertFalse(both.reject(.05));
    assertEquals(0, both.permutations());
  }

  @Test
  void goneColumnIsFoundByItsMissingness() {
    double[] none = new double[30];
    Arrays.fill(none, Double.NaN);
    DriftResult result =
        TEST.with(MissingValues.TEST)
            .fit(MixedTable.empty().withNumbers("x", Samples.noise(30, 3)))
            .test(MixedTable.empty().withNumbers("x", none), 1);
    assertInstanceOf(InsufficientData.class, result.columns().get(0).result());
    assertTrue(result.columns().get(1).reject(.01));
  }

  @Test
  void tablesWithoutRowsAreInsufficient() {
    MixedTable none = MixedTable.empty().withNumbers("0", new double[0]).withLabels("m", List.of());
    DriftResult result =
        TEST.with(MissingValues.TEST)
            .fit(noise(1, 1, 1).withLabels("m", List.of("a")))
            .test(none, 1);
    for (DriftResult.Column column : result.columns()) {
      assertInstanceOf(InsufficientData.class, column.result());
    }
  }

  @Test
  void constantsHaveAPValueOfOne() {
    MixedTable constant = MixedTable.empty().withNumbers("x", new double[30]);
    DriftResult result = TEST.fit(constant).test(constant, 1);
    assertEquals(1, tested(result.columns().get(0)).pValue());
    assertEquals(1, result.columns().get(0).adjustedPValue());
  }

  @Test
  void everySplitIsTakenWhereThereAreFew() {
    DriftResult result =
        TEST.fit(MixedTable.empty().withNumbers("x", Samples.of(1, 2, 3, 4)))
            .test(MixedTable.empty().withNumbers("x", Samples.of(50, 60, 70)), 1);
    assertEquals(PValue.ALL_PERMUTATIONS, tested(result.columns().get(0)).kind());
    assertEquals(1.0 / 35, result.columns().get(0).adjustedPValue());
  }

  @Test
  void blocksOfAllColumnsAreTheLongest() {
    MixedTable reference = noise(1, 500, 1).withNumbers("slow", Samples.autoregressive(.9, 500, 7));
    MixedTable current = noise(1, 500, 2).withNumbers("slow", Samples.autoregressive(.9, 500, 8));
    DriftResult result = TEST.with(Dependence.estimated()).fit(reference).test(current, 1);
    assertTrue(result.blockLength() > 20, () -> "" + result);
    for (DriftResult.Column column : result.columns()) {
      assertEquals(result.blockLength(), tested(column).blockLength());
    }
    String alone = TEST.fit(reference).test(current, 1).columns().get(1).result().toString();
    assertTrue(alone.contains("rows taken for independent"), alone);
    DriftResult tooLong = TEST.with(Dependence.blocks(400)).fit(reference).test(current, 1);
    InsufficientData none =
        assertInstanceOf(InsufficientData.class, tooLong.columns().get(0).result());
    assertTrue(none.reason().contains("400 rows are too long"), none::reason);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7})
  void anyNumberOfThreadsGivesTheSame(int threads) {
    MixedTable reference =
        noise(2, 60, 1)
            .withNumbers("x", missing(Samples.noise(60, 5), 2))
            .withLabels("m", labels());
    MixedTable current =
        noise(2, 60, 2)
            .withNumbers("x", missing(Samples.noise(60, 6), 4))
            .withLabels("m", labels());
    DriftTest test = TEST.with(MissingValues.TEST);
    List<Double> expected = pValues(test.fit(reference).test(current, 3));
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    try {
      FittedDriftTest shared = test.withWorkers(executor, threads).fit(reference);
      assertEquals(expected, pValues(shared.test(current, 3)));
    } finally {
      executor.shutdown();
    }
  }

  private static List<Integer> labels() {
    return IntStream.range(0, 60).mapToObj(row -> row * row % 5).toList();
  }

  private static List<Double> pValues(DriftResult result) {
    return result.columns().stream()
        .flatMap(c -> List.of(tested(c).pValue(), c.adjustedPValue()).stream())
        .toList();
  }

  @Test
  void otherColumnsAreRefused() {
    FittedDriftTest test = TEST.fit(noise(2, 5, 1));
    Thrown.assertRefused(() -> test.test(noise(1, 5, 1), 1), "[0, 1], got [0]");
    MixedTable kind = noise(1, 5, 1).withLabels("1", List.of(1, 2, 3, 4, 5));
    Thrown.assertRefused(() -> test.test(kind, 1), "kinds of the reference", "'1'");
    Thrown.assertRefused(() -> TEST.fit(MixedTable.empty()), "columns", "got 0");
    Thrown.assertRefused(
        () -> TEST.fit(MixedTable.empty().withNumbers("x", Samples.of(1e250))),
        "column 'x' of the reference: below 1e250");
  }

  @Test
  void matrixIsATableWhateverItsLayout() {
    double[] values = Samples.noise(60, 1);
    INDArray matrix = NdArrays.of(values, 20, 3);
    INDArray wide = NdArrays.of(Samples.noise(200, 1), 20, 10);
    INDArray view = wide.get(NDArrayIndex.all(), NDArrayIndex.interval(2, 3, 10));
    MixedTable expected = MixedTable.empty();
    for (int column = 0; column < 3; column++) {
      int at = column;
      expected =
          expected.withNumbers(
              "" + column, IntStream.range(0, 20).mapToDouble(r -> values[3 * r + at]).toArray());
    }
    MixedTable current = noise(3, 15, 2);
    List<Double> own = pValues(TEST.fit(expected).test(current, 1));
    assertEquals(own, pValues(TEST.fit(MixedTable.of(matrix)).test(current, 1)));
    assertEquals(own, pValues(TEST.fit(MixedTable.of(matrix.dup('f'))).test(current, 1)));
    MixedTable viewed = MixedTable.of(view);
    assertEquals(3, viewed.columns().size());
    assertEquals(
        pValues(TEST.fit(MixedTable.of(view.dup('c'))).test(current, 1)),
        pValues(TEST.fit(viewed).test(current, 1)));
    Thrown.assertRefused(() -> MixedTable.of(matrix.reshape(60)), "[rows, columns], got [60]");
  }

  @Test
  void tablesHoldWhatTheyAreGiven() {
    MixedTable table = noise(1, 3, 1);
    Thrown.assertRefused(() -> table.withNumbers("0", new double[3]), "another column, got '0'");
    Thrown.assertRefused(() -> table.withNumbers("1", new double[2]), "each of 3 rows, got 2");
    assertEquals(List.of("0"), table.columns());
    assertEquals(3, table.rows());
    assertEquals(0, MixedTable.empty().rows());
  }
}
