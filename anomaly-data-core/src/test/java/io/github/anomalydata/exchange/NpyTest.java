package io.github.anomalydata.exchange;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.data.DataFileException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NpyTest {
  private static final String HEADER = "{'descr': '<f4', 'fortran_order': False, 'shape': (2,), }";

  @TempDir Path folder;

  /** A version 1.0 file with the given header text and number of bytes after it. */
  private static byte[] file(String header, int bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0});
    out.writeBytes(new byte[] {(byte) header.length(), (byte) (header.length() >> 8)});
    out.writeBytes(header.getBytes(ISO_8859_1));
    out.writeBytes(new byte[bytes]);
    return out.toByteArray();
  }

  private static NumericArray read(byte[] bytes) throws IOException {
    return Npy.read(new ByteArrayInputStream(bytes), "array.npy");
  }

  private DataFileException refusal(byte[] bytes) throws IOException {
    DataFileException fromStream = assertThrows(DataFileException.class, () -> read(bytes));
    Path path = Files.write(folder.resolve("array.npy"), bytes);
    DataFileException fromFile = assertThrows(DataFileException.class, () -> Npy.read(path));
    assertEquals(path.toString(), fromFile.file());
    assertEquals("array.npy", fromStream.file());
    return fromStream;
  }

  private void assertRefused(byte[] bytes, String place, String... words) throws IOException {
    DataFileException e = refusal(bytes);
    assertEquals(place, e.place(), e.getMessage());
    for (String word : words) {
      assertTrue(e.getMessage().contains(word), e.getMessage());
    }
  }

  @Test
  void anArrayComesBackFromAFile() throws IOException {
    Path path = folder.resolve("a.npy");
    float[] values = {1.5f, -2, Float.NaN, 0, 7, 8};

    Npy.write(path, NumericArray.of(values, 2, 3));
    NumericArray read = Npy.read(path);

    assertEquals("float32[2, 3]", read.toString());
    assertArrayEquals(values, read.floats());
  }

  @Test
  void everyLayoutOfRandomShapesComesBack() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    for (int run = 0; run < 600; run++) {
      ElementType type = ElementType.values()[run % ElementType.values().length];
      int[] shape = random.ints(random.nextInt(6), 0, 6).toArray();
      NumericArray array = Golden.array(type, shape);
      NpyOptions options =
          NpyOptions.withDefaults()
              .with(random.nextBoolean() ? ArrayOrder.C : ArrayOrder.FORTRAN)
              .with(random.nextBoolean() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);

      NumericArray read = read(Golden.npy(array, options));

      assertArrayEquals(Golden.npy(array), Golden.npy(read), () -> array.toString());
    }
  }

  @ParameterizedTest
  @EnumSource(ArrayOrder.class)
  void arraysLargerThanEveryBufferComeBack(ArrayOrder order) throws IOException {
    NumericArray array = Golden.array(ElementType.FLOAT64, 403, 7, 301);

    byte[] bytes = Golden.npy(array, NpyOptions.withDefaults().with(order));

    assertArrayEquals(array.doubles(), read(bytes).doubles());
  }

  @ParameterizedTest
  @EnumSource(ElementType.class)
  void streamsOfUnknownLengthComeBackOfEveryType(ElementType type) throws IOException {
    NumericArray array = Golden.array(type, 300_001);

    byte[] bytes = Golden.npy(array);

    assertArrayEquals(bytes, Golden.npy(read(bytes)));
  }

  @Test
  void fortranOrderRunsTheFirstIndexFastest() throws IOException {
    NumericArray array = NumericArray.of(new byte[] {1, 2, 3, 4, 5, 6}, 2, 3);

    byte[] bytes = Golden.npy(array, NpyOptions.withDefaults().with(ArrayOrder.FORTRAN));

    assertArrayEquals(new byte[] {1, 4, 2, 5, 3, 6}, Arrays.copyOfRange(bytes, 128, 134));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2,)}",
        "{\"shape\":(2L,),\"fortran_order\":True,\"descr\":\"<f4\"}",
        " \n{ 'fortran_order' : False , 'shape' : ( 2 , ) , 'descr' : '<f4' , }  \n",
      })
  void everySpellingPythonWritesIsRead(String header) throws IOException {
    assertEquals("float32[2]", read(file(header, 8)).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'descr': '<f4', 'fortran_order': 0, 'shape': (2,)}; byte 44; True or False",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2)}; byte 63; a tuple such as (3,)",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (-2,)}; byte 61; a dimension",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2 2)}; byte 63; ',' or ')'",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2,,)}; byte 63; a dimension",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (9999999999,)}; byte 61; 2147483647",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (65536,65536)}; byte 60; 2147483639",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2,)} x; byte 66; nothing but blanks",
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2,); byte 64; '}'",
        "{'descr': '<f4', 'fortran_order': False}; byte 10; [descr, fortran_order]",
        "{'fortran_order': False, 'shape': (2,)}; byte 10; [fortran_order, shape]",
        "{'descr': '<f4', 'descr': '<f4', 'shape': (2,)}; byte 27; each key once",
        "{'descr': '<f4', 'order': 'C', 'shape': (2,)}; byte 27; order",
        "{'descr' '<f4'}; byte 19; ':'",
        "{descr: '<f4'}; byte 11; a key in quotes",
        "{'descr': '=f4', 'fortran_order': False, 'shape': (2,)}; byte 20; =f4",
        "{'descr': '|f4', 'fortran_order': False, 'shape': (2,)}; byte 20; |f4",
        "{'descr': '', 'fortran_order': False, 'shape': (2,)}; byte 20; a type",
        "{'descr': 4, 'fortran_order': False, 'shape': (2,)}; byte 20; a type in quotes",
        "__import__('os').system('true'); byte 10; '{'",
        "``; byte 10; the end of the header",
      })
  void otherHeadersAreRefusedAtTheByte(String header, String place, String word)
      throws IOException {
    assertRefused(file(header, 8), place, word);
  }

  @Test
  void moreThan64DimensionsAreRefused() throws IOException {
    String shape = "(" + "1, ".repeat(65) + ")";
    assertRefused(file(HEADER.replace("(2,)", shape), 4), "byte 60", "at most 64 dimensions");
  }

  @Test
  void missingValuesAreRefusedWithTheirNumber() throws IOException {
    DataFileException e = refusal(file(HEADER, 7));

    assertTrue(e.getMessage().contains("expected 8 bytes for float32[2], found 7"), e.getMessage());
    assertEquals("byte 67", e.place());
  }

  @Test
  void bytesBehindTheValuesAreRefused() throws IOException {
    DataFileException fromStream =
        assertThrows(DataFileException.class, () -> read(file(HEADER, 9)));
    assertEquals("byte 75", fromStream.place());
    assertTrue(fromStream.getMessage().contains("the end of the file"), fromStream.getMessage());

    Path path = Files.write(folder.resolve("long.npy"), file(HEADER, 9));
    DataFileException fromFile = assertThrows(DataFileException.class, () -> Npy.read(path));
    assertTrue(
        fromFile.getMessage().contains("expected 8 bytes for float32[2], found 9"),
        fromFile.getMessage());
  }

  @Test
  void aShapeThatLiesTakesNoMemory() throws IOException {
    // 16 GiB, were they believed.
    String header = HEADER.replace("<f4", "<f8").replace("(2,)", "(2147483639,)");
    assertRefused(file(header, 24), "byte 76", "17179869112 bytes", "found 24");
  }

  @ParameterizedTest
  @CsvSource({"0, byte 0", "3, byte 3", "7, byte 7", "9, byte 9", "40, byte 40"})
  void aFileThatEndsInItsHeaderIsRefused(int length, String place) throws IOException {
    assertRefused(Arrays.copyOf(file(HEADER, 8), length), place, "found the end of the file");
  }

  @Test
  void otherFilesAreRefusedByTheirMagic() throws IOException {
    assertRefused("PK\3\4 and so on".getBytes(ISO_8859_1), "byte 0", "magic", "PK\\u0003");
  }

  @Test
  void unknownFormatVersionsAreRefused() throws IOException {
    byte[] bytes = file(HEADER, 8);
    bytes[6] = 4;
    assertRefused(bytes, "byte 6", "version 1.0, 2.0 or 3.0", "found 4.0");
  }

  @Test
  void aHugeHeaderIsRefusedUnread() throws IOException {
    byte[] bytes = file("", 4);
    bytes[6] = 2;
    bytes[11] = 0x7F;
    assertRefused(bytes, "byte 8", "at most 10000 bytes", "2130706432");
  }

  @Test
  void aTruthValueThatIsNeither0Nor1IsRefused() throws IOException {
    byte[] bytes = file(HEADER.replace("<f4", "|b1"), 2);
    bytes[bytes.length - 1] = 2;
    assertRefused(bytes, "byte 68", "0 or 1 for a bool", "found 2");
  }

  @Test
  void anOldFileStaysIfTheNewOneFails() throws IOException {
    Path path = folder.resolve("a.npy");
    Npy.write(path, NumericArray.of(new int[] {1}, 1));
    byte[] before = Files.readAllBytes(path);
    Path missing = folder.resolve("missing").resolve("a.npy");

    assertThrows(IOException.class, () -> Npy.write(missing, NumericArray.of(new int[] {2}, 1)));

    assertArrayEquals(before, Files.readAllBytes(path));
    try (var files = Files.list(folder)) {
      assertEquals(1, files.count());
    }
  }

  @Test
  void theStreamStaysOpen() throws IOException {
    boolean[] closed = {false};
    ByteArrayInputStream in =
        new ByteArrayInputStream(file(HEADER, 8)) {
          @Override
          public void close() {
            closed[0] = true;
          }
        };

    Npy.read(in, "array.npy");

    assertEquals(false, closed[0]);
  }
}
