package io.github.anomalydata.exchange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class Nd4jArraysTest {
  private static INDArray matrix() {
    return Nd4j.createFromArray(new float[][] {{0, 1, 2, 3}, {4, 5, 6, 7}, {8, 9, 10, 11}});
  }

  @ParameterizedTest
  @EnumSource
  void everyTypeComesBackBitForBit(ElementType type) throws IOException {
    for (int[] shape : List.of(new int[] {2, 3, 4}, new int[] {5}, new int[0], new int[] {0, 3})) {
      NumericArray array = Golden.array(type, shape);

      INDArray there = Nd4jArrays.toNd4j(array);
      NumericArray back = Nd4jArrays.fromNd4j(there);

      assertEquals(Arrays.toString(array.shape()), Arrays.toString(there.shape()));
      assertArrayEquals(Golden.npy(array), Golden.npy(back), () -> back.toString());
    }
  }

  @Test
  void valuesStandAtTheirIndex() {
    INDArray array = Nd4jArrays.toNd4j(NumericArray.of(new double[] {1, 2, 3, 4, 5, 6}, 2, 3));

    assertEquals(DataType.DOUBLE, array.dataType());
    assertEquals(6, array.getDouble(1, 2));
    assertEquals(4, array.getDouble(1, 0));
  }

  @Test
  void theNd4jArrayDoesNotShareTheValues() {
    float[] values = {1, 2};
    INDArray array = Nd4jArrays.toNd4j(NumericArray.of(values, 2));

    array.putScalar(0, 9);

    assertEquals(1, values[0]);
  }

  @Test
  void viewsAndOrdersAreReadInCOrder() {
    INDArray matrix = matrix();
    INDArray view = matrix.get(NDArrayIndex.interval(1, 3), NDArrayIndex.interval(0, 2, 4));

    assertArrayEquals(new float[] {4, 6, 8, 10}, Nd4jArrays.fromNd4j(view).floats());
    assertArrayEquals(new float[] {4, 5, 6, 7}, Nd4jArrays.fromNd4j(matrix.getRow(1)).floats());
    assertArrayEquals(new float[] {1, 5, 9}, Nd4jArrays.fromNd4j(matrix.getColumn(1)).floats());
    assertArrayEquals(
        new float[] {0, 4, 8, 1, 5, 9, 2, 6, 10, 3, 7, 11},
        Nd4jArrays.fromNd4j(matrix.transpose()).floats());
    assertArrayEquals(
        new float[] {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11},
        Nd4jArrays.fromNd4j(matrix.dup('f')).floats());
    assertEquals("float32[2, 2]", Nd4jArrays.fromNd4j(view).toString());
    assertEquals(12, matrix.length());
    assertEquals(11, matrix.getFloat(2, 3));
  }

  @Test
  void theEmptyArrayHasNoElements() {
    assertEquals("float32[0]", Nd4jArrays.fromNd4j(Nd4j.empty(DataType.FLOAT)).toString());
    assertEquals("int64[0, 3]", Nd4jArrays.fromNd4j(Nd4j.create(DataType.INT64, 0, 3)).toString());
  }

  @Test
  void typesWithoutATwinAreRefused() {
    INDArray array = Nd4j.create(DataType.BFLOAT16, 2);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Nd4jArrays.fromNd4j(array));
    assertTrue(e.getMessage().contains("BFLOAT16"), e.getMessage());
  }

  @Test
  void ranksAbove32AreRefused() {
    int[] shape = new int[33];
    Arrays.fill(shape, 1);
    NumericArray array = NumericArray.of(new float[1], shape);
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Nd4jArrays.toNd4j(array));
    assertTrue(e.getMessage().contains("at most 32"), e.getMessage());
  }

  @Test
  void noOtherClassOfThePackageNamesNd4j() throws Exception {
    Path classes =
        Path.of(Npy.class.getProtectionDomain().getCodeSource().getLocation().toURI())
            .resolve("io/github/anomalydata/exchange");
    try (Stream<Path> files = Files.list(classes)) {
      List<Path> all = files.toList();
      assertTrue(all.size() > 20, all.toString());
      for (Path file : all) {
        boolean names = Files.readString(file, StandardCharsets.ISO_8859_1).contains("org/nd4j");
        boolean edge = file.getFileName().toString().startsWith("Nd4jArrays");
        assertFalse(names && !edge, file.toString());
      }
    }
  }
}
