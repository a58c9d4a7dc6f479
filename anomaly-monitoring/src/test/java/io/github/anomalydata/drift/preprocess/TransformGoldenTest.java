package io.github.anomalydata.drift.preprocess;

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

/** The numbers of scikit-learn, from a file that {@code compat/golden/preprocess.py} makes. */
class TransformGoldenTest {
  private static List<Map<String, String>> lines() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    TransformGoldenTest.class.getResourceAsStream("transforms.txt")),
                StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(TransformGoldenTest::cells)
          .toList();
    }
  }

  private static Map<String, String> cells(String line) {
    Map<String, String> cells = new HashMap<>();
    for (String cell : line.split("[ \t]")) {
      cells.put(cell.split("=")[0], cell.split("=")[1]);
    }
    return cells;
  }

  private static double[][] rows(int rows, int columns, long start, double shift) {
    double[][] values = new double[rows][columns];
    long state = start;
    for (double[] row : values) {
      for (int k = 0; k < columns; k++) {
        state = (1664525 * state + 1013904223) % (1L << 32);
        row[k] = (state / 0x1p31 - 1) * (k + 1) + shift;
      }
      row[1] += row[0];
    }
    return values;
  }

  @ParameterizedTest
  @MethodSource("lines")
  void numbersAreThoseOfScikitLearn(Map<String, String> line) {
    int n = number(line, "n");
    String name = String.valueOf(line.get("transform"));
    if (name.equals("bound")) {
      double distortion = Double.parseDouble(String.valueOf(line.get("eps")));
      assertEquals(number(line, "columns"), RandomProjection.columnsFor(n, distortion));
      return;
    }
    int columns = number(line, "d");
    double[][] reference = rows(n, columns, 12345, 0);
    double[][] current = rows(3, columns, 54321, 0.5);
    FittedTransform transform;
    if (name.equals("standardizer")) {
      Standardizer standard = Standardizer.fit(reference);
      assertNumbers(line, "means", standard.means());
      assertNumbers(line, "deviations", standard.deviations());
      transform = standard;
    } else {
      PrincipalComponents.Options options = PrincipalComponents.withCount(number(line, "k"));
      PrincipalComponents components =
          (name.equals("whitened") ? options.whitening() : options).fit(reference);
      assertNumbers(line, "means", components.means());
      assertNumbers(line, "variances", components.variances());
      assertNumbers(line, "axes", Matrices.flat(components.axes()));
      transform = components;
    }
    assertNumbers(line, "rows", Matrices.flat(transform.apply(current)));
  }

  private static int number(Map<String, String> line, String name) {
    return Integer.parseInt(String.valueOf(line.get(name)));
  }

  private static void assertNumbers(Map<String, String> line, String name, double[] actual) {
    double[] expected =
        Arrays.stream(String.valueOf(line.get(name)).split(","))
            .mapToDouble(Double::parseDouble)
            .toArray();
    double greatest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
    assertEquals(expected.length, actual.length, name);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], 1e-12 * Math.max(1, greatest), name + " " + i);
    }
  }
}
