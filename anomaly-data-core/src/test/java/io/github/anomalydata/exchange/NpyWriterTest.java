package io.github.anomalydata.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpyWriterTest {
  @TempDir Path folder;
  private Path path;

  @BeforeEach
  void name() {
    path = folder.resolve("windows.npy");
  }

  private long files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, 10, 12_345})
  void rowsGiveTheFileOfTheWholeArray(int rows) throws IOException {
    try (NpyWriter writer = NpyWriter.open(path, ElementType.FLOAT32, 3, 5)) {
      for (int row = 0; row < rows; row++) {
        float[] values = new float[15];
        for (int i = 0; i < 15; i++) {
          values[i] = (row * 15 + i) * 0.25f - 1;
        }
        writer.append(NumericArray.of(values, 1, 3, 5));
      }
      assertEquals(rows, writer.rows());
      writer.finish();
    }

    byte[] whole = Golden.npy(Golden.array(ElementType.FLOAT32, rows, 3, 5));
    assertArrayEquals(whole, Files.readAllBytes(path));
  }

  @Test
  void blocksMayHoldAnyNumberOfRows() throws IOException {
    try (NpyWriter writer = NpyWriter.open(path, ElementType.INT64)) {
      writer.append(NumericArray.of(new long[] {1, 2}, 2));
      writer.append(NumericArray.of(new long[] {}, 0));
      writer.append(NumericArray.of(new long[] {3}, 1));
      writer.finish();
    }

    NumericArray read = Npy.read(path);
    assertEquals("int64[3]", read.toString());
    assertArrayEquals(new long[] {1, 2, 3}, read.longs());
  }

  @Test
  void blocksMayBeReusedOnceAppended() throws IOException {
    byte[] block = {1};
    try (NpyWriter writer = NpyWriter.open(path, ElementType.INT8)) {
      writer.append(NumericArray.of(block, 1));
      block[0] = 2;
      writer.append(NumericArray.of(block, 1));
      writer.finish();
    }

    assertArrayEquals(new int[] {1, 2}, Npy.read(path).ints());
  }

  @Test
  void nothingIsLeftWithoutFinish() throws IOException {
    try (NpyWriter writer = NpyWriter.open(path, ElementType.INT8, 2)) {
      writer.append(NumericArray.of(new byte[1 << 20], 1 << 19, 2));
      assertEquals(1, files());
    }

    assertEquals(0, files());
  }

  @Test
  void anOlderFileStaysUntilFinish() throws IOException {
    Npy.write(path, NumericArray.of(new byte[] {7}, 1));
    byte[] older = Files.readAllBytes(path);

    try (NpyWriter writer = NpyWriter.open(path, ElementType.INT8)) {
      writer.append(NumericArray.of(new byte[] {8}, 1));
      assertArrayEquals(older, Files.readAllBytes(path));
      writer.finish();
    }

    assertArrayEquals(new int[] {8}, Npy.read(path).ints());
    assertEquals(1, files());
  }

  @Test
  void rowsOfAnotherTypeOrShapeAreRefusedAndTheWriterGoesOn() throws IOException {
    try (NpyWriter writer = NpyWriter.open(path, ElementType.FLOAT32, 2)) {
      for (NumericArray wrong :
          new NumericArray[] {
            NumericArray.of(new double[2], 1, 2),
            NumericArray.of(new float[3], 1, 3),
            NumericArray.of(new float[2], 2),
            NumericArray.of(new float[1])
          }) {
        IllegalArgumentException e =
            assertThrows(IllegalArgumentException.class, () -> writer.append(wrong));
        assertTrue(e.getMessage().contains("rows of float32[2], got " + wrong), e.getMessage());
      }
      writer.append(NumericArray.of(new float[2], 1, 2));
      writer.finish();
    }

    assertEquals("float32[1, 2]", Npy.read(path).toString());
  }

  @Test
  void aFinishedOrClosedWriterTakesNothing() throws IOException {
    NpyWriter writer = NpyWriter.open(path, ElementType.INT8);
    writer.finish();
    assertThrows(IllegalStateException.class, writer::finish);
    writer.close();
    writer.close();
    assertThrows(IllegalStateException.class, () -> writer.append(NumericArray.of(new byte[1], 1)));
    assertTrue(Files.exists(path));
  }

  @Test
  void aRowShapeThatCannotBeIsRefusedBeforeAFileExists() throws IOException {
    assertThrows(
        IllegalArgumentException.class, () -> NpyWriter.open(path, ElementType.INT8, 2, -1));
    assertThrows(
        IllegalArgumentException.class, () -> NpyWriter.open(path, ElementType.INT8, new int[64]));
    assertEquals(0, files());
  }

  @Test
  void aFolderInTheWayIsRefused() throws IOException {
    Files.createDirectory(path);

    IOException e = assertThrows(IOException.class, () -> NpyWriter.open(path, ElementType.INT8));

    assertTrue(e.getMessage().contains("not a regular file"), e.getMessage());
    assertFalse(Files.isRegularFile(path));
  }
}
