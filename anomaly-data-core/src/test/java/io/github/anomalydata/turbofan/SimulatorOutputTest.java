package io.github.anomalydata.turbofan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulatorOutputTest {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private String text() {
    return bytes.toString(StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @CsvSource({
    "518.67, 2, 518.67",
    "100, 1, 100.0",
    "0.03, 2, 0.03",
    "0.0004, 2, 0.00",
    "391.5, 0, 392",
    "391.49, 0, 391",
    "0.125, 2, 0.13",
    "9.99996, 4, 10.0000",
    "-0.0007, 4, -0.0007",
    "-0.00001, 4, -0.0000",
    "-12.345678, 4, -12.3457",
    "9046.19, 2, 9046.19"
  })
  void decimalsAreFixedAndRoundedHalfAwayFromZero(double value, int decimals, String expected)
      throws IOException {
    try (SimulatorOutput output = new SimulatorOutput(bytes)) {
      output.decimal(value, decimals);
    }
    assertEquals(expected + " ", text());
  }

  @Test
  void decimalsAreThoseOfTheFormatter() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    StringBuilder expected = new StringBuilder();
    try (SimulatorOutput output = new SimulatorOutput(bytes)) {
      for (int i = 0; i < 20_000; i++) {
        int decimals = random.nextInt(5);
        double value = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-4, 9));
        output.decimal(value, decimals);
        output.endLine();
        expected.append(String.format(Locale.ROOT, "%." + decimals + "f \n", value));
      }
    }
    assertEquals(expected.toString(), text());
  }

  @Test
  void wholeNumbersMayHaveTenDigits() throws IOException {
    try (SimulatorOutput output = new SimulatorOutput(bytes)) {
      output.integer(0);
      output.integer(9);
      output.integer(10);
      output.integer(Integer.MAX_VALUE);
      output.blank();
      output.endLine();
    }
    assertEquals("0 9 10 2147483647  \n", text());
  }

  @Test
  void linesBeyondTheBufferArriveWhole() throws IOException {
    int lines = 5_000;
    try (SimulatorOutput output = new SimulatorOutput(bytes)) {
      for (int i = 0; i < lines; i++) {
        for (int column = 0; column < 26; column++) {
          output.decimal(-1e11 - i, 4);
        }
        output.endLine();
      }
    }
    List<String> written = text().lines().toList();
    assertEquals(lines, written.size());
    for (int i = 0; i < lines; i++) {
      assertEquals(("-" + (100_000_000_000L + i) + ".0000 ").repeat(26), written.get(i));
    }
  }

  @Test
  void anErrorOfTheStreamReachesTheCallerAndTheStreamIsClosed() {
    boolean[] closed = {false};
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int value) throws IOException {
            throw new IOException("no space left");
          }

          @Override
          public void close() {
            closed[0] = true;
          }
        };
    SimulatorOutput output = new SimulatorOutput(full);
    output.integer(1);
    IOException thrown = assertThrows(IOException.class, output::close);
    assertEquals("no space left", thrown.getMessage());
    assertTrue(closed[0]);
  }
}
