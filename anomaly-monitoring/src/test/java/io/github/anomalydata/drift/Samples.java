package io.github.anomalydata.drift;

import io.github.anomalydata.data.RandomStreams;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Samples whose distances are known. */
final class Samples {
  /**
   * Distances of column j of the sine fixture, from 1: D times 120, p-value of D, Wasserstein-1.
   */
  static final double[][] SINE_DISTANCES = {
    {32, .14992398676148247, .279619442502869},
    {14, .9555391893955086, .0744026579357831},
    {25, .4003596953167422, .193760026748146}
  };

  private Samples() {}

  /** The reference of the sine fixture, column j. */
  static double[] sineReference(int j) {
    return IntStream.rangeClosed(1, 40)
        .mapToDouble(i -> Math.sin(.7 * i * j + .1) + .1 * Math.cos(7.3 * i + j))
        .toArray();
  }

  /** The current sample of the sine fixture, column j. */
  static double[] sineCurrent(int j) {
    return IntStream.rangeClosed(1, 30)
        .mapToDouble(
            i -> Math.sin(1.1 * i * j + .4) + .1 * Math.cos(7.3 * i + j) + (j == 1 ? .3 : 0))
        .toArray();
  }

  /** Values of an AR(1) process that started long ago: x = phi x + e, e the sum of 12 uniforms. */
  static double[] autoregressive(double phi, int length, long seed) {
    RandomGenerator random = RandomStreams.of(seed);
    double[] values = new double[length];
    double value = 0;
    for (int i = -(int) (10 / (1 - phi)); i < length; i++) {
      double noise = -6;
      for (int k = 0; k < 12; k++) {
        noise += random.nextDouble();
      }
      value = phi * value + noise;
      if (i >= 0) {
        values[i] = value;
      }
    }
    return values;
  }

  /** Independent, nearly normal values. */
  static double[] noise(int length, long seed) {
    return autoregressive(0, length, seed);
  }

  static double[] of(double... values) {
    return values;
  }

  /** Each value so many times on end. */
  static double[] repeated(double[] values, int... times) {
    return IntStream.range(0, values.length)
        .boxed()
        .flatMapToDouble(i -> IntStream.range(0, times[i]).mapToDouble(k -> values[i]))
        .toArray();
  }

  /** First and last, and values evenly between. */
  static double[] linspace(double first, double last, int length) {
    return IntStream.range(0, length)
        .mapToDouble(i -> first + i * (last - first) / (length - 1))
        .toArray();
  }
}
