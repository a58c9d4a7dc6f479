package io.github.anomalydata.internal.simd;

/** Takes one logarithm after the other. */
final class PlainLogarithm implements Logarithm {
  @Override
  public void apply(double[] values, int at, int count) {
    for (int i = at; i < at + count; i++) {
      values[i] = Math.log(values[i]);
    }
  }
}
