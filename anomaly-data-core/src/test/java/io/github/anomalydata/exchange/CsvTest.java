package io.github.anomalydata.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.exchange.CsvOptions.Header;
import io.github.anomalydata.exchange.CsvOptions.MissingValues;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  private static final CsvOptions DEFAULTS = CsvOptions.withDefaults();
  private static final CsvOptions BARE = DEFAULTS.with(Header.NONE);

  @TempDir Path folder;

  private static CsvTable read(String text, CsvOptions options) throws IOException {
    return Csv.read(new ByteArrayInputStream(text.getBytes(UTF_8)), "table.csv", options);
  }

  private static String write(CsvTable table, CsvOptions options) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Csv.write(out, table, options);
    return out.toString(UTF_8);
  }

  private static void assertRefused(
      String text, CsvOptions options, String place, String... words) {
    DataFileException e = assertThrows(DataFileException.class, () -> read(text, options));
    assertEquals("table.csv", e.file());
    assertEquals(place, e.place(), e.getMessage());
    for (String word : words) {
      assertTrue(e.getMessage().contains(word), e.getMessage());
    }
  }

  @Test
  void namesAndNumbersAreRead() throws IOException {
    CsvTable table = read("time,load\n1,0.5\n2,-3e2\n", DEFAULTS);

    assertEquals(List.of("time", "load"), table.columns());
    assertEquals(2, table.rows());
    assertEquals("float64[2, 2]", table.values().toString());
    assertArrayEquals(new double[] {1, 0.5, 2, -300}, table.values().doubles());
    assertArrayEquals(new double[] {0.5, -300}, table.column("load"));
    assertArrayEquals(new double[] {1, 2}, table.column(0));
  }

  @Test
  void withoutAHeaderColumnsAreNamedByTheirIndex() throws IOException {
    CsvTable table = read("1,2\n3,4\n", BARE);

    assertEquals(List.of("0", "1"), table.columns());
    assertArrayEquals(new double[] {2, 4}, table.column("1"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a,b\r\n1,2\r\n3,4\r\n",
        "a,b\n1,2\n3,4",
        "a,b\n1,2\r\n3,4\n\n \r\n\t",
        "\uFEFFa,b\n1,2\n3,4\n",
        "\"a\",\"b\"\n\"1\",2\n3,\"4\"",
        " a ,\tb\n 1 , 2\t\n3,4\n",
      })
  void lineEndsMarksQuotesAndBlanksDoNotMatter(String text) throws IOException {
    CsvTable table = read(text, DEFAULTS);

    assertEquals(List.of("a", "b"), table.columns());
    assertArrayEquals(new double[] {1, 2, 3, 4}, table.values().doubles());
  }

  @Test
  void quotedNamesKeepBlanksQuotesDelimitersAndLines() throws IOException {
    CsvTable table = read("\" a \",\"say \"\"b\"\"\",\"c,\r\nd\",\"\"\n1,2,3,4\n", DEFAULTS);

    assertEquals(List.of(" a ", "say \"b\"", "c,\r\nd", ""), table.columns());
    assertRefused("\"a\nb\"\nx\n", DEFAULTS, "line 3, column 1", "\"x\"");
  }

  @Test
  void everyFormOfANumberIsRead() throws IOException {
    String numbers = "1,+1,-1,.5,5.,1e3,1E+3,2.5e-3,inf,-Inf,+INFINITY,-0.0,1e-400,007";

    assertArrayEquals(
        new double[] {
          1,
          1,
          -1,
          .5,
          5,
          1000,
          1000,
          2.5e-3,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.POSITIVE_INFINITY,
          -0.0,
          0,
          7
        },
        read(numbers, BARE).values().doubles());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "1x",
        "1d",
        "0x1p3",
        "1e",
        "e5",
        ".",
        "-",
        "+-1",
        "1.2.3",
        "1 2",
        "1_000",
        "١",
        "1e999",
        "infinite",
        "in"
      })
  void anythingElseIsRefusedWithItsPlace(String text) {
    assertRefused("1,2\n3," + text, BARE, "line 2, column 2", "a number in the range of a double");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"\"", "NaN", "nan", "-nan", "NA"})
  void missingValuesAreRefusedOrNaN(String text) throws IOException {
    assertRefused(
        "1,2\n" + text + ",4\n", BARE, "line 2, column 1", "number in every field", "missing");

    double[] values =
        read("1,2\n" + text + ",4\n", BARE.with(MissingValues.NAN)).values().doubles();
    assertArrayEquals(new double[] {1, 2, Double.NaN, 4}, values);
  }

  @Test
  void aFieldBehindTheLastDelimiterCounts() throws IOException {
    assertArrayEquals(
        new double[] {1, Double.NaN}, read("1,", BARE.with(MissingValues.NAN)).values().doubles());
  }

  @Test
  void rowsOfAnotherLengthAreRefusedWithTheirLine() {
    assertRefused("a,b\n1,2\n3\n", DEFAULTS, "line 3", "a row of 2 fields", "found 1 fields");
    assertRefused("a,b\n1,2\n3,4,5\n", DEFAULTS, "line 3", "a row of 2 fields", "found 3 fields");
    assertRefused("1,2\n3,4,5,6\n", BARE, "line 2", "a row of 2 fields", "found more");
    assertRefused("1,2\n3\n", BARE, "line 2", "a row of 2 fields", "found 1 fields");
  }

  @Test
  void emptyLinesAreRefusedUnlessTheyEndTheFile() {
    assertRefused("a\n1\n\n\n2\n", DEFAULTS, "line 3", "an empty line");
    assertRefused("\na\n1\n", DEFAULTS, "line 1", "a line of column names");
    assertRefused("\n1\n", BARE, "line 1", "an empty line");
  }

  @Test
  void linesOfCommentsAreNoRows() throws IOException {
    CsvOptions options = DEFAULTS.withComment('#');
    String text = "# made by hand\n#\na,b\n# units\n1,2\n#end";

    assertArrayEquals(new double[] {1, 2}, read(text, options).values().doubles());
    assertRefused("# one\na,b\n# two\n1,x", options, "line 4, column 2", "\"x\"");
    assertRefused("a,b\n1,2 # no\n", options, "line 2, column 2", "\"2 # no\"");
  }

  @Test
  void commentsMayBeLongerThanTheBuffer() throws IOException {
    String comment = "#" + "x".repeat(200_000) + "\n";

    assertArrayEquals(
        new double[] {1}, read(comment + "a\n1\n" + comment, DEFAULTS.withComment('#')).column(0));
  }

  @Test
  void theOtherDelimitersAreRead() throws IOException {
    for (char delimiter : new char[] {';', '\t', ' ', '|'}) {
      String text = "a" + delimiter + "b\n1" + delimiter + "2\n";
      assertArrayEquals(
          new double[] {1, 2}, read(text, DEFAULTS.withDelimiter(delimiter)).values().doubles());
    }
  }

  @Test
  void theHeaderMustBeThereAndNameEachColumnOnce() {
    assertRefused("", DEFAULTS, "line 1", "a line of column names", "none");
    assertRefused("a,b,a\n", DEFAULTS, "line 1, column 3", "names that differ", "\"a\" again");
  }

  @Test
  void tablesMayHaveNoRows() throws IOException {
    assertEquals("float64[0, 2]", read("a,b\n", DEFAULTS).values().toString());
    assertEquals("float64[0, 0]", read("", BARE).values().toString());
  }

  @Test
  void brokenTextIsRefused() {
    assertRefused("\"a\nb", DEFAULTS, "line 1, column 1", "a closing quote");
    assertRefused("\"a\"b\n", DEFAULTS, "line 1, column 1", "after a quote");
    assertRefused("a\rb\n", DEFAULTS, "line 1, column 1", "a line feed after a carriage return");
    byte[] latin = "größe\n".getBytes(ISO_8859_1);
    DataFileException e =
        assertThrows(
            DataFileException.class,
            () -> Csv.read(new ByteArrayInputStream(latin), "table.csv", DEFAULTS));
    assertTrue(e.getMessage().contains("text in UTF-8"), e.getMessage());
  }

  @Test
  void aFieldOf64KiBIsRefused() {
    assertRefused("1\n" + "1".repeat(1 << 16), BARE, "line 2, column 1", "shorter than 65536");
    assertRefused("\"" + "a".repeat(1 << 16), DEFAULTS, "line 1, column 1", "shorter than 65536");
  }

  @Test
  void tablesLargerThanTheBufferComeBack() throws IOException {
    SplittableRandom random = new SplittableRandom(7);
    double[] numbers = random.doubles(60_000, -1e6, 1e6).toArray();
    CsvTable table = CsvTable.unnamed(NumericArray.of(numbers, 20_000, 3));
    Path path = folder.resolve("table.csv");

    Csv.write(path, table, DEFAULTS);

    assertArrayEquals(numbers, Csv.read(path, DEFAULTS).values().doubles());
  }

  @Test
  void namesThatNeedQuotesComeBack() throws IOException {
    List<String> names =
        List.of("a,b", "\"", "two\nlines", " blank", "#", "", "\uFEFFmark", "größe", "cr\r");
    CsvTable table = new CsvTable(names, NumericArray.of(new double[9], 1, 9));
    CsvOptions options = DEFAULTS.withComment('#');

    assertEquals(names, read(write(table, options), options).columns());
    CsvTable mark = new CsvTable(List.of("\uFEFF"), NumericArray.of(new double[1], 1, 1));
    assertEquals(List.of("\uFEFF"), read(write(mark, options), options).columns());
    CsvTable nameless = new CsvTable(List.of(""), NumericArray.of(new double[1], 1, 1));
    assertEquals("\"\"\n0.0\n", write(nameless, options));
    assertEquals(List.of(""), read(write(nameless, options), options).columns());
  }

  @Test
  void everyTypeIsWrittenInItsShortestForm() throws IOException {
    assertEquals("1\n0\n", write(NumericArray.of(new boolean[] {true, false}, 2, 1)));
    assertEquals("-1;2\n", write(NumericArray.of(new byte[] {-1, 2}, 1, 2)));
    assertEquals("255;2\n", write(NumericArray.of(new byte[] {-1, 2}, 1, 2).unsigned()));
    assertEquals(
        "18446744073709551615\n", write(NumericArray.of(new long[] {-1}, 1, 1).unsigned()));
    assertEquals("-9223372036854775808\n", write(NumericArray.of(new long[] {1L << 63}, 1, 1)));
    assertEquals("0.1\n", write(NumericArray.of(new float[] {0.1f}, 1, 1)));
    assertEquals("-1.0;-0.75\n", write(Golden.array(ElementType.FLOAT16, 1, 2)));
    assertEquals(
        "nan;inf;-inf\n",
        write(NumericArray.of(new double[] {Double.NaN, 1 / 0.0, -1 / 0.0}, 1, 3)));
  }

  private static String write(NumericArray array) throws IOException {
    return write(CsvTable.unnamed(array), BARE.withDelimiter(';'));
  }

  @Test
  void aTableNeedsRank2AndOneNameForEachColumn() {
    NumericArray values = NumericArray.of(new double[6], 3, 2);

    assertIllegal(() -> new CsvTable(List.of("a"), values), "name 2 columns", "got 1");
    assertIllegal(() -> new CsvTable(List.of("a", "a"), values), "different", "[a, a]");
    assertIllegal(
        () -> CsvTable.unnamed(NumericArray.of(new double[6], 6)), "rank 2", "float64[6]");
    assertIllegal(() -> CsvTable.unnamed(values).column("2"), "[0, 1]", "got 2");
    assertThrows(IndexOutOfBoundsException.class, () -> CsvTable.unnamed(values).column(2));
  }

  @Test
  void charactersOfNumbersDelimitNothing() {
    for (char c : "0eEn+-.\"\n\ré".toCharArray()) {
      assertIllegal(() -> DEFAULTS.withDelimiter(c), "delimiter", "got '" + c + "'");
      assertIllegal(() -> DEFAULTS.withComment(c), "comment", "got '" + c + "'");
    }
    assertIllegal(() -> DEFAULTS.withComment(','), "must differ");
    assertIllegal(() -> DEFAULTS.withComment('#').withDelimiter('#'), "must differ");
    assertIllegal(() -> DEFAULTS.withComment(' '), "comment");
  }

  private static void assertIllegal(Executable call, String... words) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call);
    Arrays.stream(words).forEach(word -> assertTrue(e.getMessage().contains(word), e.getMessage()));
  }

  @Test
  void anOlderFileStaysIfTheNewOneFails() throws IOException {
    Path path = folder.resolve("table.csv");
    Files.createDirectory(path);

    assertThrows(
        IOException.class,
        () -> Csv.write(path, CsvTable.unnamed(NumericArray.of(new int[1], 1, 1)), DEFAULTS));

    assertTrue(Files.isDirectory(path));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }
}
