package io.github.anomalydata.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.anomalydata.exchange.CsvOptions.Header;
import io.github.anomalydata.exchange.CsvOptions.MissingValues;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What pandas and NumPy write as text, with the same numbers in NPY files. */
class CsvGoldenTest {
  private static final List<String> COLUMNS = List.of("sensor 1", "the \"second\", quoted");

  private static CsvTable csv(String name, CsvOptions options) throws IOException {
    return Csv.read(Golden.path(name + ".csv"), options);
  }

  private static NumericArray npy(String name) throws IOException {
    return Npy.read(Golden.path(name + ".npy"));
  }

  private static String text(CsvTable table, CsvOptions options) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Csv.write(out, table, options);
    return out.toString(UTF_8);
  }

  @Test
  void doublesThatPandasWroteKeepTheirBits() throws IOException {
    CsvTable table = csv("pandas-float64", CsvOptions.withDefaults());

    assertEquals(COLUMNS, table.columns());
    assertArrayEquals(Golden.npy(npy("pandas-float64")), Golden.npy(table.values()));
  }

  @Test
  void floatsThatNumPyWroteKeepTheirBits() throws IOException {
    float[] floats = csv("numpy-float32", CsvOptions.withDefaults()).values().roundedFloats();

    NumericArray expected = npy("numpy-float32");
    assertArrayEquals(Golden.npy(expected), Golden.npy(NumericArray.of(floats, expected.shape())));
  }

  @Test
  void writesTheDoublesPandasWrote() throws IOException {
    String expected = new String(Golden.bytes("pandas-float64.csv"), UTF_8);

    CsvTable table = new CsvTable(COLUMNS, npy("pandas-float64"));
    assertEquals(expected, text(table, CsvOptions.withDefaults()));
  }

  /** The digits only: NumPy changes to an exponent earlier for a float than for a double. */
  @Test
  void writesTheDigitsOfFloatsNumPyWrote() throws IOException {
    String expected = new String(Golden.bytes("numpy-float32.csv"), UTF_8);

    CsvTable table = CsvTable.unnamed(npy("numpy-float32"));
    assertEquals(decimals(expected), decimals(text(table, CsvOptions.withDefaults())));
  }

  private static List<BigDecimal> decimals(String text) {
    return Stream.of(text.split("[,\n]"))
        .map(field -> new BigDecimal(field).stripTrailingZeros())
        .toList();
  }

  @Test
  void writesTheIntegersPandasWrote() throws IOException {
    String expected = new String(Golden.bytes("pandas-int64.csv"), UTF_8);

    assertEquals(expected, text(CsvTable.unnamed(npy("pandas-int64")), CsvOptions.withDefaults()));
  }

  @Test
  void readsMissingValuesDelimitersLineEndsAndByteOrderMarksOfPandas() throws IOException {
    CsvTable table =
        csv("pandas-missing", CsvOptions.withDefaults().withDelimiter(';').with(MissingValues.NAN));

    assertEquals(List.of("a", "b", "c"), table.columns());
    assertArrayEquals(Golden.npy(npy("pandas-missing")), Golden.npy(table.values()));
  }

  @Test
  void readsWhatNumPyWroteAsText() throws IOException {
    CsvTable table =
        csv(
            "savetxt",
            CsvOptions.withDefaults().withDelimiter(' ').withComment('#').with(Header.NONE));

    assertEquals(List.of("0", "1"), table.columns());
    assertArrayEquals(Golden.npy(npy("savetxt")), Golden.npy(table.values()));
  }
}
