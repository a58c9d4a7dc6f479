package io.github.anomalydata.drift;

import io.github.anomalydata.internal.SignalBatches;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Samples of one variable as arrays of ND4J. */
final class Vectors {
  private Vectors() {}

  /**
   * Returns the values of a vector.
   *
   * @param name the name of the argument
   * @param array the vector, shape {@code [rows]} or {@code [rows, 1]}, a view or in any order
   * @throws IllegalArgumentException if it has another shape or holds no real numbers
   */
  static double[] of(String name, INDArray array) {
    if (array.isEmpty()) {
      return new double[0];
    }
    boolean vector = array.rank() == 1 || (array.rank() == 2 && array.size(1) == 1);
    if (!vector) {
      throw new IllegalArgumentException(
          name + ": shape [rows] or [rows, 1], got " + Arrays.toString(array.shape()));
    }
    SignalBatches.requireRows(name, array, (int) array.size(-1));
    return SignalBatches.doubles(array);
  }
}
