package io.github.anomalydata.internal.simd.vector;

import static io.github.anomalydata.internal.simd.vector.LaneFft.LANES;
import static io.github.anomalydata.internal.simd.vector.LaneFft.broadcast;

import jdk.incubator.vector.DoubleVector;

/**
 * Lets the JVM see every kind of operator before the first kernel runs.
 *
 * <p>The methods of the Vector API are compiled for the operators seen so far. Where those were
 * sums and products alone, the first difference is a mistake that the compiler of JDK 17 counts at
 * every place that calls such a method; a kernel with more than a hundred of them is compiled
 * without regard to the types of vectors, which become objects. A Fourier transform took three
 * times as long after a wavelet transform in the same JVM.
 */
final class OperatorProfile {
  /** Enough to be seen by the first compiler, which counts; takes some hundredths of a second. */
  private static final int ROUNDS = 2000;

  static {
    DoubleVector one = broadcast(1);
    DoubleVector sum = one;
    for (int i = 0; i < ROUNDS; i++) {
      sum = sum.add(one).sub(one).mul(one).div(one).neg().fma(one, one);
    }
    sum.intoArray(new double[LANES], 0);
  }

  private OperatorProfile() {}

  /** Returns once the operators have been seen. Every twin calls this first. */
  static void complete() {}
}
