package io.github.anomalydata.audio.spectral;

import io.github.anomalydata.internal.NdArrays;
import io.github.anomalydata.internal.SignalBatches;
import java.util.Arrays;
import java.util.function.Function;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The edge to ND4J, kept apart so that work on arrays of Java loads none of its classes. */
final class BatchArrays {
  private BatchArrays() {}

  /**
   * Applies a function to each item of an array.
   *
   * @param axes the number of last axes that are an item
   * @param map the function for items of a shape
   */
  static INDArray apply(INDArray values, int axes, Function<int[], BatchMap> map) {
    int[] any = new int[axes];
    Arrays.fill(any, -1);
    SignalBatches.requireRows("values", values, any);
    int leading = values.rank() - axes;
    int[] item = new int[axes];
    for (int axis = 0; axis < axes; axis++) {
      item[axis] = (int) values.size(leading + axis);
    }
    BatchMap one = map.apply(item);
    int[] result = one.shape();
    long[] shape = Arrays.copyOf(values.shape(), leading + result.length);
    for (int axis = 0; axis < result.length; axis++) {
      shape[leading + axis] = result[axis];
    }
    return SignalBatches.isDouble(values)
        ? NdArrays.of(one.apply(SignalBatches.doubles(values)), shape)
        : NdArrays.of(one.apply(SignalBatches.floats(values)), shape);
  }
}
