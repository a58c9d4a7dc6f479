package io.github.anomalydata.drift.online;

import java.util.Arrays;

/**
 * What a detector keeps of the reference.
 *
 * @param detector the detector
 * @param scale the mean and the standard deviation of the reference
 * @param sorted the reference in ascending order where the detector needs it, else empty
 */
record Fit(Detector detector, Scale scale, double[] sorted) {
  /** Squares of values and their sums stay far from overflow. */
  private static final double GREATEST = 1e60;

  private static final double LEAST_DEVIATION = 1e-60;

  static Fit of(Detector detector, double[] reference) {
    if (reference.length < 2) {
      throw new IllegalArgumentException("reference: at least 2 samples, got " + reference.length);
    }
    for (int i = 0; i < reference.length; i++) {
      check(detector, "reference", reference[i], i);
    }
    Scale scale = scale(reference);
    if (standardizes(detector)) {
      requireSpread(reference, scale.deviation());
    }
    double[] sorted = detector instanceof SlidingWindow ? reference.clone() : new double[0];
    Arrays.sort(sorted);
    return new Fit(detector, scale, sorted);
  }

  private static boolean standardizes(Detector detector) {
    return !(detector instanceof SlidingWindow) && !(detector instanceof Ddm);
  }

  /** Of equal values rounding may leave a deviation above 0. */
  private static void requireSpread(double[] reference, double deviation) {
    if (Arrays.stream(reference).allMatch(value -> value == reference[0])) {
      throw new IllegalArgumentException(
          "reference: not constant, got " + reference.length + " samples of " + reference[0]);
    }
    if (deviation < LEAST_DEVIATION) {
      throw new IllegalArgumentException(
          "reference: a standard deviation of at least " + LEAST_DEVIATION + ", got " + deviation);
    }
  }

  /**
   * Returns what was saved.
   *
   * @throws IllegalArgumentException if it is nothing that {@link #of} returns
   */
  static Fit restored(Detector detector, Scale scale, double[] sorted) {
    boolean fits = detector instanceof SlidingWindow ? sorted.length >= 2 : sorted.length == 0;
    if (!fits) {
      throw new IllegalArgumentException(
          "reference: what " + detector + " keeps, got " + sorted.length + " samples");
    }
    if (standardizes(detector) && scale.deviation() < LEAST_DEVIATION) {
      throw new IllegalArgumentException(
          "deviation: at least " + LEAST_DEVIATION + ", got " + scale.deviation());
    }
    for (int i = 0; i < sorted.length; i++) {
      check(detector, "reference", sorted[i], i);
      if (i > 0 && sorted[i] < sorted[i - 1]) {
        throw new IllegalArgumentException(
            "reference: ascending, got " + sorted[i] + " at index " + i);
      }
    }
    return new Fit(detector, scale, sorted);
  }

  /** Checks a sample of a stream. */
  void check(double value) {
    check(detector, "value", value, -1);
  }

  /** Checks a sample of an array. */
  void check(double value, long index) {
    check(detector, "values", value, index);
  }

  Statistic start() {
    if (detector instanceof Cusum cusum) {
      return new CusumStatistic(cusum, scale);
    }
    if (detector instanceof Ewma ewma) {
      return new EwmaStatistic(ewma, scale);
    }
    if (detector instanceof PageHinkley pageHinkley) {
      return new PageHinkleyStatistic(pageHinkley, scale);
    }
    if (detector instanceof Adwin adwin) {
      return new AdwinStatistic(adwin, scale);
    }
    if (detector instanceof Ddm ddm) {
      return new DdmStatistic(ddm);
    }
    return new SlidingWindowStatistic((SlidingWindow) detector, sorted);
  }

  private static void check(Detector detector, String name, double value, long index) {
    if (detector instanceof Ddm) {
      if (!(value == 0 || value == 1)) {
        throw new IllegalArgumentException(
            name + ": 0 or 1, an error, got " + value + place(index));
      }
    } else if (!(Math.abs(value) < GREATEST)) {
      throw new IllegalArgumentException(
          name + ": finite and below 1e60 in magnitude, got " + value + place(index));
    }
  }

  private static String place(long index) {
    return index < 0 ? "" : " at index " + index;
  }

  private static Scale scale(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = 0;
    for (double value : values) {
      squares += (value - mean) * (value - mean);
    }
    return new Scale(mean, Math.sqrt(squares / (values.length - 1)));
  }
}
