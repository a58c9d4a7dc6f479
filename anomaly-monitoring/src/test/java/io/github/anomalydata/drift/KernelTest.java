package io.github.anomalydata.drift;

import static io.github.anomalydata.drift.Thrown.assertRefused;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class KernelTest {
  private static final double[][] X = {{0, 0}, {1, 0}, {0, 2}};
  private static final double[][] Y = {{1, 1}, {0, 2}};

  @Test
  void gaussianIsOneForEqualRows() {
    double[][] matrix = Kernel.gaussian(0.5).matrix(X, Y);

    assertArrayEquals(new double[] {Math.exp(-1), Math.exp(-2)}, matrix[0], 1e-15);
    assertArrayEquals(new double[] {Math.exp(-1), 1}, matrix[2], 1e-15);
  }

  @Test
  void matrixOfNd4jHasTheTypeOfTheFirst() {
    INDArray x = Nd4j.create(X).dup('f');
    INDArray y = Nd4j.create(Y);
    INDArray matrix = Kernel.gaussian(0.5).matrix(x, y);

    assertArrayEquals(new long[] {3, 2}, matrix.shape());
    assertEquals(DataType.DOUBLE, matrix.dataType());
    assertEquals(Math.exp(-2), matrix.getDouble(0, 1), 1e-15);
    assertEquals(DataType.FLOAT, Kernel.linear().matrix(x.castTo(DataType.FLOAT), y).dataType());
  }

  @Test
  void multipleOfTheMedianIsTheBandwidth() {
    double[][] two = {{0, 0}};
    double[][] other = {{3, 4}};

    assertEquals(
        Math.exp(-25.0 / (2 * 100)), Kernel.gaussianOfMedian(2).matrix(two, other)[0][0], 1e-15);
    assertEquals(5, Kernel.gaussians().size());
  }

  @Test
  void moreThanHalfEqualRowsLeaveTheMedianOfTheOthers() {
    double[][] x = {{0}, {0}, {0}, {0}, {2}};

    assertEquals(Math.exp(-0.5), Kernel.gaussian().matrix(x, new double[][] {{0}})[4][0], 1e-15);
  }

  @Test
  void wrongParametersAreNamed() {
    assertRefused(() -> Kernel.gaussian(0), "gamma", "above 0", "0.0");
    assertRefused(() -> Kernel.gaussian(new double[0]), "number of gammas", "at least 1", "0");
    assertRefused(() -> Kernel.gaussianOfMedian(Double.NaN), "factor", "above 0", "NaN");
    assertRefused(() -> Kernel.laplacian(-1), "gamma", "above 0", "-1.0");
    assertRefused(() -> Kernel.rationalQuadratic(0, 1), "alpha", "above 0", "0.0");
    assertRefused(() -> Kernel.rationalQuadratic(1, 0), "lengthScale", "above 0", "0.0");
    assertRefused(() -> Kernel.polynomial(0, 1, 0), "degree", "at least 1", "0");
    assertRefused(() -> Kernel.polynomial(2, 1, -1), "offset", "at least 0", "-1.0");
    assertRefused(() -> Kernel.linear().matrix(X, new double[][] {{1}}), "y", "2 columns", "1");
    assertRefused(() -> Kernel.linear().matrix(X, new double[0][]), "rows of y", "at least 1");
    assertRefused(
        () -> Kernel.linear().matrix(Nd4j.create(3), Nd4j.create(Y)), "x: shape [rows, columns]");
  }
}
