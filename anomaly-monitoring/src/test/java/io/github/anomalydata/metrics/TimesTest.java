package io.github.anomalydata.metrics;

import static io.github.anomalydata.metrics.Thrown.assertThrown;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimesTest {
  private static String text(Instant instant) {
    byte[] bytes = new byte[Times.LENGTH];
    Times.write(Times.nanos("time", instant), bytes, 0);
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  private static Instant read(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    return Times.instant(Times.read(bytes, 0, bytes.length));
  }

  @Test
  void textIsThatOfTheJdkAndReadsBack() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 20_000; i++) {
      Instant instant =
          Instant.ofEpochSecond(
              random.nextLong(-9_214_560_000L, 9_214_646_400L), random.nextInt(1_000_000_000));
      String text = text(instant);
      assertEquals(instant, Instant.parse(text));
      assertEquals(instant, read(text));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1678-01-01T00:00:00.000000000Z",
        "1969-12-31T23:59:59.999999999Z",
        "1970-01-01T00:00:00.000000000Z",
        "2000-02-29T12:00:00.500000000Z",
        "2024-02-29T23:59:59.000000001Z",
        "2100-02-28T23:59:59.000000000Z",
        "2261-12-31T23:59:59.999999999Z"
      })
  void endsAndLeapDaysReadBack(String text) {
    assertEquals(text, text(Instant.parse(text)));
    assertEquals(Instant.parse(text), read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1677-12-31T23:59:59Z", "2262-01-01T00:00:00Z"})
  void instantsBeyondAreRefused(String text) {
    assertThrown(
        IllegalArgumentException.class,
        () -> Times.nanos("time", Instant.parse(text)),
        "time",
        "from 1678 to 2261",
        text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-11-24T10:00:00Z",
        "2026-11-24 10:00:00.000000000Z",
        "2026-13-24T10:00:00.000000000Z",
        "2026-11-24T24:00:00.000000000Z",
        "2026-11-2xT10:00:00.000000000Z",
        "1600-11-24T10:00:00.000000000Z"
      })
  void otherTextIsRefused(String text) {
    assertThrown(IllegalArgumentException.class, () -> read(text), "no instant");
  }
}
