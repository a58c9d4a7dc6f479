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
  /** Of the pooled variance: keeps {@code t} finite where no sample varies. */
  private static final double LEAST_VARIANCE = 1e-12;

  static final String NAME = "mean-shift";

  private final int n;
  private final int m;
  private final double[] centred;
  private final double sum;
  private final double squares;
  private final Series sample;
  private final Moments reference;
  private final Moments current;

  /**
   * Compares two samples, of which the reference varies.
   *
   * @param reference the reference, at least 2 values
   * @param current the current sample, at least 2 values
   */
  MeanShift(Series reference, Series current) {
    this.sample = reference;
    this.n = reference.size();
    this.m = current.size();
    this.reference = Moments.of(reference.values());
    this.current = Moments.of(current.values());
    double middle =
        this.reference.mean() + (this.current.mean() - this.reference.mean()) * m / (n + m);
    this.centred =
        DoubleStream.concat(DoubleStream.of(reference.values()), DoubleStream.of(current.values()))
            .map(value -> value - middle)
            .toArray();
    this.sum = DoubleStream.of(centred).sum();
    this.squares = DoubleStream.of(centred).map(value -> value * value).sum();
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
    double ofCurrent = 0;
    double squaresOfCurrent = 0;
    for (int row = n; row < centred.length; row++) {
      ofCurrent += centred[row];
      squaresOfCurrent += centred[row] * centred[row];
    }
    return statistic(ofCurrent, squaresOfCurrent);
  }

  @Override
  public Supplier<ToDoubleFunction<long[]>> statistic() {
    return () ->
        mask -> {
          double ofCurrent = 0;
          double squaresOfCurrent = 0;
          for (int word = 0; word < mask.length; word++) {
            for (long bits = mask[word]; bits != 0; bits &= bits - 1) {
              double value = centred[(word << 6) + Long.numberOfTrailingZeros(bits)];
              ofCurrent += value;
              squaresOfCurrent += value * value;
            }
          }
          return statistic(ofCurrent, squaresOfCurrent);
        };
  }

  private double statistic(double ofCurrent, double squaresOfCurrent) {
    double least = LEAST_VARIANCE * squares / (n + m);
    double ofReference = sum - ofCurrent;
    double first = squares - squaresOfCurrent - ofReference * ofReference / n;
    double second = squaresOfCurrent - ofCurrent * ofCurrent / m;
    double variance = Math.max(least, first / (n - 1)) / n + Math.max(least, second / (m - 1)) / m;
    return variance > 0 ? Math.abs(ofCurrent / m - ofReference / n) / Math.sqrt(variance) : 0;
  }

  @Override
  public double effectSize(List<String> notes) {
    return (current.mean() - reference.mean()) / reference.deviation();
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
      second[i] = centred[n + i] / reference.deviation();
    }
    return Optional.of(new Influence(first, second));
  }
}
