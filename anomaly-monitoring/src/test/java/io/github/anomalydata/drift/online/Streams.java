package io.github.anomalydata.drift.online;

import io.github.anomalydata.internal.NormalDraws;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Samples for tests. */
final class Streams {
  private Streams() {}

  static double[] normal(int size, long seed) {
    return autoregressive(size, 0, seed);
  }

  /** An AR(1) process of variance 1. */
  static double[] autoregressive(int size, double coefficient, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    double[] values = new double[size];
    double last = NormalDraws.next(random);
    double innovation = Math.sqrt(1 - coefficient * coefficient);
    for (int i = 0; i < size; i++) {
      last = coefficient * last + innovation * NormalDraws.next(random);
      values[i] = last;
    }
    return values;
  }

  static double[] errors(int size, double rate, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = random.nextDouble() < rate ? 1 : 0;
    }
    return values;
  }

  /** Rows of independent columns. */
  static double[][] rows(int size, int columns, long seed) {
    return autoregressiveRows(size, columns, 0, seed);
  }

  /** Rows whose columns are independent AR(1) processes of variance 1. */
  static double[][] autoregressiveRows(int size, int columns, double coefficient, long seed) {
    double[][] rows = new double[size][columns];
    for (int k = 0; k < columns; k++) {
      double[] column = autoregressive(size, coefficient, 1_000_003 * seed + k);
      for (int i = 0; i < size; i++) {
        rows[i][k] = column[i];
      }
    }
    return rows;
  }
}
