package io.github.anomalydata.data.batch;

import io.github.anomalydata.data.BatchBuffer;
import io.github.anomalydata.data.Field;
import io.github.anomalydata.internal.NdArrays;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** The arrays of a full buffer as {@link INDArray}s: one bulk copy each. */
final class Batches {
  private final BatchBuffer buffer;
  private final int rows;
  private final List<Field> fields;

  Batches(BatchBuffer buffer, int rows) {
    this.buffer = buffer;
    this.rows = rows;
    this.fields = buffer.layout().fields();
  }

  INDArray values(int field) {
    return array(buffer.values(field), fields.get(field).length(), fields.get(field).shape());
  }

  /** Returns the mask of a field, or null, as ND4J wants it, if it has none. */
  @Nullable INDArray mask(int field) {
    Field spec = fields.get(field);
    return spec.isMasked() ? array(buffer.masks(field), spec.maskLength(), spec.maskShape()) : null;
  }

  INDArray[] values(int from, int to) {
    INDArray[] arrays = new INDArray[to - from];
    Arrays.setAll(arrays, i -> values(from + i));
    return arrays;
  }

  @Nullable INDArray @Nullable [] masks(int from, int to) {
    @Nullable INDArray[] arrays = new INDArray[to - from];
    boolean any = false;
    for (int i = 0; i < arrays.length; i++) {
      arrays[i] = mask(from + i);
      any |= arrays[i] != null;
    }
    return any ? arrays : null;
  }

  private INDArray array(float[] values, int length, List<Integer> sampleShape) {
    long[] shape = new long[sampleShape.size() + 1];
    shape[0] = rows;
    for (int i = 0; i < sampleShape.size(); i++) {
      shape[i + 1] = sampleShape.get(i);
    }
    int used = rows * length;
    return NdArrays.of(used == values.length ? values : Arrays.copyOf(values, used), shape);
  }
}
