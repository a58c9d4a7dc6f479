package io.github.anomalydata.internal;

/** The rule that samples are finite, and the place of one that is not. */
public final class FiniteValues {
  private FiniteValues() {}

  /**
   * Checks the samples of a signal.
   *
   * @param name the name of the argument
   * @param values an array with the signal
   * @param from the place of its first sample
   * @param length the number of its samples
   * @param signal the number of the signal, for the message
   * @throws IllegalArgumentException if a sample is NaN or infinite; gives it and its place
   */
  public static void require(String name, double[] values, int from, int length, int signal) {
    if (!areFinite(values, from, length)) {
      for (int i = 0; i < length; i++) {
        double value = values[from + i];
        if (!(Math.abs(value) < Double.POSITIVE_INFINITY)) {
          throw new IllegalArgumentException(
              name + ": finite, got " + value + " at index " + i + " of signal " + signal);
        }
      }
    }
  }

  /**
   * Checks the samples of a signal in single precision.
   *
   * @param name the name of the argument
   * @param values an array with the signal
   * @param from the place of its first sample
   * @param length the number of its samples
   * @param signal the number of the signal, for the message
   * @throws IllegalArgumentException if a sample is NaN or infinite; gives it and its place
   */
  public static void require(String name, float[] values, int from, int length, int signal) {
    if (!areFinite(values, from, length)) {
      for (int i = 0; i < length; i++) {
        float value = values[from + i];
        if (!(Math.abs(value) < Float.POSITIVE_INFINITY)) {
          throw new IllegalArgumentException(
              name + ": finite, got " + value + " at index " + i + " of signal " + signal);
        }
      }
    }
  }

  private static boolean areFinite(float[] values, int from, int length) {
    int whole = from + length / 8 * 8;
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    for (int i = from; i < whole; i += 8) {
      a += values[i] * 0 + values[i + 1] * 0;
      b += values[i + 2] * 0 + values[i + 3] * 0;
      c += values[i + 4] * 0 + values[i + 5] * 0;
      d += values[i + 6] * 0 + values[i + 7] * 0;
    }
    for (int i = whole; i < from + length; i++) {
      a += values[i] * 0;
    }
    return a + b + c + d == 0;
  }

  /**
   * Returns whether no value is NaN or infinite.
   *
   * @param values an array with the values
   * @param from the place of the first
   * @param length the number of values
   * @return whether all are finite
   */
  public static boolean areFinite(double[] values, int from, int length) {
    // A finite value times 0 is 0, any other NaN. Four sums of pairs wait less for one another.
    int whole = from + length / 8 * 8;
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    for (int i = from; i < whole; i += 8) {
      a += values[i] * 0 + values[i + 1] * 0;
      b += values[i + 2] * 0 + values[i + 3] * 0;
      c += values[i + 4] * 0 + values[i + 5] * 0;
      d += values[i + 6] * 0 + values[i + 7] * 0;
    }
    for (int i = whole; i < from + length; i++) {
      a += values[i] * 0;
    }
    return a + b + c + d == 0;
  }
}
