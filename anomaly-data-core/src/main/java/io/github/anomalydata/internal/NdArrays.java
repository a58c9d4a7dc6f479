package io.github.anomalydata.internal;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Arrays of ND4J from arrays of Java. */
public final class NdArrays {
  private NdArrays() {}

  /**
   * Returns an array in single precision and 'c' order that belongs to no workspace, whichever the
   * caller has open.
   *
   * @param values the values, which are copied
   * @param shape the shape, as many values as there are
   * @return a new array
   */
  public static INDArray of(float[] values, long... shape) {
    // One copy of the whole array, on every backend. Nd4j.create(float[], ...) copies value by
    // value
    // and takes five times as long; a buffer that is allocated first and filled through its pointer
    // is as fast, but what it holds never gets to a GPU.
    return Nd4j.create(
        Nd4j.createBufferDetached(values), shape, Nd4j.getStrides(shape, 'c'), 0, 'c');
  }

  /**
   * Returns an array in double precision and 'c' order that belongs to no workspace.
   *
   * @param values the values, which are copied
   * @param shape the shape, as many values as there are
   * @return a new array
   */
  public static INDArray of(double[] values, long... shape) {
    return Nd4j.create(
        Nd4j.createBufferDetached(values), shape, Nd4j.getStrides(shape, 'c'), 0, 'c');
  }
}
