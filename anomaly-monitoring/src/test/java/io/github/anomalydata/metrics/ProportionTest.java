package io.github.anomalydata.metrics;

import static io.github.anomalydata.metrics.Thrown.assertThrown;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

final class ProportionTest {
  @Test
  void intervalIsThatOfScipy() throws Exception {
    List<String> lines;
    try (InputStream in = ProportionTest.class.getResourceAsStream("proportions.txt");
        BufferedReader reader =
            new BufferedReader(
                new InputStreamReader(Objects.requireNonNull(in), StandardCharsets.UTF_8))) {
      lines = reader.lines().filter(line -> !line.startsWith("#")).toList();
    }
    assertTrue(lines.size() >= 10);
    for (String line : lines) {
      String[] fields = line.split(" ");
      Proportion found = new Proportion(Long.parseLong(fields[0]), Long.parseLong(fields[1]));
      double lower = Double.parseDouble(fields[2]);
      double upper = Double.parseDouble(fields[3]);
      assertEquals(lower, found.lower(), 1e-12 * lower, line);
      assertEquals(upper, found.upper(), 1e-12 * upper, line);
    }
  }

  @Test
  void withoutTrialsAnythingIsPossible() {
    Proportion none = new Proportion(0, 0);
    assertEquals(Double.NaN, none.value());
    assertEquals(0, none.lower());
    assertEquals(1, none.upper());
  }

  @Test
  void moreSuccessesThanTrialsAreRefused() {
    assertThrown(
        IllegalArgumentException.class, () -> new Proportion(3, 2), "successes", "2 trials", "3");
    assertThrown(IllegalArgumentException.class, () -> new Proportion(-1, 2), "successes", "-1");
  }
}
