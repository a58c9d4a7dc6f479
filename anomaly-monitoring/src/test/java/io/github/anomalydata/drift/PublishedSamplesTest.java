package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The distances that the documentation of Frouros prints of samples of NumPy's seed 31. */
class PublishedSamplesTest {
  private static double[][] sample(String name) throws IOException {
    try (InputStream file =
        Objects.requireNonNull(PublishedSamplesTest.class.getResourceAsStream("frouros.txt"))) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> line.startsWith(name + "\t"))
          .flatMap(line -> Arrays.stream(line.split("\t")).skip(1))
          .map(row -> Arrays.stream(row.split(" ")).mapToDouble(Double::parseDouble).toArray())
          .toArray(double[][]::new);
    }
  }

  private static double[] column(String name) throws IOException {
    return Arrays.stream(sample(name)).mapToDouble(row -> row[0]).toArray();
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.02146955300299805", "1, 0.05643613752975596"})
  void maximumMeanDiscrepancyOfTwoColumns(double bandwidth, double expected) throws IOException {
    double gamma = 1 / (2 * bandwidth * bandwidth);
    MaximumMeanDiscrepancy test =
        MaximumMeanDiscrepancy.withDefaults().with(Kernel.gaussian(gamma));

    TestResult result = test.fit(sample("x")).test(sample("y"), 31);

    assertEquals(expected, test.fit(sample("x")).statistic(sample("y")), 1e-15);
    assertEquals(0.001, ((TestResult.Tested) result).pValue(), 1e-15);
  }

  @Test
  void distancesOfOneColumn() throws IOException {
    UnivariateTest test = UnivariateTest.withDefaults();
    TestResult.Tested ks =
        (TestResult.Tested)
            test.with(Distance.KOLMOGOROV_SMIRNOV).fit(column("a")).test(column("b"), 31);

    assertEquals(0.55, ks.statistic(), 1e-15);
    assertEquals(3.0406585087050305e-14, ks.pValue(), 1e-25);
    assertEquals(
        1.0686078744674334,
        test.with(Distance.WASSERSTEIN).fit(column("a")).statistic(column("b")),
        1e-14);
  }
}
