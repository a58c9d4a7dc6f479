package io.github.anomalydata.signal.wavelet;

import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Batches of signals as arrays of ND4J, whose last axis is time. */
final class SignalArrays {
  private SignalArrays() {}

  /** Returns the values in 'c' order, whatever the strides. */
  static double[] values(INDArray signals) {
    if (signals.rank() < 1 || signals.isEmpty() || !signals.dataType().isFPType()) {
      throw new IllegalArgumentException(
          "signals: a floating-point array of at least one axis and one value, got "
              + signals.dataType()
              + " of shape "
              + Arrays.toString(signals.shape()));
    }
    return signals.dup('c').data().asDouble();
  }

  static int rows(INDArray signals) {
    return (int) (signals.length() / signals.size(-1));
  }

  static void requireSameRows(INDArray first, INDArray other) {
    if (other.rank() != first.rank() || !Arrays.equals(leading(first), leading(other))) {
      throw new IllegalArgumentException(
          "bands: the same leading axes, got shapes "
              + Arrays.toString(first.shape())
              + " and "
              + Arrays.toString(other.shape()));
    }
  }

  private static long[] leading(INDArray array) {
    return Arrays.copyOf(array.shape(), array.rank() - 1);
  }

  /** Returns an array with the leading axes and type of another. */
  static INDArray like(INDArray signals, double[] values) {
    long[] shape = signals.shape().clone();
    shape[shape.length - 1] = values.length / rows(signals);
    return Nd4j.createFromArray(values).reshape('c', shape).castTo(signals.dataType());
  }
}
