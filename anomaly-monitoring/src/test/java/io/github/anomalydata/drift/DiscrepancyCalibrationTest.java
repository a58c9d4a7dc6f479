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

  @ParameterizedTest
  @Tag("calibration")
  @CsvSource({"0.5, 0.08", "0.9, 0.10"})
  void dependentRowsKeepTheLevelInEstimatedBlocks(double phi, double most) {
    double rate = rate(MMD.with(Dependence.estimated()), phi, 500, 5, 0, 400);
    assertTrue(rate >= 0.02 && rate <= most, () -> "rate " + rate);
  }

  @ParameterizedTest
  @Tag("calibration")
  @CsvSource({"0.5, 500, 5, 0.5"})
  void shiftsOfAllColumnsAreFoundInEstimatedBlocks(
      double phi, int length, int columns, double shift) {
    double rate = rate(MMD.with(Dependence.estimated()), phi, length, columns, shift, 200);
    assertTrue(rate >= 0.9, () -> "rate " + rate);
  }
}
