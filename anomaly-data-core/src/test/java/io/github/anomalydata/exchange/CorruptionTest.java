package io.github.anomalydata.exchange;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.exchange.CsvOptions.MissingValues;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged file gives an array or an error that names the file, and nothing else. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class CorruptionTest {
  @TempDir Path folder;

  private interface Reading {
    Object of(byte[] bytes) throws IOException;
  }

  /**
   * Reads the file with 1 to 4 of its bytes changed, taken out, put in, or all after them lost.
   * Half of the damage lies from one byte to another, where most of the rules are.
   */
  private static void readDamaged(String name, int runs, int from, int to, Reading reading)
      throws IOException {
    byte[] intact = Golden.bytes(name);
    SplittableRandom random = new SplittableRandom(name.hashCode());
    int refused = 0;
    for (int run = 0; run < runs; run++) {
      byte[] damaged = intact;
      for (int change = random.nextInt(4); change >= 0 && damaged.length > 0; change--) {
        int at = random.nextBoolean() ? random.nextInt(from, to) : random.nextInt(damaged.length);
        damaged = damage(damaged, Math.min(at, damaged.length - 1), random);
      }
      try {
        reading.of(damaged);
      } catch (DataFileException e) {
        refused++;
        assertTrue(e.getMessage().contains("damaged"), e.getMessage());
      }
    }
    assertTrue(refused > runs / 4, refused + " of " + runs + " refused");
  }

  private static byte[] damage(byte[] bytes, int at, SplittableRandom random) {
    byte[] result;
    switch (random.nextInt(8)) {
      case 0 -> result = Arrays.copyOf(bytes, at);
      case 1 -> {
        result = Arrays.copyOf(bytes, bytes.length - 1);
        System.arraycopy(bytes, at + 1, result, at, bytes.length - at - 1);
      }
      case 2 -> {
        result = Arrays.copyOf(bytes, bytes.length + 1);
        System.arraycopy(bytes, at, result, at + 1, bytes.length - at);
        result[at] = (byte) random.nextInt();
      }
      case 3 -> {
        result = bytes.clone();
        result[at] ^= (byte) (1 << random.nextInt(8));
      }
      case 4 -> {
        result = bytes.clone();
        result[at] = (byte) "0123456789(),'{}:LTF<>|".charAt(random.nextInt(23));
      }
      default -> {
        result = bytes.clone();
        result[at] = (byte) random.nextInt();
      }
    }
    return result;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bool-c-little.npy",
        "int64-fortran-big.npy",
        "float32-c-little.npy",
        "version-3.npy",
        "shape-0x3-c.npy",
        "shape-2x1x3x2-fortran.npy",
        "refused-structured.npy"
      })
  void damagedNpyFiles(String name) throws IOException {
    readDamaged(
        name,
        1_000,
        0,
        90,
        bytes -> Npy.read(new ByteArrayInputStream(bytes), "damaged").toString());
    Path path = folder.resolve("damaged.npy");
    readDamaged(name, 200, 0, 90, bytes -> Npy.read(Files.write(path, bytes)).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"stored.npz", "deflated.npz", "streamed.npz"})
  void damagedNpzFiles(String name) throws IOException {
    Path path = folder.resolve("damaged.npz");
    readDamaged(name, 500, 0, 90, bytes -> Npz.readAll(Files.write(path, bytes)).toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"stored.npz", "deflated.npz", "streamed.npz"})
  void damagedNpzDirectories(String name) throws IOException {
    Path path = folder.resolve("damaged.npz");
    int length = Golden.bytes(name).length;
    readDamaged(
        name, 500, length - 300, length, bytes -> Npz.readAll(Files.write(path, bytes)).toString());
  }

  @Test
  void damagedCsvFiles() throws IOException {
    readDamaged(
        "pandas-missing.csv",
        2_000,
        0,
        20,
        bytes ->
            Csv.read(
                new ByteArrayInputStream(bytes),
                "damaged",
                CsvOptions.withDefaults().withDelimiter(';').with(MissingValues.NAN)));
  }
}
