package io.github.anomalydata.drift.online;

import io.github.anomalydata.internal.ParallelRows;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * What a detector of one variable keeps of the reference.
 *
 * @param detector the detector
 * @param scale the mean and the standard deviation of the reference
 * @param kept the reference in ascending order where the detector needs it, else empty
 */
record ScalarFit(Detector detector, Scale scale, Samples kept) implements Fit {
  /** Squares of values and their sums stay far from overflow. */
  static final double GREATEST = 1e60;

  private static final double LEAST_DEVIATION = 1e-60;

  static ScalarFit of(Detector detector, Samples samples) {
    if (samples.columns() != 1) {
      throw new IllegalArgumentException(
          "reference: one column for " + detector + ", got " + samples.columns());
    }
    double[] reference = samples.values();
    for (int i = 0; i < reference.length; i++) {
      check(detector, "reference", reference[i], " at index " + i);
    }
    Scale scale = scale(reference);
    if (standardizes(detector)) {
      requireSpread(reference, scale.deviation());
    }
    double[] sorted = detector instanceof SlidingWindow ? reference.clone() : new double[0];
    Arrays.sort(sorted);
    return new ScalarFit(detector, scale, Samples.ofOneColumn(sorted));
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

  static ScalarFit restored(Detector detector, Scale scale, Samples kept) {
    double[] sorted = kept.values();
    boolean fits = detector instanceof SlidingWindow ? sorted.length >= 2 : sorted.length == 0;
    if (!fits || kept.columns() != 1) {
      throw new IllegalArgumentException(
          "reference: what " + detector + " keeps, got " + sorted.length + " samples");
    }
    if (standardizes(detector) && scale.deviation() < LEAST_DEVIATION) {
      throw new IllegalArgumentException(
          "deviation: at least " + LEAST_DEVIATION + ", got " + scale.deviation());
    }
    for (int i = 0; i < sorted.length; i++) {
      check(detector, "reference", sorted[i], " at index " + i);
      if (i > 0 && sorted[i] < sorted[i - 1]) {
        throw new IllegalArgumentException(
            "reference: ascending, got " + sorted[i] + " at index " + i);
      }
    }
    return new ScalarFit(detector, scale, kept);
  }

  @Override
  public void check(String name, double value, String place) {
    check(detector, name, value, place);
  }

  @Override
  public Statistic start() {
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
    return new SlidingWindowStatistic((SlidingWindow) detector, kept.values());
  }

  @Override
  public Supplier<Simulation> simulations(
      Samples reference, int block, long seed, ParallelRows workers) {
    return () ->
        new Simulation() {
          private final Statistic statistic = start();
          private final double[] row = new double[1];

          @Override
          public void restart(int stream) {
            statistic.restart();
          }

          @Override
          public double next(int place, int age) {
            row[0] = reference.values()[place];
            return statistic.next(row);
          }
        };
  }

  private static void check(Detector detector, String name, double value, String place) {
    if (detector instanceof Ddm) {
      if (!(value == 0 || value == 1)) {
        throw new IllegalArgumentException(name + ": 0 or 1, an error, got " + value + place);
      }
    } else if (!(Math.abs(value) < GREATEST)) {
      throw new IllegalArgumentException(
          name + ": finite and below 1e60 in magnitude, got " + value + place);
    }
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
