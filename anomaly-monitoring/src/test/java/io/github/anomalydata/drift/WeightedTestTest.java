package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.drift.TestResult.InsufficientData;
import io.github.anomalydata.drift.TestResult.Tested;
import io.github.anomalydata.internal.NdArrays;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WeightedTestTest {
  private static final UnivariateTest WASSERSTEIN =
      UnivariateTest.withDefaults().with(Distance.WASSERSTEIN).withPermutations(99);
  private static final UnivariateTest KS = UnivariateTest.withDefaults().withPermutations(99);

  /** How long states last: from 1 to about 1000. */
  private static double[] durations(int length, long seed) {
    return Arrays.stream(Samples.noise(length, seed)).map(v -> Math.exp(v + 3)).toArray();
  }

  private static double[] ones(int length) {
    return DoubleStream.generate(() -> 1).limit(length).toArray();
  }

  @Test
  void wassersteinOfWeightsIsThatOfScipy() {
    assertEquals(
        .25,
        WASSERSTEIN
            .fit(Samples.of(0, 1), Samples.of(3, 1))
            .statistic(Samples.of(0, 1), Samples.of(2, 2)),
        1e-15);
    assertEquals(
        4.078133143804786,
        WASSERSTEIN
            .fit(Samples.of(3.4, 3.9, 7.5, 7.8), Samples.of(1.4, .9, 3.1, 7.2))
            .statistic(Samples.of(4.5, 1.4), Samples.of(3.2, 3.5)),
        1e-14);
  }

  @Test
  void kolmogorovSmirnovIsThatOfRowsRepeatedByTheirWeight() {
    double repeated =
        KS.fit(Samples.repeated(Samples.of(1, 2, 5), 3, 1, 2))
            .statistic(Samples.repeated(Samples.of(2, 3), 1, 4));
    double weighted =
        KS.fit(Samples.of(1, 2, 5), Samples.of(3, 1, 2))
            .statistic(Samples.of(2, 3), Samples.of(1, 4));
    assertEquals(repeated, weighted, 1e-15);
  }

  @ParameterizedTest
  @EnumSource(names = {"KOLMOGOROV_SMIRNOV", "WASSERSTEIN"})
  void equalWeightsOfAnyUnitAreNone(Distance distance) {
    double[] reference = Samples.repeated(Samples.of(1, 2, 3), 10, 20, 10);
    double[] current = Samples.repeated(Samples.of(1, 2, 3), 20, 5, 10);
    double[] seconds = Arrays.stream(ones(35)).map(v -> 0.1 * v).toArray();
    UnivariateTest test = KS.with(distance);
    Tested without = assertInstanceOf(Tested.class, test.fit(reference).test(current, 1));
    Tested with =
        assertInstanceOf(Tested.class, test.fit(reference, ones(40)).test(current, seconds, 1));
    assertEquals(without.statistic(), with.statistic(), 1e-14);
    assertEquals(without.pValue(), with.pValue());
    assertEquals("weighted-" + without.test(), with.test());
  }

  @ParameterizedTest
  @EnumSource(names = {"KOLMOGOROV_SMIRNOV", "WASSERSTEIN"})
  void weightsThatGoWithValuesKeepTheLevel(Distance distance) {
    int rejections = 0;
    for (int run = 0; run < 200; run++) {
      double[] a = Samples.noise(60, 2L * run);
      double[] b = Samples.noise(40, 2 * run + 1);
      FittedWeightedTest test =
          KS.with(distance).fit(a, Arrays.stream(a).map(v -> Math.exp(v / 2)).toArray());
      rejections +=
          test.test(b, Arrays.stream(b).map(v -> Math.exp(v / 2)).toArray(), run).reject(.05)
              ? 1
              : 0;
    }
    assertTrue(rejections >= 1 && rejections <= 22, rejections + " of 200");
  }

  @Test
  void shiftOfLastingStatesIsFound() {
    double[] shifted = Arrays.stream(Samples.noise(200, 2)).map(v -> v + 1).toArray();
    TestResult result =
        WASSERSTEIN
            .fit(Samples.noise(200, 1), durations(200, 3))
            .test(shifted, durations(200, 4), 1);
    assertTrue(result.reject(.05), () -> "" + result);
    Tested tested = assertInstanceOf(Tested.class, result);
    assertTrue(tested.effectSize() > .4 && tested.effectSize() < 2, () -> "" + result);
    assertTrue(tested.notes().toString().contains("weigh as much as"), () -> "" + result);
  }

  @Test
  void weightsOfOneSampleAloneAreRefused() {
    TestResult result =
        KS.fit(Samples.noise(100, 1), durations(100, 3)).test(Samples.noise(100, 2), ones(100), 1);
    InsufficientData none = assertInstanceOf(InsufficientData.class, result);
    assertTrue(none.reason().contains("weights alone tell the samples apart"), none::reason);
  }

  @Test
  void dependentRowsArePermutedInTheLongerBlocks() {
    Tested result =
        assertInstanceOf(
            Tested.class,
            WASSERSTEIN
                .with(Dependence.estimated())
                .fit(Samples.autoregressive(.9, 500, 1), ones(500))
                .test(Samples.autoregressive(.9, 500, 2), ones(500), 1));
    assertTrue(result.blockLength() > 20, () -> "" + result);
    assertInstanceOf(
        InsufficientData.class,
        WASSERSTEIN
            .with(Dependence.blocks(400))
            .fit(Samples.noise(500, 1), ones(500))
            .test(Samples.noise(500, 2), ones(500), 1));
  }

  @Test
  void scaleOfZeroIsReplacedAndNoted() {
    Tested result =
        assertInstanceOf(
            Tested.class,
            WASSERSTEIN.fit(Samples.of(1, 1, 1), ones(3)).test(Samples.of(2, 2), ones(2), 1));
    assertEquals(1, result.effectSize());
    assertTrue(result.notes().toString().contains("is 0: 1 is the scale"), () -> "" + result);
  }

  @Test
  void emptySamplesAreInsufficient() {
    assertEquals(
        new InsufficientData("weighted-wasserstein", "no values", 1, 0),
        WASSERSTEIN.fit(Samples.of(1), ones(1)).test(Samples.of(), Samples.of(), 1));
    Thrown.assertRefused(
        () -> WASSERSTEIN.fit(Samples.of(1), ones(1)).statistic(Samples.of(), Samples.of()),
        "values of current");
  }

  @Test
  void otherDistancesAndWeightsAreRefused() {
    Thrown.assertRefused(
        () -> KS.with(Distance.ENERGY).fit(Samples.of(1), ones(1)),
        "KOLMOGOROV_SMIRNOV or WASSERSTEIN",
        "got ENERGY");
    Thrown.assertRefused(() -> KS.fit(Samples.of(1), ones(2)), "each of 1 values, got 2");
    Thrown.assertRefused(() -> KS.fit(Samples.of(1, 2), Samples.of(1, 0)), "got 0.0 at index 1");
    Thrown.assertRefused(
        () -> KS.fit(Samples.of(1), ones(1)).test(Samples.of(1), Samples.of(Double.NaN), 1),
        "currentWeights: above 0 and finite, got NaN at index 0");
  }

  @Test
  void arraysOfNd4jGiveTheSame() {
    double[] a = Samples.noise(30, 1);
    double[] v = durations(30, 2);
    double[] b = Samples.noise(20, 3);
    double[] w = durations(20, 4);
    FittedWeightedTest test = WASSERSTEIN.fit(NdArrays.of(a, 30), NdArrays.of(v, 30, 1));
    assertEquals(
        WASSERSTEIN.fit(a, v).statistic(b, w),
        test.statistic(NdArrays.of(b, 20), NdArrays.of(w, 20)));
    Tested java = assertInstanceOf(Tested.class, WASSERSTEIN.fit(a, v).test(b, w, 1));
    Tested nd4j =
        assertInstanceOf(Tested.class, test.test(NdArrays.of(b, 20, 1), NdArrays.of(w, 20), 1));
    assertEquals(java.pValue(), nd4j.pValue());
  }
}
