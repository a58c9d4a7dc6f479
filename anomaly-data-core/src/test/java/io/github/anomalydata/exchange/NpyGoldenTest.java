package io.github.anomalydata.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.DataFileException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What numpy.save writes, read and written here. */
class NpyGoldenTest {
  record Entry(String file, NumericArray array, NpyOptions options) {
    @Override
    public String toString() {
      return file;
    }
  }

  static List<Entry> manifest() throws IOException {
    try (Stream<String> lines = Files.lines(Golden.path("manifest.txt"))) {
      return lines.filter(line -> !line.startsWith("#")).map(NpyGoldenTest::entry).toList();
    }
  }

  private static Entry entry(String line) {
    String[] field = line.split(" ", -1);
    ElementType type = ElementType.valueOf(field[1].toUpperCase(Locale.ROOT));
    ByteOrder byteOrder =
        field[3].equals("BIG_ENDIAN") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    int[] shape =
        field[4].equals("scalar")
            ? new int[0]
            : Stream.of(field[4].split("x")).mapToInt(Integer::parseInt).toArray();
    return new Entry(
        field[0] + ".npy",
        Golden.array(type, shape),
        NpyOptions.withDefaults().with(ArrayOrder.valueOf(field[2])).with(byteOrder));
  }

  @Test
  void everyTypeIsThere() throws IOException {
    assertEquals(
        ElementType.values().length,
        manifest().stream().map(e -> e.array.type()).distinct().count());
  }

  @ParameterizedTest
  @MethodSource("manifest")
  void readsFromAFileWhatNumPyWrote(Entry entry) throws IOException {
    NumericArray read = Npy.read(Golden.path(entry.file));

    assertEquals(entry.array.toString(), read.toString());
    assertArrayEquals(Golden.npy(entry.array), Golden.npy(read));
  }

  @ParameterizedTest
  @MethodSource("manifest")
  void readsFromAStreamWhatNumPyWrote(Entry entry) throws IOException {
    NumericArray read = Npy.read(new ByteArrayInputStream(Golden.bytes(entry.file)), entry.file);

    assertEquals(entry.array.toString(), read.toString());
    assertArrayEquals(Golden.npy(entry.array), Golden.npy(read));
  }

  @ParameterizedTest
  @MethodSource("manifest")
  void writesTheBytesNumPyWrote(Entry entry) throws IOException {
    assertArrayEquals(Golden.bytes(entry.file), Golden.npy(entry.array, entry.options));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void readsLaterFormatVersions(int version) throws IOException {
    NumericArray read = Npy.read(Golden.path("version-" + version + ".npy"));

    assertEquals("float32[2, 3]", read.toString());
    assertArrayEquals(new float[] {-1, -0.75f, -0.5f, -0.25f, 0, 0.25f}, read.floats());
  }

  @ParameterizedTest
  @CsvSource({
    "float16, 5.9604645E-8, 65504",
    "float32, 1.4E-45, 3.4028234663852886E38",
    "float64, 4.9E-324, 1.7976931348623157E308"
  })
  void specialNumbersKeepTheirBits(String type, double smallest, double greatest)
      throws IOException {
    String file = "specials-" + type + ".npy";
    NumericArray read = Npy.read(Golden.path(file));

    double[] expected = {
      Double.NaN,
      Double.POSITIVE_INFINITY,
      Double.NEGATIVE_INFINITY,
      -0.0,
      type.equals("float64") ? smallest : (float) smallest,
      greatest,
      -greatest
    };
    assertArrayEquals(expected, read.doubles());
    assertArrayEquals(Golden.bytes(file), Golden.npy(read));
  }

  @ParameterizedTest
  @CsvSource({
    "object, Python objects",
    "structured, structured",
    "complex, <c8",
    "text, <U1",
    "date, <M8",
    "longdouble, <f16"
  })
  void refusesOtherTypesByName(String name, String word) {
    DataFileException e =
        assertThrows(
            DataFileException.class, () -> Npy.read(Golden.path("refused-" + name + ".npy")));

    assertTrue(e.getMessage().contains(word), e.getMessage());
    assertEquals("byte 20", e.place());
  }
}
