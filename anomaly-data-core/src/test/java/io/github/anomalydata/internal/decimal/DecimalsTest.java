package io.github.anomalydata.internal.decimal;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reading and writing of decimal numbers; the forms pandas writes are in CsvGoldenTest. */
class DecimalsTest {
  private static double parse(String text) {
    byte[] bytes = ("7" + text + "7").getBytes(ISO_8859_1);
    return DecimalParser.parse(bytes, 1, bytes.length - 1);
  }

  private static String write(double value) {
    byte[] bytes = new byte[ShortestDecimal.MAX_LENGTH];
    return new String(bytes, 0, ShortestDecimal.write(value, bytes, 0), ISO_8859_1);
  }

  private static String write(float value) {
    byte[] bytes = new byte[ShortestDecimal.MAX_LENGTH];
    return new String(bytes, 0, ShortestDecimal.write(value, bytes, 0), ISO_8859_1);
  }

  @Test
  void everyDecimalIsReadAsTheNearestDouble() {
    SplittableRandom random = new SplittableRandom(3);
    for (int i = 0; i < 200_000; i++) {
      String digits = Long.toString(random.nextLong() >>> (1 + random.nextInt(63)));
      int point = random.nextInt(digits.length() + 1);
      String text = digits.substring(0, point) + "." + digits.substring(point);
      text = random.nextBoolean() ? text : "-00" + text + "000";
      text += random.nextBoolean() ? "" : "e" + (random.nextInt(80) - 40);
      assertEquals(text.equals(".") ? 0 : Double.parseDouble(text), parse(text), text);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "9007199254740993, 9007199254740992",
    "9007199254740993.00000000000000000000000000001, 9007199254740994",
    "1e23, 1e23",
    "2.4703282292062327e-324, 0",
    "2.4703282292062328e-324, 4.9E-324",
    "1.7976931348623158e308, 1.7976931348623157e308",
    "-0e5, -0.0",
    "0e500, 0",
    "4.35e-310, 4.35e-310",
    "9007199254740993e-2, 90071992547409.93",
    "1.2345678901234567890123456789e100, 1.2345678901234569e100",
    "0.000000000000000000000000000000000000000000000000001, 1e-51"
  })
  void halfwayAndExtremeDecimalsRoundRightly(String text, double expected) {
    assertEquals(expected, parse(text));
  }

  @Test
  void everyDoubleIsWrittenInAsFewDigitsAsReadBack() {
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < 3_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        assertShortest(value, write(value));
      }
    }
  }

  /** Reads back, and no decimal with one digit less does. */
  private static void assertShortest(double value, String text) {
    assertEquals(value, Double.parseDouble(text), text);
    BigDecimal written = new BigDecimal(text).stripTrailingZeros();
    BigDecimal unit = written.ulp().movePointRight(1);
    BigDecimal down = written.divideToIntegralValue(unit).multiply(unit);
    if (written.precision() > 1) {
      assertEquals(false, down.doubleValue() == value, text);
      assertEquals(false, down.add(unit.multiply(sign(value))).doubleValue() == value, text);
    }
    BigDecimal exact = new BigDecimal(value);
    BigDecimal miss = exact.subtract(written).abs();
    BigDecimal step = written.ulp();
    assertEquals(true, miss.multiply(BigDecimal.valueOf(2)).compareTo(step) <= 0, text);
  }

  private static BigDecimal sign(double value) {
    return BigDecimal.valueOf(Math.signum(value));
  }

  @Test
  void everyFloatReadsBackAsItselfByWayOfADouble() {
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 100_000; i++) {
      float value = Float.intBitsToFloat(random.nextInt());
      if (Float.isFinite(value)) {
        String text = write(value);
        assertEquals(value, Float.parseFloat(text), text);
        assertEquals(value, (float) Double.parseDouble(text), text);
      }
    }
  }

  @Test
  void aFloatWhoseShortestDigitsRoundTwiceGetsMore() {
    float value = Float.parseFloat("7.038531e-26");
    assertEquals(false, (float) 7.038531e-26 == value);

    assertEquals(write((double) value), write(value));
    assertEquals(value, (float) Double.parseDouble(write(value)));
  }

  @ParameterizedTest
  @CsvSource({
    "0.0, 0.0",
    "-0.0, -0.0",
    "5e-324, 5e-324",
    "1e23, 1e+23",
    "2e23, 2e+23",
    "9007199254740993, 9007199254740992.0",
    "1e16, 1e+16",
    "1.5e16, 1.5e+16",
    "9999999999999998, 9999999999999998.0",
    "123456789012345.6, 123456789012345.6",
    "0.0001, 0.0001",
    "0.00012345, 0.00012345",
    "0.00001, 1e-05",
    "-1.7976931348623157e308, -1.7976931348623157e+308",
    "2.2250738585072014e-308, 2.2250738585072014e-308"
  })
  void numbersAreLaidOutAsPythonDoes(double value, String expected) {
    assertEquals(expected, write(value));
  }

  @Test
  void theDefaultLocaleDoesNotMatter() {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals("-1.5e-300", write(-1.5e-300));
    } finally {
      Locale.setDefault(before);
    }
  }
}
