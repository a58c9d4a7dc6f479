package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.drift.TestResult.InsufficientData;
import io.github.anomalydata.drift.TestResult.PValue;
import io.github.anomalydata.drift.TestResult.Tested;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class UnivariateTestTest {
  private static final UnivariateTest KS = UnivariateTest.withDefaults();

  private static Tested test(UnivariateTest test, double[] reference, double[] current) {
    return assertInstanceOf(Tested.class, test.fit(reference).test(current, 42));
  }

  private static Tested test(Distance distance, double[] reference, double[] current) {
    return test(KS.with(distance), reference, current);
  }

  private static void assertNear(double expected, double actual, double relative) {
    assertEquals(expected, actual, relative * Math.abs(expected));
  }

  private static void assertExact(double d, double p, double[] reference, double[] current) {
    Tested result = test(KS, reference, current);
    assertNear(d, result.statistic(), 1e-14);
    assertNear(p, result.pValue(), 1e-12);
    assertEquals(PValue.EXACT, result.kind());
    assertEquals(0, result.permutations());
  }

  /** Values without ties whose largest difference is lead / size: current ones lag behind. */
  private static double[][] lagging(int size, int lead) {
    return new double[][] {
      IntStream.range(0, size).mapToDouble(i -> i).toArray(),
      IntStream.range(0, size).mapToDouble(i -> i + lead - 0.5).toArray()
    };
  }

  @Test
  void kolmogorovSmirnovOfFewValuesIsExact() {
    assertExact(1, 1, Samples.of(0), Samples.of(1));
    assertExact(1, 2.0 / 3, Samples.of(0), Samples.of(1, 2));
    assertExact(1, 2.0 / 3, Samples.of(1, 2), Samples.of(0));
    assertExact(0.5, 1, Samples.of(1), Samples.of(0, 2));
    assertExact(1, 2.0 / 15, Samples.of(1, 2), Samples.of(3, 4, 5, 6));
    assertExact(.5, 14.0 / 15, Samples.of(1.01, 2.01), Samples.of(1, 2, 3, 4));
    assertExact(2.0 / 3, .6, Samples.of(.99, 1.99), Samples.of(1, 2, 3));
  }

  @Test
  void kolmogorovSmirnovCountsLatticePaths() {
    double[] shifted =
        Arrays.stream(Samples.linspace(1, 100, 110)).map(value -> value + 20.1).toArray();
    assertExact(232.0 / 1100, 0.015739183865606157, Samples.linspace(1, 100, 100), shifted);
    double[][] half = lagging(100, 55);
    assertExact(.55, 3.0406585087050305e-14, half[0], half[1]);
    // Current values come first, 64 of 300 against 1 of 200, and never lead by more.
    double[] reference = IntStream.range(0, 200).mapToDouble(i -> i == 0 ? 0 : i / 200.0).toArray();
    double[] current =
        IntStream.range(0, 300)
            .mapToDouble(i -> i < 64 ? 1e-5 * (i + 1) : (i - 62.5) / 236.5)
            .toArray();
    assertExact(125.0 / 600, 5.129279597790806e-05, reference, current);
  }

  @Test
  void kolmogorovSmirnovIsExactFarInTheTail() {
    // 5025 of 10,000 values lie below all of 110, which are ahead of the others.
    double[] reference =
        IntStream.range(0, 10_000).mapToDouble(i -> i < 5025 ? i * 1e-6 : i - 5024).toArray();
    double[] current = IntStream.range(0, 110).mapToDouble(j -> j * 90 + 0.5).toArray();
    assertExact(55275.0 / 110_000, 6.263465662260858e-26, reference, current);
  }

  @ParameterizedTest
  @CsvSource({"200, 0.03613941395325637", "80, 0.9035907876780276"})
  void limitOfTenThousandValuesIsThatOfCommonsStatistics(int lead, double p) {
    assertNear(p, ContinuousKolmogorovSmirnov.asymptotic(lead / 1e4, 10_000, 10_000), 1e-12);
  }

  @Test
  void kolmogorovSmirnovOfTenThousandValuesIsExact() {
    for (int lead : new int[] {80, 200, 2000}) {
      double[][] values = lagging(10_000, lead);
      assertExact(lead / 1e4, equalSizes(10_000, lead), values[0], values[1]);
    }
  }

  /** The formula of B. V. Gnedenko and V. S. Korolyuk, 1951: P(n D >= lead) for n values each. */
  private static double equalSizes(int n, int lead) {
    double sum = 0;
    for (int i = 1; i * lead <= n; i++) {
      double ratio = 1;
      for (int j = 1; j <= i * lead; j++) {
        ratio *= (n - i * lead + j) / (double) (n + j);
      }
      sum += i % 2 == 1 ? ratio : -ratio;
    }
    return 2 * sum;
  }

  @Test
  void kolmogorovSmirnovOfMoreValuesIsAsymptotic() {
    double[][] values = lagging(10_001, 200);
    Tested result = test(KS, values[0], values[1]);
    assertEquals(PValue.ASYMPTOTIC, result.kind());
    assertEquals(0.0361, result.pValue(), 2e-4);
  }

  @ParameterizedTest
  @ValueSource(ints = {30, 200, 900})
  void asymptoticPValueIsThatOfCommonsStatistics(int lead) {
    double[][] values = lagging(12_000, lead);
    double expected =
        KolmogorovSmirnovTest.withDefaults()
            .with(PValueMethod.ASYMPTOTIC)
            .test(values[0], values[1])
            .getPValue();
    assertNear(expected, test(KS, values[0], values[1]).pValue(), 1e-9);
  }

  @Test
  void pValueBelowTheLeastDoubleIsNotZero() {
    double[] low = IntStream.range(0, 5000).mapToDouble(i -> i).toArray();
    double[] high = IntStream.range(0, 5000).mapToDouble(i -> i + 1e6).toArray();
    Tested result = test(KS, low, high);
    assertEquals(Double.MIN_VALUE, result.pValue());
    assertTrue(result.notes().toString().contains("least positive double"));
  }

  @Test
  void tiedValuesArePermuted() {
    double[] reference = Samples.repeated(Samples.of(2, 3, 4, 5), 3, 4, 5, 4);
    double[] current = Arrays.stream(reference).map(value -> value + 1).toArray();
    Tested result = test(KS.withPermutations(9999), reference, current);
    assertNear(5.0 / 16, result.statistic(), 1e-15);
    assertEquals(PValue.PERMUTATION, result.kind());
    // The exact p-value of continuous values is 0.426: ties make it too large.
    assertTrue(result.pValue() < 0.35, () -> "" + result);
    assertNear(0.4262934613454949, ContinuousKolmogorovSmirnov.exact(reference, current), 1e-12);
  }

  @Test
  void fewTiesAreNoted() {
    double[] current = Samples.noise(100, 2);
    current[0] = current[1];
    Tested result = test(KS, Samples.noise(100, 1), current);
    assertEquals(PValue.EXACT, result.kind());
    assertTrue(result.notes().toString().contains("1 of 200 values are tied"), () -> "" + result);
  }

  @Test
  void sineFixtureHasTheseDistances() {
    for (int j = 1; j <= 3; j++) {
      double[] expected = Samples.SINE_DISTANCES[j - 1];
      double[] reference = Samples.sineReference(j);
      double[] current = Samples.sineCurrent(j);
      Tested ks = test(KS, reference, current);
      assertNear(expected[0] / 120, ks.statistic(), 1e-14);
      assertNear(expected[1], ks.pValue(), 1e-12);
      assertNear(expected[2], test(Distance.WASSERSTEIN, reference, current).statistic(), 1e-13);
    }
  }

  @Test
  void wassersteinIsHowFarValuesMove() {
    assertNear(
        5, test(Distance.WASSERSTEIN, Samples.of(0, 1, 3), Samples.of(5, 6, 8)).statistic(), 1e-15);
    double[] reference = {1, 2, 3, 4, 5};
    double[] current = {11, 12, 13, 14, 15};
    Tested result = test(Distance.WASSERSTEIN, reference, current);
    assertEquals(10, result.statistic());
    assertNear(10 / (2 / 1.3489795003921634), result.effectSize(), 1e-14);
  }

  @Test
  void effectOfWassersteinDoesNotDependOnTheUnit() {
    double[] reference = Samples.noise(200, 1);
    double[] current = Samples.noise(100, 2);
    Tested one = test(Distance.WASSERSTEIN, reference, current);
    Tested micro =
        test(
            Distance.WASSERSTEIN,
            Arrays.stream(reference).map(v -> v * 1e-6).toArray(),
            Arrays.stream(current).map(v -> v * 1e-6).toArray());
    assertNear(one.statistic() * 1e-6, micro.statistic(), 1e-12);
    assertNear(one.effectSize(), micro.effectSize(), 1e-12);
    assertEquals(one.pValue(), micro.pValue());
  }

  @Test
  void scaleOfZeroIsReplacedAndNoted() {
    Tested deviation =
        test(Distance.WASSERSTEIN, Samples.repeated(Samples.of(1, 3), 9, 1), Samples.of(2, 2, 2));
    assertNear(1 / Math.sqrt(.4), deviation.effectSize(), 1e-12);
    assertTrue(deviation.notes().toString().contains("standard deviation"));
    Tested one = test(Distance.WASSERSTEIN, Samples.of(1, 1, 1), Samples.of(2, 2, 2));
    assertEquals(1, one.effectSize());
    assertTrue(one.notes().toString().contains("is 0: 1 is the scale"), () -> "" + one);
  }

  @Test
  void energyOfTwoPointsIsTheRootOfTwiceTheirDistance() {
    Tested result = test(Distance.ENERGY, Samples.of(0), Samples.of(2));
    assertEquals(2, result.statistic());
    assertEquals(1, result.effectSize());
  }

  @Test
  void energyIsThatOfTheMeanDifferences() {
    double[] x = {1, 4, 4, 9};
    double[] y = {2, 3, 7};
    double squared = 2 * meanDifference(x, y) - meanDifference(x, x) - meanDifference(y, y);
    Tested result = test(Distance.ENERGY, x, y);
    assertNear(Math.sqrt(squared), result.statistic(), 1e-14);
    assertNear(squared / (2 * meanDifference(x, y)), result.effectSize(), 1e-14);
  }

  private static double meanDifference(double[] a, double[] b) {
    return Arrays.stream(a)
        .flatMap(x -> Arrays.stream(b).map(y -> Math.abs(x - y)))
        .average()
        .orElseThrow();
  }

  @Test
  void squaredDistancesWeighEveryValue() {
    // F - G is 1/3, 2/3, 1/6, -1/3, 0 after 1, 2, 3, 4, 5.
    double[] x = {1, 2, 5};
    double[] y = {3, 4};
    double[] differences = {1.0 / 3, 2.0 / 3, 1.0 / 6, -1.0 / 3, 0};
    double cramer = Arrays.stream(differences).map(d -> d * d).sum() * 6 / 25;
    assertNear(cramer, test(Distance.CRAMER_VON_MISES, x, y).statistic(), 1e-14);
    assertNear(cramer * 5 / 6, test(Distance.CRAMER_VON_MISES, x, y).effectSize(), 1e-14);
    double anderson = 0;
    for (int k = 1; k < 5; k++) {
      anderson += differences[k - 1] * differences[k - 1] * 6 / (k * (5 - k));
    }
    assertNear(anderson, test(Distance.ANDERSON_DARLING, x, y).statistic(), 1e-14);
    assertNear(1, test(Distance.KUIPER, x, y).statistic(), 1e-14);
  }

  @Test
  void tiedValuesCountOnceAllAreIn() {
    // F - G is 1/2 after two ones of four values, 0 after all.
    double[] x = {1, 2};
    double[] y = {2, 2};
    assertNear(.5, test(KS, x, y).statistic(), 1e-15);
    assertNear(.25 / 4, test(Distance.CRAMER_VON_MISES, x, y).statistic(), 1e-14);
    assertNear(.25 * 4 / 3, test(Distance.ANDERSON_DARLING, x, y).statistic(), 1e-14);
    assertNear(.5, test(Distance.KUIPER, x, y).statistic(), 1e-14);
  }

  @ParameterizedTest
  @EnumSource
  void identicalSamplesHaveNoDistance(Distance distance) {
    double[] values = Samples.noise(50, 1);
    Tested result = test(distance, values, values);
    assertEquals(0, result.statistic());
    assertEquals(0, result.effectSize());
    assertEquals(1, result.pValue());
  }

  @ParameterizedTest
  @EnumSource
  void equalConstantsHaveNoDistance(Distance distance) {
    Tested result = test(distance, new double[30], new double[20]);
    assertEquals(0, result.statistic());
    assertEquals(0, result.effectSize());
    assertEquals(1, result.pValue());
  }

  @ParameterizedTest
  @EnumSource
  void differentConstantsAreAsFarApartAsCanBe(Distance distance) {
    double[] ones = new double[20];
    Arrays.fill(ones, 1);
    Tested result = test(distance, new double[30], ones);
    assertEquals(1.0 / 1000, result.pValue());
    assertTrue(result.reject(0.01));
  }

  @ParameterizedTest
  @EnumSource
  void negativeZeroEqualsZero(Distance distance) {
    assertEquals(0, test(distance, Samples.of(0.0, 1), Samples.of(-0.0, 1)).statistic());
  }

  @ParameterizedTest
  @CsvSource({
    "WASSERSTEIN, 1",
    "ENERGY, 1",
    // The three least are as far from the others by rank as the three greatest.
    "CRAMER_VON_MISES, 2",
    "ANDERSON_DARLING, 2",
    // On a circle, any three in a row.
    "KUIPER, 7"
  })
  void everySplitIsTakenWhereThereAreFew(Distance distance, int extreme) {
    Tested result = test(distance, Samples.of(1, 2, 3, 4), Samples.of(50, 60, 70));
    assertEquals(PValue.ALL_PERMUTATIONS, result.kind());
    assertEquals(35, result.permutations());
    assertEquals(extreme / 35.0, result.pValue());
  }

  @ParameterizedTest
  @EnumSource
  void sameSeedGivesTheSameResult(Distance distance) {
    double[] reference = Samples.repeated(Samples.of(1, 2, 3), 40, 30, 30);
    double[] current = Samples.repeated(Samples.of(1, 2, 3), 30, 20, 40);
    FittedUnivariateTest test = KS.with(distance).fit(reference);
    Tested one = assertInstanceOf(Tested.class, test.test(current, 1));
    Tested two = assertInstanceOf(Tested.class, test.test(current, 1));
    assertEquals(one.pValue(), two.pValue());
    assertNotEquals(
        List.of(one.pValue()),
        IntStream.range(2, 6)
            .mapToObj(seed -> ((Tested) test.test(current, seed)).pValue())
            .distinct()
            .toList());
    assertTrue(one.elapsed().compareTo(Duration.ZERO) > 0);
  }

  @ParameterizedTest
  @EnumSource
  void shiftIsFound(Distance distance) {
    double[] current = Arrays.stream(Samples.noise(100, 2)).map(v -> v + 1).toArray();
    assertTrue(test(distance, Samples.noise(200, 1), current).reject(0.01));
  }

  @ParameterizedTest
  @EnumSource
  void statisticAloneIsThatOfTheTest(Distance distance) {
    FittedUnivariateTest test = KS.with(distance).fit(Samples.sineReference(1));
    Tested result = assertInstanceOf(Tested.class, test.test(Samples.sineCurrent(1), 1));
    assertEquals(result.statistic(), test.statistic(Samples.sineCurrent(1)));
  }

  @Test
  void outlierOfTheReferenceChangesNothingElse() {
    double[] reference = Samples.noise(100, 1);
    double[] current = Arrays.stream(Samples.noise(100, 2)).map(v -> v + 1).toArray();
    double before = test(KS, reference, current).statistic();
    reference[7] = 1e5;
    assertEquals(before, test(KS, reference, current).statistic(), 0.0100001);
    assertTrue(before > 0.3);
  }

  @Test
  void offsetsCostNothing() {
    double[] reference = Samples.repeated(Samples.of(0, .5, 1), 30, 30, 30);
    double[] current = Samples.repeated(Samples.of(0, .5, 1), 20, 30, 40);
    for (Distance distance : Distance.values()) {
      Tested near = test(distance, reference, current);
      Tested far =
          test(
              distance,
              Arrays.stream(reference).map(v -> v + 1e9).toArray(),
              Arrays.stream(current).map(v -> v + 1e9).toArray());
      assertEquals(near.statistic(), far.statistic());
      assertEquals(near.pValue(), far.pValue());
    }
  }

  @Test
  void emptySamplesAreInsufficient() {
    TestResult noCurrent = KS.fit(Samples.of(1, 2)).test(Samples.of(), 0);
    assertEquals(new InsufficientData("kolmogorov-smirnov", "no values", 2, 0), noCurrent);
    assertInstanceOf(InsufficientData.class, KS.fit(Samples.of()).test(Samples.of(1), 0));
    Thrown.assertRefused(() -> KS.fit(Samples.of(1)).statistic(Samples.of()), "current", "got 0");
    Thrown.assertRefused(() -> KS.fit(Samples.of()).statistic(Samples.of(1)), "reference");
  }

  @Test
  void blocksTooLongForTheSamplesAreInsufficient() {
    UnivariateTest test = KS.with(Dependence.blocks(50));
    InsufficientData result =
        assertInstanceOf(
            InsufficientData.class, test.fit(Samples.noise(150, 1)).test(Samples.noise(60, 2), 0));
    assertTrue(result.reason().contains("50 rows are too long"), result::reason);
    assertInstanceOf(Tested.class, test.fit(Samples.noise(300, 1)).test(Samples.noise(300, 2), 0));
  }

  @Test
  void samplesAreLeftAsTheyAre() {
    double[] reference = {3, 1, 2};
    double[] current = {6, 5, 4};
    FittedUnivariateTest test = KS.fit(reference);
    reference[0] = 100;
    assertEquals(1, test.statistic(current));
    assertEquals(6, current[0]);
  }

  @Test
  void valuesThatAreNotFiniteAreRefused() {
    Thrown.assertRefused(() -> KS.fit(Samples.of(1, Double.NaN)), "reference", "NaN at index 1");
    Thrown.assertRefused(
        () -> KS.fit(Samples.of(1)).test(Samples.of(Double.NEGATIVE_INFINITY), 0),
        "current: finite, got -Infinity at index 0");
    Thrown.assertRefused(() -> KS.fit(Samples.of(1e250)), "below 1e250", "1.0E250 at index 0");
    Thrown.assertRefused(() -> KS.withPermutations(0), "count: at least 1, got 0");
  }

  @Test
  void dependentRowsTakenForIndependentAreNoted() {
    double[] reference = Samples.autoregressive(.9, 300, 1);
    String notes = test(KS, reference, Samples.noise(300, 2)).notes().toString();
    assertTrue(notes.contains("neighbours of the reference resemble one another"), notes);
    assertTrue(!notes.contains("the current sample"), notes);
    assertEquals(List.of(), test(KS, Samples.noise(300, 1), Samples.noise(300, 2)).notes());
  }

  @Test
  void estimatedBlocksAreReported() {
    Tested result =
        test(
            KS.with(Dependence.estimated()),
            Samples.autoregressive(.9, 1000, 1),
            Samples.noise(500, 2));
    assertTrue(result.blockLength() > 20 && result.blockLength() < 100, () -> "" + result);
    assertTrue(
        result.notes().toString().contains("block length " + result.blockLength() + " estimated"),
        () -> "" + result);
    assertEquals(PValue.PERMUTATION, result.kind());
  }

  @Test
  void estimatedBlocksOfIndependentRowsAreSingleRows() {
    Tested result =
        test(KS.with(Dependence.estimated()), Samples.noise(500, 3), Samples.noise(500, 4));
    assertEquals(1, result.blockLength());
    assertEquals(PValue.EXACT, result.kind());
  }
}
