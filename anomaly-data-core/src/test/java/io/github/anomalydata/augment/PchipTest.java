package io.github.anomalydata.augment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PchipTest {
  private static double[] numbers(String list) {
    return Arrays.stream(list.split(",")).mapToDouble(Double::parseDouble).toArray();
  }

  private static Stream<String> golden() throws IOException {
    try (InputStream in = PchipTest.class.getResourceAsStream("pchip.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.US_ASCII);
      return text.lines().filter(line -> !line.startsWith("#"));
    }
  }

  @ParameterizedTest
  @MethodSource("golden")
  void curveIsThatOfScipy(String line) {
    double[] knots = numbers(line.split("\t")[0]);
    double[] heights = numbers(line.split("\t")[1]);
    double range = Arrays.stream(knots).max().orElse(0) - Arrays.stream(knots).min().orElse(0);
    double largest = Arrays.stream(knots).map(Math::abs).max().orElse(0);
    Pchip curve = new Pchip(knots);
    assertEquals(8 * (knots.length - 1) + 1, heights.length);
    for (int i = 0; i < heights.length; i++) {
      assertEquals(heights[i], curve.at(i / 8.0), 1e-14 * range + 4e-16 * largest);
    }
  }

  @Test
  void lineIsALine() {
    Pchip line = new Pchip(new double[] {1, 3, 5, 7});
    for (double place = 0; place <= 3; place += 0.125) {
      assertEquals(1 + 2 * place, line.at(place), 1e-15);
    }
    assertEquals(2, new Pchip(new double[] {1, 3}).at(0.5), 1e-15);
  }

  @Test
  void slopesAreHarmonicMeansAndOneSidedAtTheEnds() {
    // Knots 0, 1, 4: slopes 0 (end, (3 - 3) / 2), 1.5 (harmonic mean of 1 and 3), 4 (end).
    Pchip curve = new Pchip(new double[] {0, 1, 4});
    assertEquals(0.5 + (0 - 1.5) / 8, curve.at(0.5), 1e-15);
    assertEquals(2.5 + (1.5 - 4) / 8, curve.at(1.5), 1e-15);
  }

  @Test
  void curveStaysBetweenItsNeighboursAndPassesThroughThem() {
    RandomGenerator random = Augmentations.random(1);
    for (int draw = 0; draw < 2000; draw++) {
      double[] knots = random.doubles(2 + draw % 6).toArray();
      Pchip curve = new Pchip(knots);
      for (int i = 0; i + 1 < knots.length; i++) {
        assertEquals(knots[i], curve.at(i), 1e-15);
        double low = Math.min(knots[i], knots[i + 1]) - 1e-15;
        double high = Math.max(knots[i], knots[i + 1]) + 1e-15;
        for (double s = 0; s <= 1; s += 0.0625) {
          double height = curve.at(i + s);
          assertTrue(height >= low && height <= high);
        }
      }
    }
  }
}
