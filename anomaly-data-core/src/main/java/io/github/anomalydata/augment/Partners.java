package io.github.anomalydata.augment;

import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.SignalBatches;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Draws who is mixed with whom and how much, and makes mixed arrays. */
final class Partners {
  /** Below, the logarithms of the draws would overflow in time. */
  static final double MIN_ALPHA = 0.01;

  /** Makes rows of a batch from two of its rows each. */
  interface Rows {
    void mix(int row, double[] values, int own, int partner, int length, double[] mixed);
  }

  private Partners() {}

  /** Returns the numbers from 0 in a random order, each as likely. */
  static int[] order(int count, RandomGenerator random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int other = (int) (random.nextDouble() * (i + 1));
      order[i] = order[other];
      order[other] = i;
    }
    return order;
  }

  /** Draws a partner for each sample of a batch. */
  static List<Integer> draw(int samples, RandomGenerator random) {
    return Arrays.stream(order(Require.atLeast("samples", samples, 1), random)).boxed().toList();
  }

  /**
   * Draws from Beta(alpha, alpha) for an alpha of at most 1: M. D. Joehnk, "Erzeugung von
   * betaverteilten und gammaverteilten Zufallszahlen", Metrika 8 (1964), with logarithms, as the
   * powers underflow.
   */
  static double lambda(double alpha, RandomGenerator random) {
    while (true) {
      double first = StrictMath.log(1 - random.nextDouble()) / alpha;
      double second = StrictMath.log(1 - random.nextDouble()) / alpha;
      if (StrictMath.exp(first) + StrictMath.exp(second) <= 1) {
        return 1 / (1 + StrictMath.exp(second - first));
      }
    }
  }

  static void require(List<Integer> partners) {
    if (partners.isEmpty() || !partners.stream().sorted().toList().equals(range(partners.size()))) {
      throw new IllegalArgumentException(
          "partners: each of the numbers from 0 to their count once, got " + partners);
    }
  }

  private static List<Integer> range(int end) {
    return IntStream.range(0, end).boxed().toList();
  }

  /** Refuses a list that has not one element for each sample. */
  static void requireSize(String name, List<Integer> partners, List<?> list) {
    if (list.size() != partners.size()) {
      throw new IllegalArgumentException(
          name + ": one for each of " + partners.size() + " samples, got " + list.size());
    }
  }

  static double[] mix(List<Integer> partners, double[] values, int unit, Rows rows) {
    int length = values.length / partners.size();
    if (values.length == 0 || values.length % ((long) partners.size() * unit) != 0) {
      throw new IllegalArgumentException(
          "values: "
              + partners.size()
              + " rows"
              + (unit == 1 ? "" : " of whole channels of " + unit + " steps")
              + ", got "
              + values.length
              + " values");
    }
    double[] mixed = new double[values.length];
    for (int row = 0; row < partners.size(); row++) {
      rows.mix(row, values, row * length, partners.get(row) * length, length, mixed);
    }
    return mixed;
  }

  static float[] mix(List<Integer> partners, float[] values, int unit, Rows rows) {
    double[] wide = new double[values.length];
    for (int i = 0; i < wide.length; i++) {
      wide[i] = values[i];
    }
    double[] mixed = mix(partners, wide, unit, rows);
    float[] rounded = new float[mixed.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) mixed[i];
    }
    return rounded;
  }

  static INDArray mix(List<Integer> partners, INDArray batch, int unit, Rows rows) {
    DataType type = batch.dataType();
    if (type != DataType.FLOAT && type != DataType.DOUBLE) {
      throw new IllegalArgumentException("batch: an array of float or double, got " + type);
    }
    if (batch.rank() == 0 || batch.isEmpty() || batch.size(0) != partners.size()) {
      throw new IllegalArgumentException(
          "batch: "
              + partners.size()
              + " rows that are not empty, got shape "
              + Arrays.toString(batch.shape()));
    }
    if (unit != 1 && batch.size(-1) != unit) {
      throw new IllegalArgumentException(
          "batch: a last axis of " + unit + " steps, got shape " + Arrays.toString(batch.shape()));
    }
    double[] mixed = mix(partners, SignalBatches.doubles(batch), unit, rows);
    return SignalBatches.like(batch, mixed, batch.shape());
  }
}
