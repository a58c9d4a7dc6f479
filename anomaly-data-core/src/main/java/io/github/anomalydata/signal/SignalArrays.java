package io.github.anomalydata.signal;

import io.github.anomalydata.internal.NdArrays;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The edge to ND4J, kept apart so that work on arrays of Java loads none of its classes. */
final class SignalArrays {
  private SignalArrays() {}

  /**
   * Applies a transform to each signal of an array.
   *
   * @param lastShape the shape a signal must have in the last axes, -1 where any will do
   */
  static INDArray each(INDArray values, SignalTransform transform, int... lastShape) {
    long[] shape = values.shape();
    int leading = shape.length - lastShape.length;
    if (values.isEmpty() || leading < 0 || !matches(shape, leading, lastShape)) {
      throw new IllegalArgumentException(
          "values: an array of shape [..., "
              + Arrays.toString(lastShape).substring(1).replace("-1", "n")
              + " that is not empty, got shape "
              + Arrays.toString(shape));
    }
    long length = 1;
    for (int axis = leading; axis < shape.length; axis++) {
      length *= shape[axis];
    }
    if (values.length() > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "values: fewer than 2^31 - 8 values, got shape " + Arrays.toString(shape));
    }
    int[] one = transform.shape((int) length);
    long[] result = Arrays.copyOf(shape, leading + one.length);
    for (int axis = 0; axis < one.length; axis++) {
      result[leading + axis] = one[axis];
    }
    // A copy in 'c' order starts at 0 and has no gaps, whatever view it is of.
    if (values.dataType() == DataType.DOUBLE) {
      double[] flat = values.dup('c').data().asDouble();
      return NdArrays.of(Signals.each(flat, (int) length, transform), result);
    }
    float[] flat = values.castTo(DataType.FLOAT).dup('c').data().asFloat();
    return NdArrays.of(Signals.each(flat, (int) length, transform), result);
  }

  private static boolean matches(long[] shape, int leading, int[] lastShape) {
    for (int axis = 0; axis < lastShape.length; axis++) {
      if (lastShape[axis] >= 0 && shape[leading + axis] != lastShape[axis]) {
        return false;
      }
    }
    return true;
  }
}
