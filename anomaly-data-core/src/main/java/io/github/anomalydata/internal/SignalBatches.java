package io.github.anomalydata.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataBuffer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Batches of signals as arrays of ND4J, whose last axes are those of a signal: one bulk copy in,
 * one out. Results are in double precision if the input is, else in single.
 */
public final class SignalBatches {
  private SignalBatches() {}

  /**
   * Checks that an array is a batch of real signals.
   *
   * @param name the name of the argument
   * @param signals the array
   * @param lastShape the shape of a signal, -1 where any length will do
   * @return the number of signals
   * @throws IllegalArgumentException if it is empty, has another shape, holds no real numbers, or
   *     has more values than an array of Java
   */
  public static int requireRows(String name, INDArray signals, int... lastShape) {
    long[] shape = signals.shape();
    int leading = shape.length - lastShape.length;
    DataType type = signals.dataType();
    if (signals.isEmpty() || leading < 0 || !matches(shape, leading, lastShape)) {
      throw new IllegalArgumentException(
          name
              + ": an array of shape [..., "
              + Arrays.toString(lastShape).substring(1).replace("-1", "n")
              + " that is not empty, got shape "
              + Arrays.toString(shape));
    }
    if (!type.isFPType() && !type.isIntType()) {
      throw new IllegalArgumentException(name + ": an array of real numbers, got " + type);
    }
    if (signals.length() > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          name + ": fewer than 2^31 - 8 values, got shape " + Arrays.toString(shape));
    }
    long rows = 1;
    for (int axis = 0; axis < leading; axis++) {
      rows *= shape[axis];
    }
    return (int) rows;
  }

  private static boolean matches(long[] shape, int leading, int[] lastShape) {
    for (int axis = 0; axis < lastShape.length; axis++) {
      if (lastShape[axis] >= 0 && shape[leading + axis] != lastShape[axis]) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the values in 'c' order.
   *
   * @param signals the array, which may be a view or in 'f' order
   * @return a copy
   */
  public static double[] doubles(INDArray signals) {
    DataBuffer buffer = plain(signals).data();
    if (buffer.dataType() != DataType.DOUBLE || !isAddressable(buffer, Double.BYTES)) {
      return buffer.asDouble();
    }
    double[] values = new double[(int) buffer.length()];
    buffer.asNioDouble().get(values);
    return values;
  }

  /** Returns an array in 'c' order that starts at 0 and has no gaps: itself, if it is one. */
  private static INDArray plain(INDArray signals) {
    boolean isPlain =
        signals.offset() == 0
            && signals.data().length() == signals.length()
            && Arrays.equals(signals.stride(), Nd4j.getStrides(signals.shape(), 'c'));
    return isPlain ? signals : signals.dup('c');
  }

  /** Buffers of Java are copied at once, others value by value. */
  private static boolean isAddressable(DataBuffer buffer, int bytes) {
    return buffer.length() * bytes <= Integer.MAX_VALUE;
  }

  /**
   * Returns the values of arrays of one shape.
   *
   * @param name the name of the argument
   * @param arrays the arrays, at least one
   * @return copies of the values in 'c' order
   * @throws IllegalArgumentException if the shapes differ
   */
  public static List<double[]> alike(String name, List<INDArray> arrays) {
    long[] shape = arrays.get(0).shape();
    List<double[]> values = new ArrayList<>();
    for (INDArray array : arrays) {
      if (!Arrays.equals(shape, array.shape())) {
        throw new IllegalArgumentException(
            name
                + ": all of one shape, got "
                + Arrays.toString(shape)
                + " and "
                + Arrays.toString(array.shape()));
      }
      values.add(doubles(array));
    }
    return values;
  }

  /**
   * Returns the values in 'c' order, in single precision.
   *
   * @param signals the array, which may be a view or in 'f' order
   * @return a copy
   */
  public static float[] floats(INDArray signals) {
    DataBuffer buffer = plain(signals.castTo(DataType.FLOAT)).data();
    if (!isAddressable(buffer, Float.BYTES)) {
      return buffer.asFloat();
    }
    float[] values = new float[(int) buffer.length()];
    buffer.asNioFloat().get(values);
    return values;
  }

  /**
   * Returns whether results are to be in double precision.
   *
   * @param signals the input
   * @return true if the input is
   */
  public static boolean isDouble(INDArray signals) {
    return signals.dataType() == DataType.DOUBLE;
  }

  /**
   * Returns results as an array, in the precision of the input.
   *
   * @param signals the input
   * @param values the values in 'c' order
   * @param shape their shape
   * @return a new array
   */
  public static INDArray like(INDArray signals, double[] values, long... shape) {
    if (isDouble(signals)) {
      return NdArrays.of(values, shape);
    }
    float[] rounded = new float[values.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) values[i];
    }
    return NdArrays.of(rounded, shape);
  }

  /**
   * Returns results with the leading axes of the input and a last axis of its own length.
   *
   * @param signals the input, {@code [..., time]}
   * @param values the values in 'c' order
   * @return a new array
   */
  public static INDArray like(INDArray signals, double[] values) {
    long[] shape = signals.shape().clone();
    shape[shape.length - 1] = values.length / (signals.length() / signals.size(-1));
    return like(signals, values, shape);
  }
}
