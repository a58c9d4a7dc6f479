package io.github.anomalydata.report;

import static io.github.anomalydata.report.Thrown.assertThrown;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DigitsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "0.5, 0.5",
    "0.001, 0.001",
    "0.00123456, 0.00123",
    "-12.345, −12.3",
    "123.4, 123",
    "1234.5, 1\u2009230",
    "0.00001234, 1.23e−05",
    "1000, 1\u2009000",
    "1.5e12, 1.50e+12",
    "NaN, –",
    "Infinity, ∞",
    "-Infinity, −∞"
  })
  void significantDigitsAreCountedFromTheFirstThatIsNotZero(double value, String text) {
    assertEquals(text, Digits.significant(3).format(value));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0.00",
    "1, 1.00",
    "0.125, 0.12",
    "0.375, 0.38",
    "1234567.891, 1\u2009234\u2009567.89",
    "0.004, 4.0e−03",
    "-0.004, −4.0e−03"
  })
  void decimalsAreCountedFromThePoint(double value, String text) {
    assertEquals(text, Digits.decimals(2).format(value));
  }

  @Test
  void wholeNumbersHaveNoPoint() {
    assertEquals("10\u2009000", Digits.decimals(0).format(10_000));
    assertEquals("0", Digits.decimals(0).format(0.4));
    assertEquals("5\u2009000\u2009000\u2009000", Digits.decimals(0).format(5e9));
  }

  @Test
  void countOutOfRangeIsRefused() {
    assertThrown(IllegalArgumentException.class, () -> Digits.decimals(-1), "count", "-1");
    assertThrown(IllegalArgumentException.class, () -> Digits.significant(0), "count", "0");
    assertThrown(IllegalArgumentException.class, () -> Digits.significant(16), "count", "16");
  }
}
