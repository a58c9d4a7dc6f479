package io.github.anomalydata.drift;

import static io.github.anomalydata.drift.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.drift.ScoreDrift.Change;
import io.github.anomalydata.drift.TestResult.InsufficientData;
import io.github.anomalydata.drift.TestResult.Tested;
import java.util.Arrays;
import java.util.concurrent.ForkJoinPool;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;

class ScoreTestTest {
  private static final ScoreTest TEST = ScoreTest.withDefaults().withPermutations(199);

  private static double[] noise(int length, long seed, DoubleUnaryOperator change) {
    return Arrays.stream(Samples.noise(length, seed)).map(change).toArray();
  }

  private static Tested tested(Change change) {
    return assertInstanceOf(Tested.class, change.result());
  }

  private static Interval interval(Change change) {
    return change.interval().orElseThrow();
  }

  @Test
  void shiftIsTheDifferenceOfMeansInStandardDeviationsOfTheReference() {
    ScoreDrift drift = TEST.fit(new double[] {1, 2, 3, 4, 5}).test(new double[] {5, 6, 7}, 1);
    Tested shift = tested(drift.shift());
    assertEquals("mean-shift", shift.test());
    assertEquals(3 / Math.sqrt(2.5), shift.effectSize(), 1e-15);
    assertEquals(3 / Math.sqrt(2.5 / 5 + 1 / 3.0), shift.statistic(), 1e-12);
  }

  @Test
  void spreadIsTheRatioOfVariances() {
    ScoreDrift drift = TEST.fit(new double[] {1, 2, 3, 4, 5}).test(new double[] {2, 6, 10}, 1);
    assertEquals(16 / 2.5, tested(drift.spread()).effectSize(), 1e-12);
  }

  @Test
  void exceedanceIsTheDifferenceOfSharesAboveTheThreshold() {
    double[] reference = new double[80];
    Arrays.fill(reference, 0, 48, 1);
    double[] current = new double[70];
    Arrays.fill(current, 0, 56, 1);
    Change change =
        TEST.withThreshold(0.5).fit(reference).test(current, 1).exceedance().orElseThrow();
    assertEquals(0.2, tested(change).effectSize(), 1e-15);
    // Newcombe, 1998, table II, column (a), method 10.
    assertEquals(0.0524, interval(change).lower(), 5e-5);
    assertEquals(0.3339, interval(change).upper(), 5e-5);
  }

  @Test
  void scoreAtTheThresholdIsNotAboveIt() {
    double[] scores = {1, 2, 2, 3};
    Change change =
        TEST.withThreshold(2).fit(scores).test(new double[] {2, 2}, 1).exceedance().orElseThrow();
    assertEquals(-0.25, tested(change).effectSize());
  }

  @Test
  void noThresholdMeansNoExceedance() {
    assertTrue(TEST.fit(Samples.noise(9, 1)).test(Samples.noise(9, 2), 1).exceedance().isEmpty());
  }

  @Test
  void eachChangeIsFoundByItsTest() {
    FittedScoreTest test = TEST.withThreshold(2).fit(Samples.noise(300, 1));
    ScoreDrift shifted = test.test(noise(200, 2, x -> x + 0.5), 1);
    assertTrue(shifted.shift().reject(0.01) && shifted.distribution().reject(0.01));
    assertFalse(shifted.spread().reject(0.05));
    ScoreDrift wider = test.test(noise(200, 3, x -> 2 * x), 1);
    assertTrue(wider.spread().reject(0.01) && wider.exceedance().orElseThrow().reject(0.01));
    assertFalse(wider.shift().reject(0.05));
    assertFalse(test.test(Samples.noise(200, 4), 1).reject(0.05));
  }

  @Test
  void adjustedPValuesAreNotBelowTheirOwn() {
    ScoreDrift drift =
        TEST.withThreshold(1).fit(Samples.noise(60, 1)).test(noise(40, 2, x -> x + 0.4), 1);
    for (Change change : drift.changes()) {
      assertTrue(change.adjustedPValue() >= tested(change).pValue());
    }
    assertEquals(4, drift.changes().size());
  }

  @Test
  void logarithmicScaleMakesShiftsOfFactors() {
    double[] reference = noise(100, 1, Math::exp);
    double[] current = noise(100, 2, x -> 3 * Math.exp(x));
    ScoreDrift drift = TEST.with(ScoreScale.LOGARITHMIC).fit(reference).test(current, 1);
    ScoreDrift logs =
        TEST.fit(Arrays.stream(reference).map(Math::log).toArray())
            .test(Arrays.stream(current).map(Math::log).toArray(), 1);
    assertEquals(tested(logs.shift()).effectSize(), tested(drift.shift()).effectSize(), 1e-12);
    assertEquals(tested(logs.distribution()).statistic(), tested(drift.distribution()).statistic());
  }

  @Test
  void logarithmicScaleRefusesScoresThatAreNotAboveZero() {
    ScoreTest test = TEST.with(ScoreScale.LOGARITHMIC);
    assertRefused(() -> test.fit(new double[] {1, 0}), "reference", "above 0", "0.0 at index 1");
    FittedScoreTest fitted = test.fit(new double[] {1, 2});
    assertRefused(() -> fitted.test(new double[] {-1}, 1), "current", "above 0", "-1.0");
  }

  @Test
  void referenceThatDoesNotVaryHasNeitherShiftNorSpread() {
    ScoreDrift drift =
        TEST.withThreshold(0.5).fit(new double[] {1, 1, 1, 1}).test(new double[] {1, 1, 0}, 1);
    for (Change change : new Change[] {drift.shift(), drift.spread()}) {
      InsufficientData data = assertInstanceOf(InsufficientData.class, change.result());
      assertEquals("the reference does not vary", data.reason());
      assertFalse(change.reject(0.5));
    }
    assertEquals(1 / 3.0, tested(drift.distribution()).statistic(), 1e-15);
    assertEquals(-1 / 3.0, tested(drift.exceedance().orElseThrow()).effectSize(), 1e-15);
  }

  @Test
  void equalConstantsAreNoDrift() {
    ScoreDrift drift = TEST.fit(new double[] {3, 3, 3}).test(new double[] {3, 3}, 1);
    assertEquals(1, tested(drift.distribution()).pValue());
    assertFalse(drift.reject(0.9));
  }

  @Test
  void scoresThatNoLongerVaryAreFoundAndHaveNoIntervalOfTheRatio() {
    ScoreDrift drift = TEST.fit(Samples.noise(100, 1)).test(new double[50], 1);
    assertTrue(drift.spread().reject(0.01));
    assertEquals(0, tested(drift.spread()).effectSize());
    assertTrue(drift.spread().interval().isEmpty());
    assertTrue(drift.spread().standardError().isEmpty());
  }

  @Test
  void singleScoresAndNoneAreTooFew() {
    ScoreDrift one = TEST.fit(Samples.noise(30, 1)).test(new double[] {9}, 1);
    assertEquals(
        "fewer than 2 values",
        assertInstanceOf(InsufficientData.class, one.shift().result()).reason());
    assertEquals(31, tested(one.distribution()).permutations());
    ScoreDrift none = TEST.withThreshold(1).fit(Samples.noise(30, 1)).test(new double[0], 1);
    for (Change change : none.changes()) {
      assertEquals("no values", assertInstanceOf(InsufficientData.class, change.result()).reason());
    }
    assertFalse(none.reject(0.9));
  }

  @Test
  void intervalOfTheShiftHoldsItInNineteenOfTwentyCases() {
    assertTrue(coverage(0, Dependence.independent()) > 0.92);
  }

  @Test
  void blocksKeepTheIntervalOfDependentScoresHonest() {
    double independent = coverage(0.8, Dependence.independent());
    double blocks = coverage(0.8, Dependence.estimated());
    assertTrue(independent < 0.75, () -> "independent " + independent);
    assertTrue(blocks > 0.88, () -> "blocks " + blocks);
  }

  /** Of pairs without drift, how often the interval has the shift of 0. */
  private static double coverage(double phi, Dependence dependence) {
    int covered = 0;
    for (int run = 0; run < 300; run++) {
      ScoreDrift drift =
          TEST.withPermutations(19)
              .with(dependence)
              .fit(Samples.autoregressive(phi, 500, 2L * run))
              .test(Samples.autoregressive(phi, 400, 2L * run + 1), 1);
      covered += interval(drift.shift()).contains(0) ? 1 : 0;
    }
    return covered / 300.0;
  }

  @Test
  void effectiveSizesTellHowManyIndependentScoresThereAre() {
    ScoreDrift drift =
        TEST.with(Dependence.estimated())
            .fit(Samples.autoregressive(0.9, 1000, 1))
            .test(Samples.noise(500, 2), 1);
    assertTrue(drift.referenceEffectiveSize() < 150, () -> "" + drift.referenceEffectiveSize());
    assertTrue(drift.currentEffectiveSize() > 400, () -> "" + drift.currentEffectiveSize());
    assertTrue(drift.tests().blockLength() > 10);
  }

  @Test
  void threadsAndKindsOfArraysDoNotChangeTheResult() {
    double[] reference = Samples.noise(64, 1);
    double[] current = Samples.noise(32, 2);
    ScoreTest test = TEST.withThreshold(1);
    ScoreDrift one = test.fit(reference).test(current, 5);
    ScoreDrift many =
        test.withWorkers(ForkJoinPool.commonPool(), 3)
            .fit(Nd4j.createFromArray(reference))
            .test(Nd4j.createFromArray(current).reshape(32, 1), 5);
    for (int i = 0; i < 4; i++) {
      assertEquals(tested(one.changes().get(i)).pValue(), tested(many.changes().get(i)).pValue());
      assertEquals(one.changes().get(i).interval(), many.changes().get(i).interval());
    }
  }

  @Test
  void scoresOfAnyMagnitudeAreTestedAlike() {
    double[] reference = Samples.noise(64, 1);
    double[] current = noise(32, 2, x -> 1.5 * x + 0.5);
    ScoreDrift drift = TEST.fit(reference).test(current, 5);
    for (double unit : new double[] {0x1p-700, 0x1p800}) {
      ScoreDrift other =
          TEST.fit(Arrays.stream(reference).map(x -> unit * x).toArray())
              .test(Arrays.stream(current).map(x -> unit * x).toArray(), 5);
      for (int i = 0; i < 3; i++) {
        Tested expected = tested(drift.changes().get(i));
        Tested actual = tested(other.changes().get(i));
        assertEquals(expected.pValue(), actual.pValue());
        assertEquals(expected.statistic(), actual.statistic(), 1e-12);
        assertEquals(expected.effectSize(), actual.effectSize(), 1e-12);
      }
    }
  }

  @Test
  void badValuesAreRefused() {
    assertRefused(() -> TEST.fit(new double[] {1, Double.NaN}), "reference", "finite", "index 1");
    assertRefused(() -> TEST.withThreshold(Double.NaN), "threshold", "finite", "NaN");
    assertRefused(() -> TEST.withPermutations(0), "count", "at least 1", "0");
    assertRefused(() -> TEST.withWorkers(Runnable::run, 0), "workers", "at least 1", "0");
  }
}
