package io.github.anomalydata.signal;

import io.github.anomalydata.internal.NdArrays;
import io.github.anomalydata.internal.ParallelRows;
import io.github.anomalydata.internal.SignalBatches;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The edge to ND4J, kept apart so that work on arrays of Java loads none of its classes. */
final class SignalArrays {
  private SignalArrays() {}

  static INDArray each(INDArray values, SignalTransform transform, int... lastShape) {
    return each(values, transform, ParallelRows.NONE, lastShape);
  }

  /**
   * Applies a transform to each signal of an array.
   *
   * @param lastShape the shape a signal must have in the last axes, -1 where any will do
   */
  static INDArray each(
      INDArray values, SignalTransform transform, ParallelRows parallel, int... lastShape) {
    int rows = SignalBatches.requireRows("values", values, lastShape);
    int length = (int) (values.length() / rows);
    int[] one = transform.shape(length);
    int leading = values.rank() - lastShape.length;
    long[] shape = Arrays.copyOf(values.shape(), leading + one.length);
    for (int axis = 0; axis < one.length; axis++) {
      shape[leading + axis] = one[axis];
    }
    return SignalBatches.isDouble(values)
        ? NdArrays.of(
            Signals.each(SignalBatches.doubles(values), length, transform, parallel), shape)
        : NdArrays.of(
            Signals.each(SignalBatches.floats(values), length, transform, parallel), shape);
  }
}
