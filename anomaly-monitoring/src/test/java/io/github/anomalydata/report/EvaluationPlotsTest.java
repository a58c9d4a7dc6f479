package io.github.anomalydata.report;

import static io.github.anomalydata.report.Thrown.assertThrown;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Plots of scores and of predicted lives. */
final class EvaluationPlotsTest {
  private static final ScorePlots SCORES =
      ScorePlots.of(new double[] {0.1, 0.4, 0.35, 0.8}, new boolean[] {false, false, true, true});

  private static double[] values(Chart chart, int series) {
    return chart.series().get(series).values();
  }

  @Test
  void rocGoesThroughItsThresholds() {
    Chart chart = SCORES.roc();
    assertArrayEquals(new double[] {0, 0, 0.5, 0.5, 1}, chart.places());
    assertArrayEquals(new double[] {0, 0.5, 0.5, 1, 1}, values(chart, 0));
    assertArrayEquals(chart.places(), values(chart, 1));
    assertTrue(chart.description().startsWith("The area under the curve is 0.750"));
  }

  @Test
  void precisionIsDrawnOverRecall() {
    Chart chart = SCORES.precisionRecall();
    assertArrayEquals(new double[] {0.5, 0.5, 1, 1}, chart.places());
    assertArrayEquals(new double[] {1, 0.5, 2 / 3.0, 0.5}, values(chart, 0), 1e-12);
    assertEquals(0.5, chart.limits().get(0).value());
    assertTrue(chart.description().contains("average precision is 0.833"), chart::description);
    assertTrue(chart.description().contains("threshold 0.35"), chart::description);
  }

  @Test
  void longCurvesAreThinnedFromEndToEnd() {
    SplittableRandom random = new SplittableRandom(1);
    double[] scores = new double[2000];
    boolean[] anomalous = new boolean[2000];
    Arrays.setAll(scores, i -> random.nextDouble());
    for (int i = 0; i < 500; i++) {
      anomalous[i] = true;
    }
    Chart chart = ScorePlots.of(scores, anomalous).roc();
    assertEquals(400, chart.places().length);
    assertEquals(0, chart.places()[0]);
    assertEquals(1, chart.places()[399]);
  }

  @Test
  void scoresOfBothKindsShareTheirBins() {
    Chart chart = SCORES.histograms();
    assertEquals("normal", chart.series().get(0).name());
    assertEquals("anomaly", chart.series().get(1).name());
    assertTrue(chart.description().startsWith("Median of normal 0.25,"), chart::description);
  }

  @Test
  void scoresOfOneKindAreRefused() {
    assertThrown(
        IllegalArgumentException.class,
        () -> ScorePlots.of(new double[] {1, 2}, new boolean[2]),
        "positive");
    assertThrown(
        IllegalArgumentException.class,
        () -> ScorePlots.of(new double[] {1, Double.NaN}, new boolean[] {true, false}),
        "NaN");
    assertThrown(
        IllegalArgumentException.class,
        () ->
            ScorePlots.of(new double[] {1, Double.POSITIVE_INFINITY}, new boolean[] {true, false}),
        "scores",
        "Infinity");
  }

  @Test
  void livesAreInTheOrderOfTheTruth() {
    RulPlots plots = RulPlots.of(new double[] {30, 12, 20}, new double[] {25, 10, 25});
    Chart chart = plots.predictedAgainstTrue();
    assertArrayEquals(new double[] {10, 25, 25}, chart.places());
    assertArrayEquals(chart.places(), values(chart, 0));
    assertArrayEquals(new double[] {12, 30, 20}, values(chart, 1));
    assertTrue(chart.description().startsWith("2 of 3 predictions are above"));
    assertTrue(plots.errors().description().startsWith("Median 2, from −5 to 5."));
  }

  @Test
  void livesThatDoNotFitAreRefused() {
    assertThrown(
        IllegalArgumentException.class, () -> RulPlots.of(new double[0], new double[0]), "actual");
    assertThrown(
        IllegalArgumentException.class,
        () -> RulPlots.of(new double[1], new double[2]),
        "predicted: 2");
    assertThrown(
        IllegalArgumentException.class,
        () -> RulPlots.of(new double[] {1, Double.NaN}, new double[2]),
        "predicted",
        "NaN at 1");
  }

  @Test
  void histogramCountsEveryValueOnce() {
    Chart chart = Histogram.of("h", "x", 1, 2, 3, 4, 5, 6, 1e9, Double.NaN);
    assertEquals(7, Arrays.stream(values(chart, 0)).sum());
    assertTrue(chart.description().endsWith("The end bins hold 1 values beyond."));
    assertThrown(
        IllegalArgumentException.class, () -> Histogram.of("h", "x", Double.NaN), "finite values");
  }
}
