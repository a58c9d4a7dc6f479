package io.github.anomalydata.drift;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/**
 * Whether the mean is another: B. L. Welch's {@code |t|}, which a change of spread alone does not
 * move. Its permutations keep the level for any distribution, and for samples that differ in spread
 * as they grow: A. Janssen, 1997, doi:10.1016/S0167-7152(97)00043-6.
 */
final class MeanShift implements Comparison {
  static final String NAME = "mean-shift";

  private final int n;
  private final int m;
  private final Series sample;
  private final Series other;
  private final Moments reference;
  private final Moments current;
  private final Studentised statistic;

  /**
   * Compares two samples, of which the reference varies.
   *
   * @param reference the reference, at least 2 values
   * @param current the current sample, at least 2 values
   */
  MeanShift(Series reference, Series current) {
    this.n = reference.size();
    this.m = current.size();
    this.sample = reference;
    this.other = current;
    this.reference = Moments.of(reference.values());
    this.current = Moments.of(current.values());
    this.statistic = new Studentised(levels(reference, current), n);
  }

  /**
   * Returns the pooled values from -1 to 1: no square overflows, and sums forget no differences.
   */
  static double[] levels(Series reference, Series current) {
    double least = Math.min(reference.sorted()[0], current.sorted()[0]);
    double greatest =
        Math.max(reference.sorted()[reference.size() - 1], current.sorted()[current.size() - 1]);
    double middle = least / 2 + greatest / 2;
    double magnitude = greatest > least ? greatest / 2 - least / 2 : 1;
    return DoubleStream.concat(
            DoubleStream.of(reference.values()), DoubleStream.of(current.values()))
        .map(value -> (value - middle) / magnitude)
        .toArray();
  }

  @Override
  public String test() {
    return NAME;
  }

  @Override
  public int reference() {
    return n;
  }

  @Override
  public int current() {
    return m;
  }

  @Override
  public double observed() {
    return statistic.statistic(Permutations.observed(n, m));
  }

  @Override
  public double observed(double widening) {
    return observed() / Math.sqrt(widening);
  }

  @Override
  public Supplier<ToDoubleFunction<long[]>> statistic() {
    return () -> statistic::statistic;
  }

  @Override
  public double effectSize(List<String> notes) {
    double shift = (current.mean() - reference.mean()) / reference.deviation();
    return Math.max(-Double.MAX_VALUE, Math.min(Double.MAX_VALUE, shift));
  }

  @Override
  public String effect() {
    return "difference of the means over the standard deviation of the reference";
  }

  @Override
  public Interval effects() {
    return new Interval(-Double.MAX_VALUE, Double.MAX_VALUE);
  }

  @Override
  public Optional<Influence> influence() {
    double shift = (current.mean() - reference.mean()) / reference.deviation();
    double[] first = new double[n];
    double[] second = new double[m];
    for (int i = 0; i < n; i++) {
      double z = (sample.values()[i] - reference.mean()) / reference.deviation();
      first[i] = -z - shift / 2 * (z * z - 1);
    }
    for (int i = 0; i < m; i++) {
      second[i] = (other.values()[i] - current.mean()) / reference.deviation();
    }
    return Optional.of(new Influence(first, second));
  }
}
