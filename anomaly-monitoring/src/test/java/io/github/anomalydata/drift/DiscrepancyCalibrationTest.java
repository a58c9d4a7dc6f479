package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often the maximum mean discrepancy rejects at a level of 0.05. */
class DiscrepancyCalibrationTest {
  private static final MaximumMeanDiscrepancy MMD =
      MaximumMeanDiscrepancy.withDefaults().withPermutations(99);

  private static double rate(
      MaximumMeanDiscrepancy test, double phi, int length, int columns, double shift, int runs) {
    int rejections = 0;
    for (int run = 0; run < runs; run++) {
      double[][] reference = sample(phi, length, columns, 0, 2L * run);
      double[][] current = sample(phi, length, columns, shift, 2L * run + 1);
      rejections += test.fit(reference).test(current, run).reject(0.05) ? 1 : 0;
    }
    return (double) rejections / runs;
  }

  private static double[][] sample(double phi, int length, int columns, double shift, long number) {
    double[][] rows = new double[length][columns];
    for (int k = 0; k < columns; k++) {
      double[] series = Samples.autoregressive(phi, length, 1000 * number + k);
      for (int i = 0; i < length; i++) {
        rows[i][k] = series[i] + shift;
      }
    }
    return rows;
  }

  /** Of a binomial count of mean 10, 1 to 22 leave out less than one case in a thousand. */
  @ParameterizedTest
  @CsvSource({"20, 1", "30, 10"})
  void independentRowsKeepTheLevel(int length, int columns) {
    double rate = rate(MMD, 0, length, columns, 0, 200);
    assertTrue(rate >= 0.005 && rate <= 0.11, () -> "rate " + rate);
  }

  @ParameterizedTest
  @CsvSource({"30, 5"})
  void severalBandwidthsKeepTheLevel(int length, int columns) {
    double rate = rate(MMD.with(Kernel.gaussians()), 0, length, columns, 0, 200);
    assertTrue(rate >= 0.005 && rate <= 0.11, () -> "rate " + rate);
  }

  @ParameterizedTest
  @Tag("calibration")
  @CsvSource({"30, 1", "30, 2", "30, 10", "30, 50", "100, 1", "100, 2", "100, 10", "100, 50"})
  void independentRowsOfAnySizeKeepTheLevel(int length, int columns) {
    double rate = rate(MMD, 0, length, columns, 0, 2000);
    assertTrue(rate >= 0.03 && rate <= 0.07, () -> "rate " + rate);
  }

  /** Without the variance that blocks of 20 rows do not show, 0.22 of five columns are rejected. */
  @ParameterizedTest
  @CsvSource({"100, 1", "100, 5"})
  void fewDependentRowsKeepTheLevel(int length, int columns) {
    double rate = rate(MMD.with(Dependence.estimated()), 0.9, length, columns, 0, 200);
    assertTrue(rate >= 0.005 && rate <= 0.12, () -> "rate " + rate);
  }

  /** The table of the guide has longer samples too. */
  @ParameterizedTest
  @Tag("calibration")
  @CsvSource({"0.5, 100, 1", "0.5, 100, 5", "0.9, 100, 1", "0.9, 100, 5", "0.9, 300, 5"})
  void dependentRowsKeepTheLevelInEstimatedBlocks(double phi, int length, int columns) {
    double rate = rate(MMD.with(Dependence.estimated()), phi, length, columns, 0, 2000);
    assertTrue(rate >= 0.03 && rate <= 0.08, () -> "rate " + rate);
  }

  @ParameterizedTest
  @Tag("calibration")
  @CsvSource({"0.5, 500, 5, 0.5"})
  void shiftsOfAllColumnsAreFoundInEstimatedBlocks(
      double phi, int length, int columns, double shift) {
    double rate = rate(MMD.with(Dependence.estimated()), phi, length, columns, shift, 200);
    assertTrue(rate >= 0.9, () -> "rate " + rate);
  }

  /** Rates of a prototype, of 300 pairs and 199 permutations, less two standard deviations. */
  @ParameterizedTest
  @Tag("calibration")
  @CsvSource({
    "50, 2, 0.5, 1, 0.51",
    "50, 2, 1, 1, 0.99",
    "50, 2, 0, 2, 0.47",
    "100, 2, 0.5, 1, 0.86",
    "100, 2, 0, 2, 0.88",
    "100, 10, 0.5, 1, 0.66",
    "100, 10, 0, 2, 1",
    "100, 50, 0.5, 1, 0.28",
    "100, 50, 1, 1, 0.98",
    "100, 50, 0, 2, 1"
  })
  void driftIsFoundAsOftenAsByThePrototype(
      int length, int columns, double shift, double variance, double wanted) {
    int rejections = 0;
    for (int run = 0; run < 500; run++) {
      double[][] reference = sample(0, length, columns, 0, 2L * run);
      double[][] current = sample(0, length, columns, 0, 2L * run + 1);
      for (double[] row : current) {
        for (int k = 0; k < columns; k++) {
          row[k] = Math.sqrt(variance) * row[k] + (k == 0 ? shift : 0);
        }
      }
      TestResult result = MMD.withPermutations(199).fit(reference).test(current, run);
      rejections += result.reject(0.05) ? 1 : 0;
    }
    double rate = rejections / 500.0;
    double least = wanted - 2 * Math.sqrt(wanted * (1 - wanted) * (1 / 300.0 + 1 / 500.0)) - 0.01;
    assertTrue(rate >= least, () -> "rate " + rate + ", wanted " + wanted);
  }
}
