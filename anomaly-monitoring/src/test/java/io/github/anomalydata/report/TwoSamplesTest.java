package io.github.anomalydata.report;

import static io.github.anomalydata.report.Thrown.assertThrown;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class TwoSamplesTest {
  private static double[] values(Chart chart, int series) {
    return chart.series().get(series).values();
  }

  @Test
  void histogramsHaveAnAreaOfOneOverTheSameBins() {
    Chart chart =
        TwoSamples.of("x", Reports.numbers(500, 0, 1), Reports.numbers(300, 0.5, 2)).histograms();
    double[] edges = chart.places();
    for (int series = 0; series < 2; series++) {
      double[] heights = values(chart, series);
      double area = 0;
      for (int i = 0; i + 1 < edges.length; i++) {
        area += heights[i] * (edges[i + 1] - edges[i]);
      }
      assertEquals(1, area, 1e-12);
      assertEquals(0, heights[heights.length - 1]);
    }
  }

  @Test
  void binsAreThoseOfFreedmanAndDiaconis() {
    double[] reference = new double[1000];
    Arrays.setAll(reference, i -> i / 999.0);
    // 2 * 0.5 / 10 = 0.1 wide.
    assertArrayEquals(
        new double[] {0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1},
        TwoSamples.of("x", reference, reference).histograms().places(),
        1e-12);
  }

  @Test
  void outliersAreCountedInTheLastBinAndSaid() {
    double[] reference = new double[1000];
    Arrays.setAll(reference, i -> i / 999.0);
    double[] current = reference.clone();
    current[3] = 1e6;
    Chart chart = TwoSamples.of("x", reference, current).histograms();
    double[] edges = chart.places();
    assertTrue(edges[edges.length - 1] < 4, () -> Arrays.toString(edges));
    assertEquals(0.001, values(chart, 1)[edges.length - 2] * (edges[1] - edges[0]), 1e-12);
    assertTrue(chart.description().endsWith("hold 1 values beyond."), chart::description);
  }

  @Test
  void constantValuesAreOneBin() {
    Chart chart = TwoSamples.of("x", new double[] {3, 3}, new double[] {3}).histograms();
    assertArrayEquals(new double[] {1.5, 4.5}, chart.places());
    assertEquals(
        2, TwoSamples.of("x", new double[] {0}, new double[] {0}).histograms().places().length);
  }

  @Test
  void distributionFunctionsAreExactWhereTheyAreDrawn() {
    Chart chart =
        TwoSamples.of("x", new double[] {3, 1, 2, 2}, new double[] {2, 4}).distributionFunctions();
    assertArrayEquals(new double[] {1, 2, 3, 4}, chart.places());
    assertArrayEquals(new double[] {0.25, 0.75, 1, 1}, values(chart, 0));
    assertArrayEquals(new double[] {0, 0.5, 0.5, 1}, values(chart, 1));
    assertEquals("Farthest apart, by 0.500, at 3.", chart.description());
  }

  @Test
  void distributionFunctionsOfManyValuesHave201PlacesFromTheLeastToTheGreatest() {
    double[] values = Reports.numbers(10_000, 0, 1);
    Chart chart = TwoSamples.of("x", values, values).distributionFunctions();
    assertEquals(201, chart.places().length);
    assertEquals(Arrays.stream(values).min().orElseThrow(), chart.places()[0]);
    assertEquals(Arrays.stream(values).max().orElseThrow(), chart.places()[200]);
    assertEquals(1, values(chart, 0)[200]);
  }

  @Test
  void quantilesOfAShiftAreParallelToTheDiagonal() {
    double[] reference = {1, 2, 3, 4};
    double[] current = {11, 12, 13, 14};
    Chart chart = TwoSamples.of("x", reference, current).quantiles();
    assertArrayEquals(new double[] {1.375, 2.125, 2.875, 3.625}, chart.places());
    assertArrayEquals(chart.places(), values(chart, 0));
    assertArrayEquals(new double[] {11.375, 12.125, 12.875, 13.625}, values(chart, 1));
  }

  @Test
  void currentRowsFollowThoseOfTheReference() {
    Chart chart = TwoSamples.of("x", new double[] {1, 2}, new double[] {3, Double.NaN}).overTime();
    assertArrayEquals(new double[] {0, 1, 2, 3}, chart.places());
    assertArrayEquals(new double[] {1, 2, Double.NaN, Double.NaN}, values(chart, 0));
    assertArrayEquals(new double[] {Double.NaN, Double.NaN, 3, Double.NaN}, values(chart, 1));
  }

  @Test
  void thinnedRowsKeepTheirExtremes() {
    double[] reference = Reports.numbers(10_000, 0, 1);
    reference[4321] = 99;
    reference[4322] = -99;
    Chart chart = TwoSamples.of("x", reference, reference).overTime();
    assertEquals(1200, chart.places().length);
    int peak = Arrays.binarySearch(chart.places(), 4321);
    assertEquals(99, values(chart, 0)[peak]);
    assertEquals(-99, values(chart, 0)[peak + 1]);
    assertTrue(chart.description().contains("the least and the greatest"), chart::description);
  }

  @Test
  void valuesThatAreNotFiniteAreLeftOut() {
    double[] reference = {1, Double.NaN, 2, Double.POSITIVE_INFINITY};
    Chart chart = TwoSamples.of("x", reference, new double[] {2}).distributionFunctions();
    assertArrayEquals(new double[] {1, 2}, chart.places());
    assertArrayEquals(
        new double[] {1, Double.NaN, 2, Double.NaN, Double.NaN},
        values(TwoSamples.of("x", reference, new double[] {2}).overTime(), 0));
  }

  @Test
  void sampleWithoutFiniteValuesIsRefused() {
    assertThrown(
        IllegalArgumentException.class,
        () -> TwoSamples.of("x", new double[] {1}, new double[] {Double.NaN}),
        "finite values of current",
        "0");
  }
}
