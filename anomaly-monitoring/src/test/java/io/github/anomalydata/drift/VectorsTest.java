package io.github.anomalydata.drift;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.github.anomalydata.drift.TestResult.InsufficientData;
import io.github.anomalydata.drift.TestResult.Tested;
import io.github.anomalydata.internal.NdArrays;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

class VectorsTest {
  private static final INDArray MATRIX = NdArrays.of(new double[] {1, 2, 3, 4, 5, 6}, 3, 2);

  @Test
  void columnOfAMatrixIsAVectorInAnyOrder() {
    for (char order : new char[] {'c', 'f'}) {
      INDArray matrix = MATRIX.dup(order);
      assertArrayEquals(new double[] {2, 4, 6}, Vectors.of("x", matrix.getColumn(1)));
      assertArrayEquals(
          new double[] {2, 4, 6},
          Vectors.of("x", matrix.get(NDArrayIndex.all(), NDArrayIndex.interval(1, 2))));
    }
  }

  @Test
  void singlePrecisionAndIntegersAreWidened() {
    assertArrayEquals(
        new double[] {.1f, .2f}, Vectors.of("x", NdArrays.of(new float[] {.1f, .2f}, 2)));
    assertArrayEquals(
        new double[] {1, 3, 5}, Vectors.of("x", MATRIX.getColumn(0).castTo(DataType.INT32)));
  }

  @Test
  void otherShapesAreRefused() {
    Thrown.assertRefused(() -> Vectors.of("x", MATRIX), "x: shape [rows] or [rows, 1], got [3, 2]");
    Thrown.assertRefused(() -> Vectors.of("x", MATRIX.reshape(1, 6)), "got [1, 6]");
  }

  @Test
  void testsTakeArraysOfNd4j() {
    double[] a = Samples.noise(40, 1);
    double[] b = Samples.noise(30, 2);
    INDArray x = NdArrays.of(a, 40);
    INDArray y = NdArrays.of(b, 30, 1);
    UnivariateTest test = UnivariateTest.withDefaults();
    assertEquals(test.fit(a).statistic(b), test.fit(x).statistic(y));
    assertEquals(pValue(test.fit(a).test(b, 1)), pValue(test.fit(x).test(y, 1)));
    CategoryTest bins = CategoryTest.withDefaults();
    assertEquals(pValue(bins.fit(a).test(b, 1)), pValue(bins.fit(x).test(y, 1)));
    assertInstanceOf(InsufficientData.class, test.fit(x).test(Nd4j.empty(DataType.FLOAT), 1));
  }

  private static double pValue(TestResult result) {
    return assertInstanceOf(Tested.class, result).pValue();
  }
}
