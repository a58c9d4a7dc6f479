package io.github.anomalydata.turbofan;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainRowsTest {

  private static Optional<RunTable> plain(byte[] bytes) {
    byte[] padded = Arrays.copyOf(bytes, bytes.length + PlainRows.PADDING);
    Arrays.fill(padded, bytes.length, padded.length, (byte) '7');
    return PlainRows.read(padded, bytes.length, "file");
  }

  private static RunTable patient(byte[] bytes) throws IOException {
    return RunFiles.readRuns(new ByteArrayInputStream(bytes), "file", bytes.length);
  }

  private static void assertSame(RunTable expected, RunTable actual) {
    assertArrayEquals(expected.units(), actual.units());
    assertArrayEquals(expected.starts(), actual.starts());
    int rows = expected.starts()[expected.units().length];
    for (int i = 0; i < expected.columns().length; i++) {
      assertArrayEquals(
          Arrays.copyOf(expected.columns()[i], rows), Arrays.copyOf(actual.columns()[i], rows));
    }
  }

  /** A file of plain numbers of all forms: whole and not, negative, zero, with a bare point. */
  private static byte[] randomFile(Random random, int rows) {
    StringBuilder text = new StringBuilder();
    int unit = 1;
    int cycle = 0;
    for (int row = 0; row < rows; row++) {
      boolean next = random.nextInt(30) == 0 && cycle > 0;
      unit += next ? 1 + random.nextInt(3) : 0;
      cycle = next ? 1 : cycle + 1;
      text.append(unit).append(' ').append(cycle);
      for (int i = 0; i < 24; i++) {
        int decimals = random.nextInt(5);
        double size = Math.pow(10, random.nextInt(8 - decimals - (decimals > 0 ? 1 : 0)));
        String number =
            String.format(Locale.ROOT, "%." + decimals + "f", size * random.nextDouble());
        number =
            random.nextInt(9) == 0 && decimals == 0 && number.length() < 8 ? number + "." : number;
        number = number.matches("0\\..+") && random.nextInt(5) == 0 ? number.substring(1) : number;
        text.append(' ').append(random.nextInt(4) == 0 ? "-" : "").append(number);
      }
      text.append(" ".repeat(random.nextInt(3))).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.US_ASCII);
  }

  @Test
  void plainFilesAreReadAsThePatientReaderReadsThem() throws IOException {
    for (int seed = 0; seed < 50; seed++) {
      byte[] file = randomFile(new Random(seed), 1 + seed * 3);
      assertSame(patient(file), plain(file).orElseThrow());
    }
  }

  @Test
  void aFileOfManyBlocksIsReadAsAWhole() throws IOException {
    byte[] file = randomFile(new Random(7), 20_000);
    assertTrue(file.length > 4 << 19, "several blocks");
    assertSame(patient(file), plain(file).orElseThrow());
  }

  @Test
  void whateverIsDamagedIsLeftToThePatientReaderOrReadAlike() throws IOException {
    Random random = new Random(11);
    byte[] good = randomFile(random, 12);
    byte[] dirt = " \t\r\n.-+eE0123456789xN\u0000\u007f".getBytes(StandardCharsets.US_ASCII);
    int plain = 0;
    for (int trial = 0; trial < 20_000; trial++) {
      byte[] damaged = good.clone();
      for (int i = 0; i <= random.nextInt(3); i++) {
        damaged[random.nextInt(damaged.length)] =
            random.nextInt(8) == 0 ? (byte) random.nextInt(256) : dirt[random.nextInt(dirt.length)];
      }
      Optional<RunTable> read = plain(damaged);
      if (read.isPresent()) {
        plain++;
        assertSame(patient(damaged), read.get());
      }
    }
    assertTrue(plain > 1000, plain + " were still plain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\t\n", " x\n", ""})
  void otherLineEndsAreLeftToThePatientReader(String end) {
    String line = new String(randomFile(new Random(3), 1), StandardCharsets.US_ASCII).strip();
    assertEquals(Optional.empty(), plain((line + end).getBytes(StandardCharsets.US_ASCII)));
  }

  @Test
  void longNumbersAndExponentsAreLeftToThePatientReader() {
    String line = new String(randomFile(new Random(3), 1), StandardCharsets.US_ASCII);
    for (String number :
        List.of("123456789", "1e5", "+1", "0.12345678", "..1", ".", "-", "1.2.3")) {
      String changed = line.replaceFirst("^1 1 \\S+", "1 1 " + number);
      assertEquals(Optional.empty(), plain(changed.getBytes(StandardCharsets.US_ASCII)), number);
    }
  }

  @Test
  void nothingIsAllocatedForAFileOfLineFeeds() {
    byte[] feeds = new byte[1 << 24];
    Arrays.fill(feeds, (byte) '\n');
    assertEquals(Optional.empty(), plain(feeds));
  }
}
