package io.github.anomalydata.drift;

import static io.github.anomalydata.drift.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.drift.Decision.Outcome;
import io.github.anomalydata.drift.Finding.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.factory.Nd4j;

class DriftDetectorTest {
  private static final DriftDetector DETECTOR =
      DriftDetector.withDefaults().withPermutations(199).with(DecisionPolicy.atLevel(0.01));
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private static double[][] latents(int rows, int columns, double shift, long seed) {
    double[] noise = Samples.noise(rows * columns, seed);
    double[][] latents = new double[rows][columns];
    for (int i = 0; i < noise.length; i++) {
      latents[i / columns][i % columns] = noise[i] + shift;
    }
    return latents;
  }

  private static double[] scores(int rows, double shift, long seed) {
    return Arrays.stream(Samples.noise(rows, seed)).map(value -> value + shift).toArray();
  }

  private static MixedTable table(int rows, double shift, String mode, long seed) {
    return MixedTable.empty()
        .withNumbers("pressure", scores(rows, shift, seed))
        .withNumbers("speed", scores(rows, 0, seed + 1))
        .withLabels("mode", Collections.nCopies(rows, mode));
  }

  private static DriftSample sample(int rows, long seed) {
    return DriftSample.of(latents(rows, 3, 0, seed), scores(rows, 0, seed + 100))
        .withFeatures(table(rows, 0, "run", seed + 200));
  }

  private static final FittedDriftDetector FITTED = DETECTOR.fit(sample(120, 1));

  private static DriftSample shifted(double latents, double scores, double pressure) {
    return DriftSample.of(latents(60, 3, latents, 51), scores(60, scores, 52))
        .withFeatures(table(60, pressure, "run", 53));
  }

  private static List<String> subjects(Decision decision) {
    return decision.reasons().stream().map(Finding::subject).distinct().toList();
  }

  @Test
  void noDriftIsNoReasonToRetrain() {
    Decision decision = FITTED.decide(sample(60, 1000), 7);
    assertEquals(Outcome.NO_DRIFT, decision.outcome());
    assertFalse(decision.shouldRetrain());
    assertEquals(List.of(), decision.reasons());
    assertEquals(7, decision.findings().size());
  }

  @Test
  void driftOfEachPartIsAReasonToRetrain() {
    assertEquals(List.of("latents"), subjects(FITTED.decide(shifted(1, 0, 0), 7)));
    assertEquals(List.of("scores"), subjects(FITTED.decide(shifted(0, 1, 0), 7)));
    assertEquals(List.of("pressure"), subjects(FITTED.decide(shifted(0, 0, 1), 7)));
    assertEquals(
        List.of("latents", "scores", "pressure"), subjects(FITTED.decide(shifted(1, 1, 1), 7)));
  }

  @Test
  void reasonsCarryStatisticPValuesEffectIntervalAndRule() {
    Decision decision = FITTED.decide(shifted(0, 1, 0), 7);
    Finding shift =
        decision.reasons().stream()
            .filter(reason -> reason.measure() == Measure.SCORE_SHIFT)
            .findFirst()
            .orElseThrow();
    ScoreDrift.Change alone = FITTED.scoreDrift(scores(60, 1, 52), 7).shift();
    TestResult.Tested tested = assertInstanceOf(TestResult.Tested.class, alone.result());
    assertEquals(tested.statistic(), shift.statistic());
    assertEquals(tested.pValue(), shift.pValue().orElseThrow());
    assertTrue(shift.adjustedPValue().orElseThrow() >= tested.pValue());
    assertEquals(tested.effectSize(), shift.effectSize());
    assertEquals(alone.interval(), shift.interval());
    assertEquals(Verdict.DRIFT, shift.verdict());
    assertEquals("adjusted p 0.00500 <= 0.01", shift.rule());
    assertEquals(199, decision.permutations());
  }

  @Test
  void effectsBelowTheFloorDoNotCount() {
    DecisionPolicy.Calibrated policy =
        DecisionPolicy.atLevel(0.01)
            .withFloor(Measure.SCORE_DISTRIBUTION, 0.9)
            .withFloor(Measure.SCORE_SHIFT, 2);
    FittedDriftDetector detector = DETECTOR.with(policy).fit(sample(120, 1));
    Decision decision = detector.decide(shifted(0, 1, 0), 7);
    assertEquals(Outcome.NO_DRIFT, decision.outcome());
    Finding shift = decision.findings().get(2);
    assertEquals(Verdict.BELOW_FLOOR, shift.verdict());
    assertTrue(
        shift.rule().matches("adjusted p 0.00500 <= 0.01 and effect .* < 2.0"), shift.rule());
    assertEquals(List.of("scores"), subjects(detector.decide(shifted(0, 2.5, 0), 7)));
  }

  @Test
  void floorOfASpreadIsReachedByItsInverse() {
    DecisionPolicy.Calibrated policy =
        DecisionPolicy.atLevel(0.05).withFloor(Measure.SCORE_SPREAD, 4);
    FittedDriftDetector detector =
        DETECTOR.with(policy).fit(DriftSample.empty().withScores(scores(200, 0, 1)));
    double[] narrow = Arrays.stream(scores(200, 0, 2)).map(value -> value / 4).toArray();
    assertTrue(
        detector.decide(DriftSample.empty().withScores(narrow), 7).reasons().stream()
            .anyMatch(reason -> reason.measure() == Measure.SCORE_SPREAD));
  }

  @Test
  void floorOfAFeatureIsInItsOwnUnit() {
    double[] bar = scores(200, 0, 1);
    double[] now = scores(200, 1, 2);
    DriftSample reference =
        DriftSample.empty()
            .withFeatures(
                MixedTable.empty()
                    .withNumbers("mbar", Arrays.stream(bar).map(v -> 1000 * v).toArray()));
    DriftSample current =
        DriftSample.empty()
            .withFeatures(
                MixedTable.empty()
                    .withNumbers("mbar", Arrays.stream(now).map(v -> 1000 * v).toArray()));
    DecisionPolicy.Calibrated policy = DecisionPolicy.atLevel(0.01);
    assertTrue(
        DETECTOR.with(policy.withFloor("mbar", 800)).fit(reference).decide(current, 1).isDrift());
    Decision small =
        DETECTOR.with(policy.withFloor("mbar", 1500)).fit(reference).decide(current, 1);
    assertFalse(small.isDrift());
    assertTrue(
        small.findings().get(0).rule().contains("and distance 921 < 1500.0"), small.toString());
  }

  @Test
  void driftMustLastForSoManyWindows() {
    FittedDriftDetector detector =
        DETECTOR.with(DecisionPolicy.atLevel(0.01).withWindows(2, 3)).fit(sample(120, 1));
    DecisionHistory history = DecisionHistory.none();
    List<Outcome> outcomes = new ArrayList<>();
    for (boolean drift : new boolean[] {true, false, true, false, false, true}) {
      Decision decision =
          detector.decide(drift ? shifted(1, 0, 0) : sample(60, 1000), history, NOON, 7);
      outcomes.add(decision.outcome());
      history = decision.history();
    }
    assertEquals(
        List.of(
            Outcome.WAITING,
            Outcome.NO_DRIFT,
            Outcome.RETRAIN,
            Outcome.NO_DRIFT,
            Outcome.NO_DRIFT,
            Outcome.WAITING),
        outcomes);
    assertEquals(List.of(false, false, true), history.drifted());
  }

  @Test
  void coolDownHoldsBackUntilItIsOver() {
    FittedDriftDetector detector =
        DETECTOR
            .with(DecisionPolicy.atLevel(0.01).withCoolDown(Duration.ofHours(2)))
            .fit(sample(120, 1));
    DriftSample drift = shifted(1, 0, 0);
    Decision first = detector.decide(drift, DecisionHistory.none(), NOON, 7);
    assertEquals(Outcome.RETRAIN, first.outcome());
    Decision soon = detector.decide(drift, first.history(), NOON.plus(Duration.ofMinutes(119)), 7);
    assertEquals(Outcome.COOLING_DOWN, soon.outcome());
    assertFalse(soon.shouldRetrain());
    assertEquals(first.history().retrain(), soon.history().retrain());
    assertEquals(
        Outcome.RETRAIN,
        detector.decide(drift, soon.history(), NOON.plus(Duration.ofHours(2)), 7).outcome());
  }

  @Test
  void policyThatRemembersWantsAHistory() {
    FittedDriftDetector detector =
        DETECTOR.with(DecisionPolicy.atLevel(0.01).withWindows(1, 2)).fit(sample(120, 1));
    IllegalStateException e =
        assertThrows(IllegalStateException.class, () -> detector.decide(sample(60, 2), 1));
    assertTrue(String.valueOf(e.getMessage()).contains("history"), e.getMessage());
  }

  @Test
  void windowsWithoutRowsAreInsufficientAndNotRemembered() {
    FittedDriftDetector detector = DETECTOR.fit(DriftSample.empty().withScores(scores(50, 0, 1)));
    DecisionHistory before = new DecisionHistory(List.of(true), Optional.empty());
    Decision decision =
        detector.decide(DriftSample.empty().withScores(new double[0]), before, NOON, 1);
    assertEquals(Outcome.INSUFFICIENT_DATA, decision.outcome());
    assertEquals(before, decision.history());
    assertEquals(3, decision.untested().size());
    assertEquals("no values", decision.untested().get(0).result().reason());
  }

  @Test
  void whatCannotBeTestedIsNamedBesideWhatCan() {
    FittedDriftDetector detector =
        DETECTOR.fit(DriftSample.of(latents(50, 2, 0, 1), new double[50]));
    Decision decision = detector.decide(DriftSample.of(latents(50, 2, 2, 2), new double[50]), 1);
    assertEquals(List.of("latents"), subjects(decision));
    assertEquals(
        List.of(Measure.SCORE_SHIFT, Measure.SCORE_SPREAD),
        decision.untested().stream().map(Decision.Untested::measure).toList());
  }

  @Test
  void tooFewRowsForALevelAreNoted() {
    FittedDriftDetector detector = DETECTOR.fit(DriftSample.empty().withScores(scores(4, 0, 1)));
    Decision decision = detector.decide(DriftSample.empty().withScores(scores(4, 9, 2)), 1);
    assertEquals(Outcome.NO_DRIFT, decision.outcome());
    assertTrue(
        decision
            .notes()
            .contains("8 rows have 70 splits: no p-value of one of 3 tests could be below 0.0143"),
        () -> decision.notes().toString());
  }

  @Test
  void rowsThatResembleTheirNeighboursAreNotedWhereTheyAreTakenForIndependent() {
    FittedDriftDetector detector =
        DETECTOR.fit(DriftSample.empty().withScores(Samples.autoregressive(0.95, 300, 1)));
    Decision decision =
        detector.decide(DriftSample.empty().withScores(Samples.autoregressive(0.95, 300, 2)), 1);
    assertTrue(
        decision.notes().stream().anyMatch(note -> note.startsWith("scores: rows taken for")),
        () -> decision.notes().toString());
  }

  @ParameterizedTest
  @EnumSource(Adjustment.class)
  void adjustmentsAreThoseOfThePolicy(Adjustment adjustment) {
    FittedDriftDetector detector =
        DETECTOR
            .withPermutations(4999)
            .with(DecisionPolicy.atLevel(0.01).with(adjustment))
            .fit(DriftSample.empty().withScores(scores(40, 0, 1)));
    Decision decision = detector.decide(DriftSample.empty().withScores(scores(40, 0.6, 2)), 1);
    double[] p = decision.findings().stream().mapToDouble(f -> f.pValue().orElseThrow()).toArray();
    double[] adjusted =
        decision.findings().stream().mapToDouble(f -> f.adjustedPValue().orElseThrow()).toArray();
    double[] expected =
        switch (adjustment) {
          case HOLM -> Holm.adjust(p);
          case BENJAMINI_HOCHBERG -> BenjaminiHochberg.adjust(p);
          case BENJAMINI_YEKUTIELI -> BenjaminiYekutieli.adjust(p);
          case WESTFALL_YOUNG ->
              detector.scoreDrift(scores(40, 0.6, 2), 1).changes().stream()
                  .mapToDouble(ScoreDrift.Change::adjustedPValue)
                  .toArray();
        };
    assertArrayEquals(expected, adjusted, 1e-15);
  }

  @Test
  void permutationsThatCannotReachTheLevelAreRefused() {
    DriftDetector holm =
        DETECTOR.withPermutations(199).with(DecisionPolicy.atLevel(0.01).with(Adjustment.HOLM));
    assertRefused(
        () -> holm.fit(sample(20, 1)), "permutations", "one of 7 tests", "0.01", "199", "0.035");
    holm.withPermutations(699).fit(sample(20, 1));
    assertRefused(() -> DETECTOR.withPermutations(98).fit(sample(20, 1)), "permutations", "98");
  }

  @ParameterizedTest
  @EnumSource(LatentMethod.class)
  void latentsAreComparedByEachMethod(LatentMethod method) {
    DriftResult same = FITTED.latentDrift(latents(60, 3, 0, 50), method, 7);
    DriftResult moved = FITTED.latentDrift(latents(60, 3, 1, 50), method, 7);
    assertFalse(same.reject(0.01));
    assertTrue(moved.reject(0.01));
    int tests = method == LatentMethod.MAXIMUM_MEAN_DISCREPANCY ? 1 : 3;
    assertEquals(tests, moved.columns().size());
    assertEquals(tests == 1 ? "latents" : "0", moved.columns().get(0).name());
    assertEquals(
        moved.columns().get(0).adjustedPValue(),
        FITTED
            .latentDrift(Nd4j.createFromArray(latents(60, 3, 1, 50)), method, 7)
            .columns()
            .get(0)
            .adjustedPValue());
  }

  @Test
  void latentsMayBeTestedOneByOneInADecision() {
    FittedDriftDetector detector =
        DETECTOR
            .with(LatentMethod.MAXIMUM_MEAN_DISCREPANCY, LatentMethod.KOLMOGOROV_SMIRNOV)
            .fit(DriftSample.empty().withLatents(latents(100, 3, 0, 1)));
    double[][] current = latents(100, 3, 0, 2);
    for (double[] row : current) {
      row[2] += 2;
    }
    Decision decision = detector.decide(DriftSample.empty().withLatents(current), 7);
    assertEquals(4, decision.findings().size());
    assertEquals(List.of("latents", "2"), subjects(decision));
  }

  @Test
  void scaledLatentsAreTestedAsByADiscrepancyOfScaledRows() {
    double[][] reference = latents(50, 2, 0, 1);
    double[][] current = latents(50, 2, 0.5, 2);
    for (double[][] rows : List.of(reference, current)) {
      for (double[] row : rows) {
        row[1] *= 1000;
      }
    }
    FittedDriftDetector detector =
        DETECTOR.with(Scaling.STANDARD_DEVIATION).fit(DriftSample.empty().withLatents(reference));
    TestResult.Tested alone =
        assertInstanceOf(
            TestResult.Tested.class,
            MaximumMeanDiscrepancy.withDefaults()
                .with(Scaling.STANDARD_DEVIATION)
                .withPermutations(199)
                .fit(reference)
                .test(current, 7));
    Finding finding =
        detector.decide(DriftSample.empty().withLatents(current), 7).findings().get(0);
    assertEquals(alone.statistic(), finding.statistic());
    assertEquals(alone.pValue(), finding.pValue().orElseThrow());
    DriftResult latents = detector.latentDrift(current, LatentMethod.MAXIMUM_MEAN_DISCREPANCY, 7);
    assertEquals(alone.pValue(), latents.columns().get(0).adjustedPValue());
  }

  @Test
  void featuresAloneAreTestedAsByADriftTest() {
    MixedTable now = table(60, 1, "stop", 19);
    DriftResult result = FITTED.featureDrift(now, 7);
    DriftResult same =
        DriftTest.withDefaults().withPermutations(199).fit(table(120, 0, "run", 201)).test(now, 7);
    assertEquals(
        same.columns().stream().map(DriftResult.Column::adjustedPValue).toList(),
        result.columns().stream().map(DriftResult.Column::adjustedPValue).toList());
    assertEquals(
        List.of("pressure", "mode"),
        result.drifted(0.01).stream().map(DriftResult.Column::name).toList());
  }

  @Test
  void missingValuesShareTheSplits() {
    double[] holes = scores(100, 0, 1);
    double[] now = scores(100, 0, 2);
    for (int i = 0; i < 100; i += 2) {
      now[i] = Double.NaN;
      holes[i] = i < 10 ? Double.NaN : holes[i];
    }
    FittedDriftDetector detector =
        DETECTOR
            .with(MissingValues.TEST)
            .fit(
                DriftSample.of(latents(100, 2, 0, 3), scores(100, 0, 4))
                    .withFeatures(MixedTable.empty().withNumbers("x", holes)));
    Decision decision =
        detector.decide(
            DriftSample.of(latents(100, 2, 0, 5), scores(100, 0, 6))
                .withFeatures(MixedTable.empty().withNumbers("x", now)),
            7);
    assertEquals(1, decision.reasons().size());
    assertEquals(Measure.FEATURE_MISSING, decision.reasons().get(0).measure());
  }

  @Test
  void theSameSeedDecidesTheSameOnAnyNumberOfThreads() throws Exception {
    FittedDriftDetector many =
        DETECTOR.withWorkers(ForkJoinPool.commonPool(), 3).fit(sample(120, 1));
    List<Finding> expected = FITTED.decide(shifted(0.2, 0.2, 0.2), 7).findings();
    ExecutorService executor = Executors.newFixedThreadPool(4);
    try {
      List<Callable<Decision>> calls =
          Collections.nCopies(8, () -> many.decide(shifted(0.2, 0.2, 0.2), 7));
      for (Future<Decision> decision : executor.invokeAll(calls)) {
        assertEquals(expected, decision.get().findings());
      }
    } finally {
      executor.shutdown();
    }
  }

  @Test
  void otherPartsThanTheReferenceAreRefused() {
    assertRefused(
        () -> FITTED.decide(DriftSample.empty().withScores(scores(9, 0, 1)), 1),
        "current",
        "latents, scores, features",
        "got scores");
    assertRefused(() -> DETECTOR.fit(DriftSample.empty()), "rows of the reference", "0");
    assertRefused(
        () -> DriftSample.of(latents(3, 2, 0, 1), scores(4, 0, 1)), "scores", "3 rows", "got 4");
    assertRefused(
        () -> FITTED.latentDrift(latents(9, 2, 0, 1), LatentMethod.ENERGY, 1), "3 columns", "2");
    FittedDriftDetector scores = DETECTOR.fit(DriftSample.empty().withScores(scores(9, 0, 1)));
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> scores.featureDrift(table(9, 0, "run", 1), 1));
    assertTrue(String.valueOf(e.getMessage()).contains("features"), e.getMessage());
  }

  @Test
  void floorsOfWhatIsNotMeasuredAreRefused() {
    DriftDetector detector = DETECTOR.with(DecisionPolicy.atLevel(0.01).withFloor("presure", 1));
    assertRefused(() -> detector.fit(sample(20, 1)), "presure");
  }

  @Test
  void valuesOutOfRangeAreRefused() {
    DecisionPolicy.Calibrated policy = DecisionPolicy.atLevel(0.01);
    assertRefused(() -> DecisionPolicy.atLevel(0), "alpha", "above 0");
    assertRefused(() -> policy.withWindows(3, 2), "alarms", "from 1 to 2", "3");
    assertRefused(() -> policy.withWindows(1, 0), "windows", "at least 1");
    assertRefused(() -> policy.withCoolDown(Duration.ofSeconds(-1)), "coolDown", "not negative");
    assertRefused(
        () -> policy.withFloor(Measure.SCORE_SPREAD, 0.5), "SCORE_SPREAD", "at least 1.0", "0.5");
    assertRefused(() -> policy.withFloor("x", Double.NaN), "'x'", "NaN");
    assertRefused(() -> new DecisionPolicy.Legacy(0), "shift", "above 0");
    assertRefused(() -> DETECTOR.with(new LatentMethod[0]), "choice", "at least one");
  }

  @Test
  void legacyPolicyFollowsItsFixedLimits() {
    FittedDriftDetector detector = DETECTOR.with(DecisionPolicy.legacy()).fit(sample(500, 1));
    Decision none = detector.decide(sample(500, 1000), 1);
    assertEquals(Outcome.NO_DRIFT, none.outcome());
    Finding discrepancy = none.findings().get(0);
    assertEquals(
        MaximumMeanDiscrepancy.withDefaults()
            .with(Kernel.gaussian(1.0))
            .with(Estimator.BIASED)
            .fit(latents(500, 3, 0, 1))
            .statistic(latents(500, 3, 0, 1000)),
        discrepancy.statistic());
    assertTrue(discrepancy.pValue().isEmpty() && discrepancy.interval().isEmpty());
    assertEquals(List.of("pressure"), subjects(detector.decide(legacy(0, 1, 1), 1)));
    assertEquals(List.of("scores"), subjects(detector.decide(legacy(2.2, 1, 0), 1)));
    assertEquals(List.of("scores"), subjects(detector.decide(legacy(0, 0.5, 0), 1)));
    assertEquals(
        List.of(),
        subjects(
            DETECTOR
                .with(new DecisionPolicy.Legacy(3))
                .fit(sample(500, 1))
                .decide(legacy(2.2, 1, 0), 1)));
  }

  private static DriftSample legacy(double shift, double scale, double pressure) {
    double[] scores =
        Arrays.stream(scores(500, 0, 60)).map(value -> scale * value + shift).toArray();
    return DriftSample.of(latents(500, 3, 0, 61), scores)
        .withFeatures(table(500, pressure, "run", 62));
  }

  @Test
  void legacyPolicyNamesWhatItCannotMeasure() {
    FittedDriftDetector detector =
        DETECTOR.with(DecisionPolicy.legacy()).fit(DriftSample.empty().withScores(new double[10]));
    Decision decision = detector.decide(DriftSample.empty().withScores(scores(10, 0, 1)), 1);
    assertEquals(Outcome.INSUFFICIENT_DATA, decision.outcome());
    assertEquals("the reference does not vary", decision.untested().get(0).result().reason());
  }
}
