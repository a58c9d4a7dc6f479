package io.github.anomalydata.feature;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.Inputs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers of the tools, from files that {@code compat/golden/features.py} makes. */
class GoldenTest {
  private static final double RATE = 100;

  /** The features of one signal, as a tool gives them. */
  private record Vector(String input, int n, Map<String, Double> values) {

    static Vector parse(String line) {
      String[] cells = line.split("\t");
      String[] words = cells[0].split("[ =]");
      Map<String, Double> values = new LinkedHashMap<>();
      for (String cell : cells) {
        int equals = cell.lastIndexOf('=');
        values.put(cell.substring(0, equals), Double.parseDouble(cell.substring(equals + 1)));
      }
      values.remove("x=" + words[1] + " n");
      return new Vector(words[1], Integer.parseInt(words[3]), values);
    }

    FeatureExtractor extractor() {
      return FeatureExtractor.of(FeatureSet.of(values.keySet().toArray(new String[0])), RATE);
    }

    List<String> differences(double[] actual, double tolerance) {
      List<String> differences = new ArrayList<>();
      int i = 0;
      for (Map.Entry<String, Double> entry : values.entrySet()) {
        double expected = entry.getValue();
        if (!(Math.abs(actual[i] - expected) <= tolerance * Math.abs(expected))) {
          differences.add(
              input + " " + n + " " + entry.getKey() + ": " + expected + " but " + actual[i]);
        }
        i++;
      }
      return differences;
    }
  }

  private static List<Vector> read(String file) throws IOException {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(GoldenTest.class.getResourceAsStream(file + ".txt")),
                StandardCharsets.UTF_8))) {
      List<Vector> vectors =
          reader
              .lines()
              .filter(line -> !line.startsWith("#") && line.contains("\t"))
              .map(Vector::parse)
              .toList();
      assertTrue(vectors.size() > 30, () -> "only " + vectors.size() + " of " + file);
      return vectors;
    }
  }

  private static void assertNone(List<String> differences) {
    assertTrue(
        differences.isEmpty(),
        () ->
            differences.size()
                + " values differ:\n"
                + differences.stream().limit(40).collect(Collectors.joining("\n")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"statistical", "frequency", "wavelet", "tsfresh", "tsfel"})
  void numbersAreThoseOfTheTool(String file) throws IOException {
    List<String> differences = new ArrayList<>();
    for (Vector vector : read(file)) {
      double[] x = Inputs.of(vector.input, vector.n);
      differences.addAll(vector.differences(vector.extractor().extract(x, vector.n), 1e-10));
    }
    assertNone(differences);
  }

  @ParameterizedTest
  @ValueSource(strings = {"statistical", "frequency", "wavelet", "tsfresh", "tsfel"})
  void singlePrecisionIsTheRoundedResult(String file) throws IOException {
    List<String> differences = new ArrayList<>();
    for (Vector vector : read(file)) {
      float[] x = Inputs.floats(Inputs.of(vector.input, vector.n));
      if (Arrays.equals(Inputs.doubles(x), Inputs.of(vector.input, vector.n))) {
        float[] actual = vector.extractor().extract(x, vector.n);
        differences.addAll(vector.differences(Inputs.doubles(actual), 1e-5));
      }
    }
    assertNone(differences);
  }
}
