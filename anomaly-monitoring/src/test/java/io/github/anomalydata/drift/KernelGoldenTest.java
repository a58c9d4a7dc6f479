package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbers of scikit-learn, from a file that {@code compat/golden/mmd.py} makes. */
class KernelGoldenTest {
  private static List<String> lines() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(KernelGoldenTest.class.getResourceAsStream("kernels.txt")),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  private static Kernel kernel(String name) {
    return switch (name) {
      case "gaussian" -> Kernel.gaussian(0.7);
      case "gaussians" -> Kernel.gaussian(0.1, 2);
      case "median" -> Kernel.gaussian();
      case "laplacian" -> Kernel.laplacian(0.3);
      case "rational" -> Kernel.rationalQuadratic(0.5, 1.5);
      case "polynomial" -> Kernel.polynomial(3, 0.2, 1);
      case "linear" -> Kernel.linear();
      default -> throw new AssertionError(name);
    };
  }

  private static double[][] rows(int rows, int columns, long start, double scale, double shift) {
    double[][] values = new double[rows][columns];
    long state = start;
    for (double[] row : values) {
      for (int k = 0; k < columns; k++) {
        state = (1664525 * state + 1013904223) % (1L << 32);
        row[k] = scale * (state / 0x1p31 - 1) + shift;
      }
    }
    return values;
  }

  @ParameterizedTest
  @MethodSource("lines")
  void kernelsAndDiscrepanciesAreThoseOfScikitLearn(String line) {
    Map<String, String> cells = new HashMap<>();
    for (String cell : line.split("[ \t]")) {
      cells.put(cell.split("=")[0], cell.split("=")[1]);
    }
    Kernel kernel = kernel(cells.get("kernel"));
    int d = Integer.parseInt(cells.get("d"));
    double[][] x = rows(Integer.parseInt(cells.get("n")), d, 12345, 1, 0);
    double[][] y = rows(Integer.parseInt(cells.get("m")), d, 54321, 1.5, 0.2);
    double[][] matrix = kernel.matrix(x, y);
    double sum = Arrays.stream(matrix).flatMapToDouble(Arrays::stream).sum();
    MaximumMeanDiscrepancy test = MaximumMeanDiscrepancy.withDefaults().with(kernel);

    assertEquals(x.length, matrix.length);
    assertNear(cells.get("first"), matrix[0][0], 1);
    assertNear(cells.get("sum"), sum, x.length * y.length);
    assertNear(cells.get("unbiased"), test.fit(x).statistic(y), 100);
    assertNear(cells.get("biased"), test.with(Estimator.BIASED).fit(x).statistic(y), 100);
  }

  private static void assertNear(String expected, double actual, double scale) {
    double value = Double.parseDouble(expected);
    assertEquals(value, actual, 1e-11 * Math.abs(value) + 1e-14 * scale);
  }
}
