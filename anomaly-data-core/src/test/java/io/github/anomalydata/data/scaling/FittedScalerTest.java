package io.github.anomalydata.data.scaling;

import static io.github.anomalydata.Thrown.assertRefused;
import static io.github.anomalydata.Thrown.assertThrown;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.DataFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FittedScalerTest {
  private static final Table TABLE =
      Table.of("speed", 0, 2, 4, 10, 10.5, 11).with("pressure", 1, 1, 1, 3, 4, 5);
  private static final int[] GROUPS = {0, 0, 0, 1, 1, 1};

  @TempDir Path folder;

  private static FittedScaler fitted() {
    return Scaler.minMax(0, 1).fit(TABLE, GROUPS, 2);
  }

  private static String saved(Path file) throws IOException {
    fitted().save(file);
    return Files.readString(file);
  }

  /** Loads a saved scaler in which a text that occurs once was replaced by another. */
  private DataFileException refusal(String text, String replacement) throws IOException {
    Path file = folder.resolve("scaler.json");
    String saved = saved(file);
    assertEquals(saved.length() - text.length(), saved.replace(text, "").length(), saved);
    return refusal(saved.replace(text, replacement).getBytes(StandardCharsets.UTF_8));
  }

  private DataFileException refusal(byte[] content) throws IOException {
    Path file = folder.resolve("scaler.json");
    Files.write(file, content);
    return assertThrown(
        DataFileException.class, () -> FittedScaler.load(file), file.toString(), "expected");
  }

  private static void assertSays(DataFileException e, String... words) {
    for (String word : words) {
      assertTrue(e.getMessage().contains(word), e.getMessage());
    }
  }

  @Test
  void itKnowsWhatItWasFittedOn() {
    FittedScaler fitted = fitted();
    assertEquals(List.of("speed", "pressure"), fitted.columns());
    assertEquals(2, fitted.groups());
    assertEquals(6, fitted.rows());
  }

  @Test
  void manyValuesAreScaledAsOneIs() {
    FittedScaler fitted = fitted();
    float[] scaled = {-1, -1, -1, -1};
    fitted.apply(1, 0, new double[] {99, 10, 10.5, 99}, 1, scaled, 2, 2);
    assertArrayEquals(new float[] {-1, -1, 0, 0.5f}, scaled);
  }

  @Test
  void manyValuesOfAConstantColumnBecomeZero() {
    float[] scaled = {-1, -1};
    fitted().apply(0, 1, new double[] {5, Double.NaN}, 0, scaled, 0, 2);
    assertArrayEquals(new float[] {0, 0}, scaled);
  }

  @Test
  void nanStaysNan() {
    assertTrue(Double.isNaN(fitted().apply(0, 0, Double.NaN)));
    float[] scaled = new float[1];
    fitted().apply(0, 0, new double[] {Double.NaN}, 0, scaled, 0, 1);
    assertTrue(Float.isNaN(scaled[0]));
  }

  @Test
  void arraysThatAreTooShortAreRefused() {
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> fitted().apply(0, 0, new double[3], 2, new float[9], 0, 2));
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> fitted().apply(0, 0, new double[9], 0, new float[3], 2, 2));
  }

  @Test
  void aScaledValueCanBeTakenBack() {
    assertEquals(10.3, fitted().invert(1, 0, fitted().apply(1, 0, 10.3)), 1e-12);
  }

  @Test
  void aConstantColumnCannotBeTakenBack() {
    assertThrown(
        IllegalStateException.class, () -> fitted().invert(0, 1, 0), "'pressure'", "group 0");
  }

  @Test
  void aSelectionHasItsColumnsInTheNewOrder() {
    FittedScaler selected = fitted().select(List.of("pressure", "speed"));
    assertEquals(List.of("pressure", "speed"), selected.columns());
    assertEquals(0.25, selected.apply(0, 1, 1));
    assertEquals(0.5, selected.apply(1, 0, 4));
    assertTrue(selected.isConstant(0, 0));
    assertFalse(selected.isConstant(1, 0));
  }

  @Test
  void aSelectionOfWhatWasNotFittedIsRefused() {
    assertRefused(() -> fitted().select(List.of("torque")), "[speed, pressure]", "torque");
    assertRefused(() -> fitted().select(List.of()), "names", "[]");
  }

  @Test
  void whatWasSavedIsLoadedBitForBit() throws IOException {
    Path file = folder.resolve("scaler.json");
    for (Scaler scaler :
        List.of(Scaler.standard(), Scaler.minMax(-1, 3), Scaler.robust(0.1, 0.8))) {
      FittedScaler fitted = scaler.fit(TABLE, GROUPS, 2);
      fitted.save(file);
      byte[] bytes = Files.readAllBytes(file);
      FittedScaler loaded = FittedScaler.load(file);
      assertEquals(fitted.columns(), loaded.columns());
      assertEquals(fitted.rows(), loaded.rows());
      for (int group = 0; group < 2; group++) {
        for (int column = 0; column < 2; column++) {
          assertEquals(fitted.apply(group, column, 1.7), loaded.apply(group, column, 1.7));
        }
      }
      loaded.save(file);
      assertArrayEquals(bytes, Files.readAllBytes(file));
    }
  }

  @Test
  void theFileSaysWhatItIs() throws IOException {
    assertEquals(
        """
        {
          "format" : "anomaly-data/scaler",
          "version" : 1,
          "content" : {
            "method" : {
              "name" : "minMax",
              "low" : 0.0,
              "high" : 1.0
            },
            "columns" : [ "speed", "pressure" ],
            "rows" : 6,
            "offset" : [ [ 0.0, 0.0 ], [ 10.0, 3.0 ] ],
            "scale" : [ [ 0.25, 0.0 ], [ 1.0, 0.5 ] ]
          }
        }\
        """,
        saved(folder.resolve("scaler.json")));
  }

  @Test
  void savingLeavesNothingElseBehind() throws IOException {
    fitted().save(folder.resolve("scaler.json"));
    fitted().save(folder.resolve("scaler.json"));
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve("scaler.json")), files.toList());
    }
  }

  @Test
  void aFileThatIsNotThereIsNoBadFile() {
    assertThrows(NoSuchFileException.class, () -> FittedScaler.load(folder.resolve("scaler.json")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          anomaly-data/scaler   | anomaly-data/model      | format "anomaly-data/scaler", found "anomaly-data/model"
          "version" : 1,        | "version" : 2,          | version 1, found 2
          "version" : 1,        | "version" : "1",        | version 1, found "1"
          "version" : 1,        | "version" : 1.0,        | version 1, found 1.0
          "version" : 1,        |                         | version 1, found none
          "version" : 1,        | "version" : 1, "a" : 2, | the properties format, version and content, found [format, version, a, content]
          "content"             | "contents"              | content: expected an object, found MISSING
          "rows" : 6,           | "rows" : 6, "row" : 6,  | content.row
          "rows" : 6,           |                         | rows
          "rows" : 6,           | "rows" : null,          | content.rows
          "rows" : 6,           | "rows" : "6",           | content.rows
          "rows" : 6,           | "rows" : 6.5,           | content.rows
          "rows" : 6,           | "rows" : 6000000000,    | content.rows
          "rows" : 6,           | "rows" : 0,             | at least one column, group and row
          "rows" : 6,           | "rows" : 6, "rows" : 6, | line 11
          "rows" : 6,           | "rows" : 6              | line 12
          "minMax"              | "maxMin"                | maxMin
          "minMax"              | "standard"              | low
          "minMax"              | null                    | content.method
          "name" : "minMax",    |                         | content.method
          "low" : 0.0,          |                         | low
          "low" : 0.0,          | "low" : 1.0,            | low < high
          "low" : 0.0,          | "low" : null,           | content.method.low
          [ "speed", "pressure" ] | [ ]                   | at least one column
          [ "speed", "pressure" ] | [ "speed" ]           | offset of group 0: 1 values, got 2
          [ "speed", "pressure" ] | [ "speed", "speed" ]  | columns: each once, got [speed, speed]
          [ "speed", "pressure" ] | [ "speed", null ]     | content.columns[1]
          [ "speed", "pressure" ] | [ "speed", 5 ]        | content.columns[1]
          [ "speed", "pressure" ] | "speed"               | content.columns
          [ 10.0, 3.0 ]         | [ 10.0 ]                | offset of group 1: 2 values, got 1
          [ 10.0, 3.0 ]         | [ 10.0, null ]          | content.offset[1]
          [ 10.0, 3.0 ]         | null                    | content.offset[1]
          [ 10.0, 3.0 ]         | [ 10.0, NaN ]           | line 12
          [ 10.0, 3.0 ]         | [ 10.0, "NaN" ]         | offset of group 1: finite, got NaN
          [ 10.0, 3.0 ]         | [ 10.0, 1e999 ]         | offset of group 1: finite
          , [ 10.0, 3.0 ]       |                         | 1 and 2 groups
          [ 1.0, 0.5 ]          | [ 1.0, -0.5 ]           | scale of group 1: finite, at least 0, got -0.5
          [ 1.0, 0.5 ]          | [ 1.0, true ]           | content.scale[1]
          """)
  void aFileItCannotHaveWrittenIsRefused(String text, String replacement, String message)
      throws IOException {
    assertSays(refusal(text, replacement == null ? "" : replacement), message);
  }

  @Test
  void textAfterTheEndIsRefused() throws IOException {
    String saved = saved(folder.resolve("scaler.json"));
    assertSays(refusal((saved + " {}").getBytes(StandardCharsets.UTF_8)), "line 15");
  }

  @Test
  void contentThatIsNoObjectIsRefused() throws IOException {
    for (String content : List.of("null", "[]", "5", "\"x\"")) {
      String document =
          "{\"format\": \"anomaly-data/scaler\", \"version\": 1, \"content\": " + content + "}";
      assertSays(refusal(document.getBytes(StandardCharsets.UTF_8)), "content: expected an object");
    }
  }

  @Test
  void everyShorterFileIsRefused() throws IOException {
    byte[] saved = saved(folder.resolve("scaler.json")).getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < saved.length; length++) {
      byte[] shorter = new byte[length];
      System.arraycopy(saved, 0, shorter, 0, length);
      refusal(shorter);
    }
  }

  @Test
  void bytesThatAreNoTextAreRefused() throws IOException {
    refusal(new byte[] {0, 0, (byte) 0xFE, (byte) 0xFF, 0x7F, 0, 0, 0});
    refusal(new byte[] {(byte) 0x80, (byte) 0xC0, 1, 2, 3});
    assertNotNull(refusal("{\"format\": \"\u00e9".getBytes(StandardCharsets.ISO_8859_1)));
  }

  @Test
  void endlessNestingIsRefused() throws IOException {
    refusal("[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
  }
}
