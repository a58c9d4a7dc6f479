package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The numbers of scipy and scikit-learn, from a file that {@code compat/golden/drift.py} makes. */
class GoldenTest {
  private static double[] noise(int n, long start, DoubleUnaryOperator change) {
    double[] values = new double[n];
    long state = start;
    for (int i = 0; i < n; i++) {
      state = (1664525 * state + 1013904223) % (1L << 32);
      values[i] = change.applyAsDouble(state / 0x1p31 - 1);
    }
    return values;
  }

  private static double[] reference(String kind, int n) {
    return noise(
        n,
        12345,
        switch (kind) {
          case "offset" -> v -> v + 500;
          case "steps", "mixed" -> v -> Math.floor(4 * v);
          default -> v -> v;
        });
  }

  private static double[] current(String kind, int m) {
    return noise(
        m,
        54321,
        switch (kind) {
          case "shifted" -> v -> v + 0.3;
          case "scaled" -> v -> 2 * v;
          case "offset" -> v -> v + 500.1;
          case "steps" -> v -> Math.floor(4 * v);
          case "mixed" -> v -> Math.max(Math.floor(4 * v), 0);
          default -> v -> v;
        });
  }

  private static List<Double> labels(double[] values) {
    return Arrays.stream(values).map(v -> v + 0.0).boxed().toList();
  }

  private static double statistic(Distance distance, double[] x, double[] y) {
    return UnivariateTest.withDefaults().with(distance).fit(x).statistic(y);
  }

  private static double statistic(CategoryDistance distance, double[] x, double[] y) {
    return CategoryTest.withDefaults().with(distance).fit(labels(x)).statistic(labels(y));
  }

  private static double weighted(Distance distance, double[] x, double[] y) {
    return UnivariateTest.withDefaults()
        .with(distance)
        .fit(x, noise(x.length, 999, v -> v + 1.5))
        .statistic(y, noise(y.length, 777, v -> v + 1.5));
  }

  private static double chiSquaredPValue(double[] x, double[] y) {
    List<Double> all = new ArrayList<>(labels(x));
    all.addAll(labels(y));
    List<Double> distinct = all.stream().distinct().toList();
    int[] codes = all.stream().mapToInt(distinct::indexOf).toArray();
    return new Contingency(codes, x.length, distinct.size()).asymptotic();
  }

  private static double actual(String name, double[] x, double[] y) {
    return switch (name) {
      case "ks" -> statistic(Distance.KOLMOGOROV_SMIRNOV, x, y);
      case "ks_p" -> ContinuousKolmogorovSmirnov.exact(x, y);
      case "wasserstein" -> statistic(Distance.WASSERSTEIN, x, y);
      case "energy" -> statistic(Distance.ENERGY, x, y);
      case "ad" -> statistic(Distance.ANDERSON_DARLING, x, y);
      case "cvm" -> statistic(Distance.CRAMER_VON_MISES, x, y);
      case "chi2" -> statistic(CategoryDistance.CHI_SQUARED, x, y);
      case "chi2_p" -> chiSquaredPValue(x, y);
      case "weighted_wasserstein" -> weighted(Distance.WASSERSTEIN, x, y);
      case "weighted_ks" -> weighted(Distance.KOLMOGOROV_SMIRNOV, x, y);
      case "hellinger" -> statistic(CategoryDistance.HELLINGER, x, y);
      case "psi" -> statistic(CategoryDistance.POPULATION_STABILITY, x, y);
      // Of samples of one size, the information that a category has on its sample, in nats.
      case "information" ->
          Math.pow(statistic(CategoryDistance.JENSEN_SHANNON, x, y), 2) * Math.log(2);
      case "welch" -> new MeanShift(Series.of("x", x), Series.of("y", y)).observed();
      // The square of Student's t of two samples is the F of an analysis of variance.
      case "brown_forsythe" ->
          Math.pow(new Spread(Series.of("x", x), Series.of("y", y)).observed(), 2);
      case "js" -> statistic(CategoryDistance.JENSEN_SHANNON, x, y);
      default -> throw new AssertionError(name);
    };
  }

  private static List<String> read() throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(GoldenTest.class.getResourceAsStream("distances.txt")),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).toList();
    }
  }

  @Test
  void distancesAndProbabilitiesAreThoseOfScipyAndScikitLearn() throws IOException {
    int compared = 0;
    List<String> differences = new ArrayList<>();
    for (String line : read()) {
      String[] cells = line.split("\t");
      String[] made = cells[0].split("[= ]");
      double[] x = reference(made[1], Integer.parseInt(made[3]));
      double[] y = current(made[1], Integer.parseInt(made[5]));
      for (String cell : Arrays.copyOfRange(cells, 1, cells.length)) {
        String[] golden = cell.split("=");
        double expected = Double.parseDouble(golden[1]);
        double actual = actual(golden[0], x, y);
        // Distances of values about 500 are differences of these.
        double tolerance = 1e-10 * Math.abs(expected) + 1e-14;
        if (!(Math.abs(actual - expected) <= tolerance)) {
          differences.add(cells[0] + " " + golden[0] + ": " + expected + " but " + actual);
        }
        compared++;
      }
    }
    assertTrue(differences.isEmpty(), () -> differences.stream().collect(Collectors.joining("\n")));
    assertTrue(compared > 500, compared + " numbers");
  }
}
