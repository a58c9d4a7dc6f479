package io.github.anomalydata.drift;

import static io.github.anomalydata.drift.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nd4j.linalg.factory.Nd4j;

/** What tells of a discrepancy beside the statistic, and estimates in linear time. */
class DiscrepancyExplanationTest {
  private static final MaximumMeanDiscrepancy MMD =
      MaximumMeanDiscrepancy.withDefaults().with(Kernel.gaussian(0.5));

  private static double[][] random(int rows, int columns, double shift, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[][] sample = new double[rows][];
    Arrays.setAll(sample, i -> random.doubles(columns).toArray());
    for (double[] row : sample) {
      row[0] += shift;
    }
    return sample;
  }

  @ParameterizedTest
  @CsvSource({"40, 30", "800, 400"})
  void witnessIsTheDifferenceOfMeanKernelValues(int n, int m) {
    double[][] x = random(n, 3, 0, 1);
    double[][] y = random(m, 3, 0.5, 2);
    double[][] before = Kernel.gaussian(0.5).matrix(y, x);
    double[][] now = Kernel.gaussian(0.5).matrix(y, y);
    double[] expected = new double[m];
    for (int i = 0; i < m; i++) {
      expected[i] =
          (Arrays.stream(now[i]).sum() - 1) / (m - 1) - Arrays.stream(before[i]).sum() / n;
    }

    assertArrayEquals(expected, MMD.fit(x).witness(y), 3e-7);
    assertArrayEquals(expected, MMD.fit(x).witness(Nd4j.create(y)), 3e-7);
  }

  @Test
  void columnThatMovedContributesMost() {
    double[][] x = random(100, 4, 0, 3);
    double[][] y = random(100, 4, 0.4, 4);
    FittedMaximumMeanDiscrepancy fitted = MMD.fit(x);

    double[] shares = fitted.contributions(y);

    assertArrayEquals(shares, fitted.contributions(Nd4j.create(y)), 1e-15);
    assertTrue(
        shares[0] > 5 * Arrays.stream(shares).skip(1).map(Math::abs).max().orElseThrow(),
        () -> Arrays.toString(shares));
    double[][] without =
        Arrays.stream(x).map(r -> Arrays.copyOfRange(r, 1, 4)).toArray(double[][]::new);
    double[][] others =
        Arrays.stream(y).map(r -> Arrays.copyOfRange(r, 1, 4)).toArray(double[][]::new);
    assertEquals(fitted.statistic(y) - MMD.fit(without).statistic(others), shares[0], 1e-15);
  }

  @Test
  void linearTimeTakesPairsOfNeighbours() {
    double[][] x = {{0}, {1}, {2}, {3}, {9}};
    double[][] y = {{1}, {1}, {2}, {5}};
    double first = k(1) + k(0) - k(1) - k(0);
    double second = k(1) + k(3) - k(3) - k(1);

    DiscrepancyEstimate estimate = MMD.fit(x).linearTime(y);

    assertEquals((first + second) / 2, estimate.value(), 1e-15);
    assertEquals(Math.abs(first - second) / 2, estimate.standardError(), 1e-15);
    assertEquals(estimate, MMD.fit(x).linearTime(Nd4j.create(y)));
  }

  private static double k(double distance) {
    return Math.exp(-0.5 * distance * distance);
  }

  @Test
  void linearTimeIsWithinItsErrorOfTheStatistic() {
    double[][] x = random(4000, 2, 0, 5);
    double[][] y = random(4000, 2, 1, 6);
    FittedMaximumMeanDiscrepancy fitted = MMD.fit(x);
    DiscrepancyEstimate estimate = fitted.linearTime(y);

    assertEquals(fitted.statistic(y), estimate.value(), 4 * estimate.standardError());
    assertTrue(estimate.standardError() < 0.02, estimate::toString);
  }

  @ParameterizedTest
  @CsvSource({"UNBIASED", "BIASED"})
  void fourierFeaturesAreWithinTheirErrorOfTheStatistic(Estimator estimator) {
    double[][] x = random(200, 3, 0, 7);
    double[][] y = random(150, 3, 0.5, 8);
    FittedMaximumMeanDiscrepancy fitted = MMD.with(estimator).fit(x);
    double expected = fitted.statistic(y);

    DiscrepancyEstimate estimate = fitted.fourier(y, 2000, 9);

    assertEquals(expected, estimate.value(), 4 * estimate.standardError());
    assertTrue(estimate.standardError() < 0.1 * expected, estimate::toString);
    assertEquals(estimate, fitted.fourier(y, 2000, 9));
    assertEquals(estimate, fitted.fourier(Nd4j.create(y), 2000, 9));
  }

  @Test
  void severalKernelsHaveNoStatisticOfTheirOwn() {
    double[][] x = random(20, 2, 0, 10);
    FittedMaximumMeanDiscrepancy fitted = MMD.with(Kernel.gaussians()).fit(x);

    assertThrows(IllegalStateException.class, () -> fitted.statistic(x));
    assertThrows(IllegalStateException.class, () -> fitted.witness(x));
    assertThrows(
        IllegalStateException.class, () -> MMD.with(Kernel.linear()).fit(x).fourier(x, 10, 1));
  }

  @Test
  void smallestOfSeveralPValuesIsCorrectedForTheChoice() {
    double[][] x = random(60, 2, 0, 11);
    double[][] y = random(50, 2, 0.25, 12);
    MaximumMeanDiscrepancy several =
        MaximumMeanDiscrepancy.withDefaults().with(Kernel.gaussians()).withPermutations(199);

    TestResult.Tested result = (TestResult.Tested) several.fit(x).test(y, 13);
    double smallest = 1;
    for (Kernel kernel : Kernel.gaussians()) {
      TestResult.Tested one = (TestResult.Tested) several.with(kernel).fit(x).test(y, 13);
      smallest = Math.min(smallest, one.pValue());
    }

    assertTrue(result.pValue() >= smallest && result.pValue() <= 5 * smallest, result::toString);
    assertTrue(result.notes().toString().contains("of 5, the most telling"), result::toString);
  }

  @Test
  void wrongValuesAreNamed() {
    double[][] x = random(3, 1, 0, 14);

    assertRefused(() -> MMD.fit(x).contributions(x), "columns", "at least 2", "1");
    assertRefused(() -> MMD.fit(x).linearTime(x), "rows of the reference", "at least 4", "3");
    assertRefused(() -> MMD.fit(x).fourier(x, 1, 1), "frequencies", "at least 2", "1");
    assertRefused(
        () -> MMD.fit(x).witness(new double[][] {{1}}), "rows of current", "at least 2", "1");
    assertRefused(() -> MMD.with(List.of()), "choice", "at least one", "[]");
  }
}
