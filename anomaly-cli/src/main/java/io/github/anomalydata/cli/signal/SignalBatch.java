package io.github.anomalydata.cli.signal;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.exchange.ElementType;
import io.github.anomalydata.exchange.NumericArray;
import java.util.Arrays;

/**
 * Signals from a file, of any leading axes.
 *
 * @param values the samples in double precision
 * @param shape the shape, whose last axis is time
 * @param single whether results are to be in single precision, as the samples are
 */
record SignalBatch(double[] values, int[] shape, boolean single) {

  /** Checks an array and takes its values. */
  static SignalBatch of(String file, NumericArray array) throws DataFileException {
    int[] shape = array.shape();
    if (array.type() == ElementType.BOOL) {
      throw new DataFileException(file, "", "numbers", "truth values: " + array);
    }
    if (shape.length == 0) {
      throw new DataFileException(file, "", "at least one axis", "a single number: " + array);
    }
    if (array.size() == 0) {
      throw new DataFileException(file, "", "at least one value", "none: " + array);
    }
    double[] values;
    try {
      values = array.doubles();
    } catch (ArithmeticException e) {
      throw new DataFileException(
          file, "", "numbers that double precision holds", String.valueOf(e.getMessage()));
    }
    for (int i = 0; i < values.length; i++) {
      if (!(Math.abs(values[i]) < Double.POSITIVE_INFINITY)) {
        String place = "value at index " + Arrays.toString(index(i, shape));
        throw new DataFileException(file, place, "a finite number", String.valueOf(values[i]));
      }
    }
    boolean single = array.type() == ElementType.FLOAT32 || array.type() == ElementType.FLOAT16;
    return new SignalBatch(values, shape, single);
  }

  private static int[] index(int flat, int[] shape) {
    int[] index = new int[shape.length];
    int rest = flat;
    for (int axis = shape.length - 1; axis >= 0; axis--) {
      index[axis] = rest % shape[axis];
      rest /= shape[axis];
    }
    return index;
  }

  int length() {
    return shape[shape.length - 1];
  }

  int rows() {
    return values.length / length();
  }

  /** Returns an array of the leading axes and others, in the precision of the samples. */
  NumericArray array(double[] result, int... axes) {
    int leading = shape.length - 1;
    int[] to = Arrays.copyOf(shape, leading + axes.length);
    System.arraycopy(axes, 0, to, leading, axes.length);
    return precise(result, to);
  }

  /** Returns an array in the precision of the samples. */
  NumericArray precise(double[] result, int... to) {
    if (!single) {
      return NumericArray.of(result, to);
    }
    float[] rounded = new float[result.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) result[i];
    }
    return NumericArray.of(rounded, to);
  }
}
