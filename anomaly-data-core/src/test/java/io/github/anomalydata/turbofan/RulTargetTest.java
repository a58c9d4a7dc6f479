package io.github.anomalydata.turbofan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class RulTargetTest {
  private static final EngineRuns TRAIN = Fleet.train("FD001", 5, 8);
  private static final EngineRuns TEST = Fleet.test("FD001", new int[] {3, 4}, new int[] {10, 2});

  private static float[] targets(RulTarget target, EngineRuns runs, int run) {
    return target.of(Preparation.withDefaults().fit(TRAIN).apply(runs), run);
  }

  @Test
  void rawCountsDownToZeroAtTheLastCycleOfATrainingUnit() {
    assertArrayEquals(new float[] {4, 3, 2, 1, 0}, targets(RulTarget.raw(), TRAIN, 0));
  }

  @Test
  void rawCountsDownToTheRulFileAtTheLastCycleOfATestUnit() {
    assertArrayEquals(new float[] {12, 11, 10}, targets(RulTarget.raw(), TEST, 0));
  }

  @Test
  void clippedHasACeiling() {
    assertArrayEquals(
        new float[] {3, 3, 3, 3, 3, 2, 1, 0}, targets(RulTarget.clippedAt(3), TRAIN, 1));
  }

  @Test
  void piecewiseLinearInterpolatesBetweenKnotsAndIsConstantOutside() {
    RulTarget target = RulTarget.piecewiseLinear(new double[] {1, 3, 5}, new double[] {0, 1, 0.5});
    assertArrayEquals(
        new float[] {0.5f, 0.5f, 0.5f, 0.75f, 1f, 0.5f, 0f, 0f}, targets(target, TRAIN, 1));
  }

  @Test
  void clippedIsAPiecewiseLinearTarget() {
    assertArrayEquals(
        targets(RulTarget.clippedAt(4), TRAIN, 1),
        targets(RulTarget.piecewiseLinear(new double[] {0, 4}, new double[] {0, 4}), TRAIN, 1));
  }

  @Test
  void relativeGoesFromOneToZeroOverTheWholeLife() {
    assertArrayEquals(
        new float[] {1, 0.75f, 0.5f, 0.25f, 0}, targets(RulTarget.relative(), TRAIN, 0));
    assertArrayEquals(
        new float[] {1, 11 / 12f, 10 / 12f}, targets(RulTarget.relative(), TEST, 0), 1e-6f);
  }

  @Test
  void failureWithinIsOneHot() {
    RulTarget target = RulTarget.failureWithin(2);
    assertEquals(List.of("later", "within 2"), target.field().classes());
    assertArrayEquals(new float[] {1, 0, 1, 0, 1, 0, 0, 1, 0, 1}, targets(target, TRAIN, 0));
  }

  @Test
  void bucketsAreOneHotAndNamedByTheirRanges() {
    RulTarget target = RulTarget.buckets(1, 3);
    assertEquals(List.of("0-0", "1-2", "3+"), target.field().classes());
    assertArrayEquals(
        new float[] {0, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 0}, targets(target, TRAIN, 0));
  }

  /** A training unit whose sensors follow a curve of the cycle, with noise. */
  private static EngineRuns curve(int length, double noise, IntToDoubleFunction curve) {
    Random random = new Random(length);
    RunTable.Builder builder = new RunTable.Builder(16);
    builder.beginUnit(1);
    for (int cycle = 1; cycle <= length; cycle++) {
      double[][] columns = builder.room();
      for (Channel channel : Channel.sensors()) {
        double sign = channel.ordinal() % 2 == 0 ? 1 : -1;
        columns[channel.ordinal()][builder.rows()] =
            500 + sign * curve.applyAsDouble(cycle) + noise * random.nextGaussian();
      }
      builder.endRow();
    }
    RunTable table = builder.build("memory");
    return EngineRuns.of(
        new ArrayList<>(List.of(new EngineRun("F/train/1", 1, true, table, 0, length, 0))));
  }

  private static PreparedRuns prepared(EngineRuns runs) {
    return Preparation.withDefaults().fit(runs).apply(runs);
  }

  @Test
  void theOnsetOfABrokenLineIsFoundExactly() {
    for (int onset : new int[] {5, 40, 97, 185}) {
      PreparedRuns runs = prepared(curve(200, 0, t -> Math.max(0, t - onset)));
      assertEquals(OptionalInt.of(onset), DegradationOnset.withDefaults().find(runs, 0));
    }
  }

  @Test
  void theOnsetIsFoundInNoise() {
    PreparedRuns runs = prepared(curve(300, 8, t -> 0.5 * Math.max(0, t - 180)));
    int found = DegradationOnset.withDefaults().find(runs, 0).orElseThrow();
    assertEquals(180, found, 10);
  }

  @Test
  void aUnitOfPureNoiseShowsNoOnset() {
    PreparedRuns runs = prepared(curve(100, 1, t -> 0));
    assertEquals(OptionalInt.empty(), DegradationOnset.withDefaults().find(runs, 0));
  }

  @Test
  void aUnitShorterThanBothPhasesShowsNoOnset() {
    PreparedRuns runs = prepared(curve(9, 0, t -> t));
    assertEquals(OptionalInt.empty(), DegradationOnset.withDefaults().find(runs, 0));
    assertTrue(DegradationOnset.withDefaults().withMinimumPhase(2).find(runs, 0).isPresent());
  }

  @Test
  void theOnsetIsTheGreatestShareOfVarianceOfADirectFit() {
    PreparedRuns runs = prepared(curve(60, 3, t -> 0.02 * t * t));
    float[] y = runs.values(0, 0);
    int best = 0;
    double least = Double.POSITIVE_INFINITY;
    // All channels but for noise and sign are alike: the direct fit of their mean must agree well.
    for (int s = 5; s <= 55; s++) {
      double squares = 0;
      for (int c = 0; c < runs.channelNames().size(); c++) {
        squares += residual(runs.values(c, 0), s) / variation(runs.values(c, 0));
      }
      if (squares < least) {
        least = squares;
        best = s;
      }
    }
    assertEquals(60, y.length);
    assertEquals(OptionalInt.of(best), DegradationOnset.withDefaults().find(runs, 0));
  }

  private static double variation(float[] y) {
    double mean = 0;
    for (float v : y) {
      mean += v / (double) y.length;
    }
    double sum = 0;
    for (float v : y) {
      sum += (v - mean) * (v - mean);
    }
    return sum;
  }

  /** The residual sum of squares of y = a + b * max(0, t - s), by the normal equations. */
  private static double residual(float[] y, int s) {
    int n = y.length;
    double h = 0;
    double hh = 0;
    double sy = 0;
    double hy = 0;
    for (int i = 0; i < n; i++) {
      double hinge = Math.max(0, i + 1 - s);
      h += hinge;
      hh += hinge * hinge;
      sy += y[i];
      hy += hinge * y[i];
    }
    double b = (n * hy - h * sy) / (n * hh - h * h);
    double a = (sy - b * h) / n;
    double sum = 0;
    for (int i = 0; i < n; i++) {
      double d = y[i] - a - b * Math.max(0, i + 1 - s);
      sum += d * d;
    }
    return sum;
  }

  @Test
  void targetsFromTheOnsetFollowIt() {
    PreparedRuns runs = prepared(curve(20, 0, t -> Math.max(0, t - 12)));
    float[] rul = RulTarget.clippedAtOnset(DegradationOnset.withDefaults()).of(runs, 0);
    float[] degraded = RulTarget.degraded(DegradationOnset.withDefaults()).of(runs, 0);
    for (int cycle = 1; cycle <= 20; cycle++) {
      assertEquals(Math.min(8, 20 - cycle), rul[cycle - 1]);
      assertEquals(cycle <= 12 ? 1f : 0f, degraded[2 * (cycle - 1)]);
      assertEquals(cycle <= 12 ? 0f : 1f, degraded[2 * (cycle - 1) + 1]);
    }
  }

  @Test
  void aHealthyUnitKeepsTheLifeOfItsLastCycle() {
    PreparedRuns runs = prepared(curve(100, 1, t -> 0));
    float[] rul = RulTarget.clippedAtOnset(DegradationOnset.withDefaults()).of(runs, 0);
    assertEquals(0f, rul[50]);
    float[] degraded = RulTarget.degraded(DegradationOnset.withDefaults()).of(runs, 0);
    assertEquals(1f, degraded[198]);
  }

  @Test
  void valuesOutOfRangeAreRefusedByName() {
    assertRefused("cap", () -> RulTarget.clippedAt(0));
    assertRefused("cap", () -> RulTarget.clippedAt(Double.NaN));
    assertRefused("cycles", () -> RulTarget.failureWithin(0));
    assertRefused("edges", () -> RulTarget.buckets());
    assertRefused("edges", () -> RulTarget.buckets(0));
    assertRefused("edges", () -> RulTarget.buckets(5, 5));
    assertRefused("ruls", () -> RulTarget.piecewiseLinear(new double[0], new double[0]));
    assertRefused("ruls", () -> RulTarget.piecewiseLinear(new double[] {2, 1}, new double[2]));
    assertRefused("ruls", () -> RulTarget.piecewiseLinear(new double[] {1}, new double[2]));
    assertRefused("minimumPhase", () -> DegradationOnset.withDefaults().withMinimumPhase(1));
    assertRefused("minimumShare", () -> DegradationOnset.withDefaults().withMinimumShare(2));
  }

  private static void assertRefused(String name, Executable call) {
    String message = assertThrows(IllegalArgumentException.class, call).getMessage();
    assertTrue(message.startsWith(name), message);
  }
}
