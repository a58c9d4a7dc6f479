package io.github.anomalydata.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.DataFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvTextTest {
  private static final CsvOptions DEFAULTS = CsvOptions.withDefaults();

  @TempDir Path folder;

  private CsvTextTable read(String text, CsvOptions options) throws IOException {
    return Csv.readText(Files.writeString(folder.resolve("t.csv"), text), options);
  }

  @Test
  void columnsOfTextAndNumbersAreTold() throws IOException {
    CsvTextTable table = read("mode,x\n run ,1\n\"a, b\",NA\n,2.50\n", DEFAULTS);
    assertEquals(List.of("mode", "x"), table.columns());
    assertEquals(3, table.rows());
    assertFalse(table.isNumeric(0));
    assertEquals(Arrays.asList("run", "a, b", null), table.labels(0));
    assertTrue(table.isNumeric(1));
    assertArrayEquals(new double[] {1, Double.NaN, 2.5}, table.numbers(1));
    assertEquals(Arrays.asList("1", null, "2.50"), table.labels(1));
  }

  @Test
  void columnsWithoutNamesAreNumbered() throws IOException {
    CsvTextTable table = read("run,1\nidle,2\n", DEFAULTS.with(CsvOptions.Header.NONE));
    assertEquals(List.of("0", "1"), table.columns());
    assertEquals(List.of("run", "idle"), table.fields().get(0));
  }

  @Test
  void headerAloneIsATableWithoutRows() throws IOException {
    CsvTextTable table = read("a,b\n", DEFAULTS);
    assertEquals(0, table.rows());
    assertTrue(table.isNumeric(1));
  }

  @Test
  void textIsNoNumber() throws IOException {
    CsvTextTable table = read("x\n1\ntwo\n", DEFAULTS);
    NumberFormatException e = assertThrows(NumberFormatException.class, () -> table.numbers(0));
    assertEquals("row 2: a number, got \"two\"", e.getMessage());
  }

  @Test
  void raggedRowsAndForeignBytesAreNamed() throws IOException {
    DataFileException ragged =
        assertThrows(DataFileException.class, () -> read("a,b\nx,y\nx\n", DEFAULTS));
    assertTrue(ragged.getMessage().contains("line 3"), ragged::getMessage);
    Path latin = Files.write(folder.resolve("l.csv"), "a\n\u00e9\n".getBytes(ISO_8859_1));
    DataFileException bytes =
        assertThrows(DataFileException.class, () -> Csv.readText(latin, DEFAULTS));
    assertTrue(bytes.getMessage().contains("UTF-8"), bytes::getMessage);
  }

  @Test
  void fieldsMustFillTheColumns() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new CsvTextTable(List.of("a", "b"), List.of(List.of("x"), List.of())));
    assertThrows(
        IllegalArgumentException.class,
        () -> new CsvTextTable(List.of("a", "a"), List.of(List.of(), List.of())));
  }
}
