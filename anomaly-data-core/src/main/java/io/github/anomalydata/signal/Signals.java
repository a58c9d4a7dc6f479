package io.github.anomalydata.signal;

import io.github.anomalydata.internal.FiniteValues;
import io.github.anomalydata.internal.ParallelRows;
import io.github.anomalydata.internal.Require;
import java.util.Arrays;

/** Applies a transform to each signal of a batch, and checks what callers hand in. */
final class Signals {
  private static final int TILE = 32;

  private Signals() {}

  static double[] each(double[] values, int length, SignalTransform transform) {
    return each(values, length, transform, ParallelRows.NONE);
  }

  static double[] each(
      double[] values, int length, SignalTransform transform, ParallelRows parallel) {
    int signals = count(values.length, length);
    int size = size(transform.shape(length));
    double[] out = new double[total(signals, size)];
    parallel.run(
        signals,
        (from, to) -> {
          SignalTransform.Prepared prepared = transform.prepare(length);
          boolean reads = prepared instanceof SignalTransform.Reading;
          double[] signal = new double[reads ? 0 : length];
          for (int s = from; s < to; s++) {
            FiniteValues.require("values", values, s * length, length, s);
            if (prepared instanceof SignalTransform.Reading reading) {
              reading.apply(values, s * length, out, s * size);
            } else {
              System.arraycopy(values, s * length, signal, 0, length);
              prepared.apply(signal, out, s * size);
            }
          }
        });
    return out;
  }

  static float[] each(float[] values, int length, SignalTransform transform) {
    return each(values, length, transform, ParallelRows.NONE);
  }

  static float[] each(
      float[] values, int length, SignalTransform transform, ParallelRows parallel) {
    int signals = count(values.length, length);
    int size = size(transform.shape(length));
    float[] out = new float[total(signals, size)];
    parallel.run(
        signals,
        (from, to) -> {
          SignalTransform.Prepared prepared = transform.prepare(length);
          double[] signal = new double[length];
          double[] one = new double[size];
          for (int s = from; s < to; s++) {
            for (int i = 0; i < length; i++) {
              signal[i] = values[s * length + i];
            }
            FiniteValues.require("values", signal, 0, length, s);
            Arrays.fill(one, 0);
            prepared.apply(signal, one, 0);
            for (int i = 0; i < size; i++) {
              out[s * size + i] = (float) one[i];
            }
          }
        });
    return out;
  }

  private static int count(int values, int length) {
    Require.atLeast("length", length, 1);
    if (values == 0 || values % length != 0) {
      throw new IllegalArgumentException(
          "values: one or more whole signals of " + length + " values, got " + values + " values");
    }
    return values / length;
  }

  /** Returns the number of values in an array of a shape. */
  static int size(int... shape) {
    int size = 1;
    for (int dimension : shape) {
      size = total(size, dimension);
    }
    return size;
  }

  private static int total(int count, int size) {
    long total = (long) count * size;
    if (total > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "values: a result that fits in an array, got " + total + " values; split the batch");
    }
    return (int) total;
  }

  /**
   * Writes frames of values or pairs side by side: element {@code k} of frame {@code s} to place
   * {@code at + k * stride + s * parts}.
   */
  static void interleave(
      double[][] frames, int count, int elements, int parts, double[] out, int at, int stride) {
    // A tile is written by frame after frame while its cache lines are at hand.
    for (int from = 0; from < elements; from += TILE) {
      int to = Math.min(elements, from + TILE);
      for (int s = 0; s < count; s++) {
        double[] frame = frames[s];
        int place = at + from * stride + s * parts;
        if (parts == 1) {
          for (int k = from; k < to; k++, place += stride) {
            out[place] = frame[k];
          }
        } else {
          for (int k = from; k < to; k++, place += stride) {
            out[place] = frame[2 * k];
            out[place + 1] = frame[2 * k + 1];
          }
        }
      }
    }
  }

  /** Returns a magnitude that neither overflows nor underflows on the way. */
  static double magnitude(double re, double im) {
    double squares = re * re + im * im;
    // Far from the ends of the range of a double, the plain way is exact enough and much faster.
    return squares > 1e-280 && squares < 1e280 ? Math.sqrt(squares) : Math.hypot(re, im);
  }
}
