package io.github.anomalydata.audio.spectral;

import io.github.anomalydata.audio.AudioClip;
import io.github.anomalydata.internal.FiniteValues;
import io.github.anomalydata.internal.ParallelRows;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * A function of one item, applied to each of a batch.
 *
 * @param size the number of values of an item
 * @param shape the shape of what becomes of it
 * @param functions makes the function for one thread
 * @param parallel who works
 */
record BatchMap(int size, int[] shape, Supplier<Function> functions, ParallelRows parallel) {
  private static final int MAX_VALUES = Integer.MAX_VALUE - 8;

  BatchMap {
    product(shape);
  }

  /** What becomes of an item; it is written to a place in an array of zeros. */
  interface Function {
    void apply(double[] item, double[] out, int at);

    /** The same for an item of an array in single precision, at a place and of a size. */
    default void apply(float[] values, int from, int size, double[] out) {
      double[] item = new double[size];
      for (int i = 0; i < size; i++) {
        item[i] = values[from + i];
      }
      apply(item, out, 0);
    }
  }

  static BatchMap of(int size, int[] shape, Function function) {
    return new BatchMap(size, shape, () -> function, ParallelRows.NONE);
  }

  static int product(int... shape) {
    long product = 1;
    for (int axis : shape) {
      product = Math.multiplyExact(product, axis);
      requireRoom(product);
    }
    return (int) product;
  }

  private static int requireRoom(long values) {
    if (values > MAX_VALUES) {
      throw new IllegalArgumentException(
          "values: a result that fits in an array, got " + values + " values; split the batch");
    }
    return (int) values;
  }

  double[] apply(double[] values) {
    int rows = rows(values.length);
    int each = product(shape);
    double[] out = new double[requireRoom((long) rows * each)];
    parallel.run(
        rows,
        (from, to) -> {
          Function function = functions.get();
          double[] item = new double[size];
          for (int row = from; row < to; row++) {
            System.arraycopy(values, row * size, item, 0, size);
            FiniteValues.require("values", item, 0, size, row);
            function.apply(item, out, row * each);
          }
        });
    return out;
  }

  float[] apply(float[] values) {
    int rows = rows(values.length);
    int each = product(shape);
    float[] out = new float[requireRoom((long) rows * each)];
    parallel.run(
        rows,
        (from, to) -> {
          Function function = functions.get();
          double[] result = new double[each];
          for (int row = from; row < to; row++) {
            FiniteValues.require("values", values, row * size, size, row);
            Arrays.fill(result, 0);
            function.apply(values, row * size, size, result);
            for (int i = 0; i < each; i++) {
              out[row * each + i] = (float) result[i];
            }
          }
        });
    return out;
  }

  /** Applies it to each channel of a clip of the rate it is meant for. */
  float[] apply(AudioClip clip, double sampleRate) {
    if (clip.sampleRate() != sampleRate) {
      throw new IllegalArgumentException(
          "clip: of "
              + sampleRate
              + " Hz, got one of "
              + clip.sampleRate()
              + " Hz; a Resampler changes the rate");
    }
    return apply(clip.samples());
  }

  private int rows(int values) {
    if (size < 1 || values == 0 || values % size != 0) {
      throw new IllegalArgumentException(
          "values: one or more whole items of " + size + " values, got " + values + " values");
    }
    return values / size;
  }
}
