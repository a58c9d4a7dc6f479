package io.github.anomalydata.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.Inputs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** A case of a golden file: what was computed, by which settings, and the numbers. */
record Golden(String name, Map<String, String> settings, double[] values) {
  private static final double TOLERANCE = 1e-10;
  private static final double FLOAT_TOLERANCE = 1e-5;

  /** Checks all cases of a name against what is computed here. */
  static void check(String file, String name, Function<Golden, double[]> computed) {
    List<Golden> cases = read(file).stream().filter(c -> c.name.equals(name)).toList();
    assertTrue(cases.size() > 5, () -> "only " + cases.size() + " cases of " + name);
    cases.forEach(c -> assertClose(c.values, computed.apply(c), c.name + c.settings));
  }

  /** Checks all cases of single precision of a name against what is computed here. */
  static void checkFloats(String name, Function<Golden, float[]> computed) {
    List<Golden> cases = read("floats.txt").stream().filter(c -> c.name.equals(name)).toList();
    assertTrue(cases.size() > 2, () -> "only " + cases.size() + " cases of " + name);
    for (Golden c : cases) {
      float[] actual = computed.apply(c);
      double[] exact = new double[actual.length];
      Arrays.setAll(exact, i -> actual[i]);
      assertClose(c.values, exact, FLOAT_TOLERANCE, c.name + c.settings);
    }
  }

  /** Asserts that arrays differ at most by a fraction of the largest expected magnitude. */
  static void assertClose(double[] expected, double[] actual, String what) {
    assertClose(expected, actual, TOLERANCE, what);
  }

  static void assertClose(double[] expected, double[] actual, double tolerance, String what) {
    assertEquals(expected.length, actual.length, what);
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    for (int i = 0; i < expected.length; i++) {
      int at = i;
      double difference = Math.abs(expected[i] - actual[i]);
      assertTrue(
          difference <= tolerance * largest,
          () -> what + " at " + at + ": " + expected[at] + " but " + actual[at]);
    }
  }

  private static List<Golden> read(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(Golden.class.getResourceAsStream(file)),
                StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.startsWith("#")).map(Golden::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Golden parse(String line) {
    String[] parts = line.split(" :", 2);
    String[] words = parts[0].split(" ");
    Map<String, String> settings = new LinkedHashMap<>();
    Arrays.stream(words).skip(1).map(w -> w.split("=")).forEach(w -> settings.put(w[0], w[1]));
    double[] values =
        parts[1].isBlank()
            ? new double[0]
            : Arrays.stream(parts[1].trim().split(" ")).mapToDouble(Double::parseDouble).toArray();
    return new Golden(words[0], settings, values);
  }

  int n() {
    return number("n", 0);
  }

  int number(String key, int otherwise) {
    return settings.containsKey(key) ? Integer.parseInt(settings.get(key)) : otherwise;
  }

  double[] input() {
    return Inputs.of(settings.get("x"), n());
  }

  float[] floats() {
    return Inputs.floats(input());
  }

  static WindowFunction window(String text) {
    String[] words = text.split(",");
    double parameter = words.length > 1 ? Double.parseDouble(words[1]) : 0;
    return switch (words[0]) {
      case "hann" -> WindowFunction.hann();
      case "hamming" -> WindowFunction.hamming();
      case "blackman" -> WindowFunction.blackman();
      case "flattop" -> WindowFunction.flatTop();
      case "boxcar" -> WindowFunction.boxcar();
      case "tukey" -> WindowFunction.tukey(parameter);
      case "kaiser" -> WindowFunction.kaiser(parameter);
      default -> throw new IllegalArgumentException(text);
    };
  }
}
