package io.github.anomalydata;

import java.util.Arrays;

/** The signals that the golden files were made from: the same recurrence as compat/golden. */
public final class Inputs {
  private Inputs() {}

  public static double[] of(String kind, int n) {
    double[] noise = new double[n];
    long state = 12345;
    for (int i = 0; i < n; i++) {
      state = (1664525 * state + 1013904223) % (1L << 32);
      noise[i] = state / 2147483648.0 - 1;
    }
    return switch (kind) {
      case "noise" -> noise;
      case "constant" -> Arrays.stream(noise).map(v -> 3.25).toArray();
      case "impulse" -> {
        Arrays.fill(noise, 0);
        noise[n / 3] = 1;
        yield noise;
      }
      case "offset" -> Arrays.stream(noise).map(v -> v + 500).toArray();
      case "steps" -> Arrays.stream(noise).map(v -> Math.floor(4 * v)).toArray();
      case "huge" -> Arrays.stream(noise).map(v -> v * 1e150).toArray();
      case "tiny" -> Arrays.stream(noise).map(v -> v * 1e-150).toArray();
      default -> throw new IllegalArgumentException(kind);
    };
  }

  /** Signals of one length, one after the other. */
  public static double[] join(double[]... signals) {
    return Arrays.stream(signals).flatMapToDouble(Arrays::stream).toArray();
  }

  public static float[] floats(double[] values) {
    float[] floats = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      floats[i] = (float) values[i];
    }
    return floats;
  }

  public static double[] doubles(float[] values) {
    double[] doubles = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      doubles[i] = values[i];
    }
    return doubles;
  }
}
