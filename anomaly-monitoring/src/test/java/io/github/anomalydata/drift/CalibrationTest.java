package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often tests at a level of 0.05 reject, out of 200: few enough to be quick. */
class CalibrationTest {
  private static final int RUNS = 200;

  private static int rejections(UnivariateTest test, double phi, int length, double shift) {
    return rejections(test, phi, length, shift, RUNS);
  }

  private static int rejections(
      UnivariateTest test, double phi, int length, double shift, int runs) {
    int rejections = 0;
    for (int run = 0; run < runs; run++) {
      double[] reference = Samples.autoregressive(phi, length, 2L * run);
      double[] current = Samples.autoregressive(phi, length, 2L * run + 1);
      double[] shifted = Arrays.stream(current).map(value -> value + shift).toArray();
      rejections += test.fit(reference).test(shifted, run).reject(0.05) ? 1 : 0;
    }
    return rejections;
  }

  private static UnivariateTest test(Distance distance) {
    return UnivariateTest.withDefaults().with(distance).withPermutations(99);
  }

  /** Of a binomial count of mean 10, 1 to 22 leave out less than one case in a thousand. */
  private static void assertLevel(int rejections) {
    assertTrue(rejections >= 1 && rejections <= 22, () -> rejections + " of " + RUNS);
  }

  @ParameterizedTest
  @CsvSource({
    "KOLMOGOROV_SMIRNOV",
    "WASSERSTEIN",
    "CRAMER_VON_MISES",
    "ANDERSON_DARLING",
    "ENERGY",
    "KUIPER"
  })
  void independentRowsKeepTheLevel(Distance distance) {
    assertLevel(rejections(test(distance), 0, 60, 0));
  }

  @ParameterizedTest
  @CsvSource({"KOLMOGOROV_SMIRNOV, 0.5", "WASSERSTEIN, 0.5", "WASSERSTEIN, 0.9", "ENERGY, 0.9"})
  void dependentRowsKeepTheLevelInEstimatedBlocks(Distance distance, double phi) {
    UnivariateTest test = test(distance).with(Dependence.estimated());
    assertLevel(rejections(test, phi, 1000, 0));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.1", "0.9, 0.5"})
  void dependentRowsTakenForIndependentRaiseFalseAlarms(double phi, double rate) {
    int rejections = rejections(test(Distance.KOLMOGOROV_SMIRNOV), phi, 500, 0);
    assertTrue(rejections > rate * RUNS, () -> rejections + " of " + RUNS);
  }

  @ParameterizedTest
  @CsvSource({"0, 100, 0.6", "0.5, 500, 0.6", "0.9, 1000, 2"})
  void shiftsAreFoundInEstimatedBlocks(double phi, int length, double shift) {
    int rejections =
        rejections(test(Distance.WASSERSTEIN).with(Dependence.estimated()), phi, length, shift);
    assertTrue(rejections > .9 * RUNS, () -> rejections + " of " + RUNS);
  }

  /**
   * The rates of these samples, number by number, and the level within its bounds. The tables of
   * the guide are those of {@code benchmarks/calibrate}, of other samples.
   */
  @ParameterizedTest
  @Tag("calibration")
  @CsvSource({
    "KOLMOGOROV_SMIRNOV, 0, 0.0625, 0.0625",
    "WASSERSTEIN, 0, 0.0555, 0.0555",
    "ENERGY, 0, 0.0570, 0.0570",
    "KOLMOGOROV_SMIRNOV, 0.5, 0.2380, 0.0550",
    "WASSERSTEIN, 0.5, 0.2715, 0.0595",
    "ENERGY, 0.5, 0.2665, 0.0580",
    "KOLMOGOROV_SMIRNOV, 0.9, 0.7325, 0.0515",
    "WASSERSTEIN, 0.9, 0.7990, 0.0565",
    "ENERGY, 0.9, 0.7730, 0.0550",
    "KOLMOGOROV_SMIRNOV, 0.95, 0.8800, 0.0520",
    "WASSERSTEIN, 0.95, 0.9225, 0.0630",
    "ENERGY, 0.95, 0.9085, 0.0640"
  })
  void ratesOfTheseSamplesStayAsTheyAre(
      Distance distance, double phi, double independent, double estimated) {
    assertEquals(independent, rate(distance, phi, Dependence.independent()));
    assertEquals(estimated, rate(distance, phi, Dependence.estimated()));
    double most = phi == 0 ? 0.07 : 0.08;
    assertTrue(estimated >= 0.03 && estimated <= most, () -> "rate " + estimated);
  }

  private static double rate(Distance distance, double phi, Dependence dependence) {
    return rejections(test(distance).with(dependence), phi, 1000, 0, 2000) / 2000.0;
  }
}
