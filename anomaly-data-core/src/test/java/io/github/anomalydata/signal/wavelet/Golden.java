package io.github.anomalydata.signal.wavelet;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** A case of a golden file: its parameters, and the arrays the reference computed. */
record Golden(String[] parameters, List<double[]> arrays) {
  static List<Golden> read(String file) throws IOException {
    try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream(file))) {
      return new String(in.readAllBytes(), US_ASCII)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(Golden::parse)
          .toList();
    }
  }

  private static Golden parse(String line) {
    String[] parts = line.split(" \\| ");
    List<double[]> arrays =
        Arrays.stream(parts)
            .skip(1)
            .map(part -> Arrays.stream(part.split(" ")).mapToDouble(Double::parseDouble).toArray())
            .toList();
    return new Golden(parts[0].split(" "), arrays);
  }

  /** The input of the reference, computed as its script does. */
  static double[] signal(int length, int seed) {
    double[] signal = new double[length];
    for (int i = 0; i < length; i++) {
      signal[i] = Math.sin(0.7 * i + seed) + 0.3 * Math.cos(2.9 * i - seed) + 0.05 * i;
    }
    return signal;
  }

  String text(int parameter) {
    return parameters[parameter];
  }

  int number(int parameter) {
    return Integer.parseInt(parameters[parameter]);
  }

  Wavelet wavelet() {
    return Wavelet.of(text(0));
  }

  BoundaryMode mode() {
    return BoundaryMode.valueOf(text(1).toUpperCase(Locale.ROOT));
  }

  /** Asserts the array of an index, to an error relative to its largest magnitude. */
  void check(int index, double[] actual, double tolerance) {
    double[] expected = arrays.get(index);
    String label = String.join(" ", parameters) + ", array " + index;
    assertEquals(expected.length, actual.length, label);
    double scale = Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElse(0));
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], tolerance * scale, label + " at " + i);
    }
  }

  /** Asserts that arrays differ at most by 1e-10 of the largest magnitude. */
  static void assertClose(double[] expected, double[] actual) {
    double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
    assertArrayEquals(expected, actual, 1e-10 * largest);
  }
}
