package io.github.anomalydata.drift;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Whether the spread is another: M. B. Brown and A. B. Forsythe, 1974,
 * doi:10.1080/01621459.1974.10482955: Student's {@code |t|} of the distances from the median of the
 * own sample, which skewed values do not deceive; its square is their {@code W}. Medians are those
 * of each split, found in one walk over the sorted values.
 */
final class Spread implements Comparison {
  static final String NAME = "brown-forsythe";

  /** Of the pooled squares: keeps the statistic finite where no sample varies. */
  private static final double LEAST_VARIANCE = 1e-12;

  private final Series reference;
  private final Series current;
  private final double[] sorted;
  private final int[] rows;
  private final double squares;

  /**
   * Compares two samples, of which the reference varies.
   *
   * @param reference the reference, at least 2 values
   * @param current the current sample, at least 2 values
   */
  Spread(Series reference, Series current) {
    this.reference = reference;
    this.current = current;
    this.rows = new Pool(reference, current).rows();
    double[] levels = MeanShift.levels(reference, current);
    this.sorted = IntStream.of(rows).mapToDouble(row -> levels[row]).toArray();
    double sum = 0;
    for (double value : sorted) {
      sum += value * value;
    }
    this.squares = sum;
  }

  @Override
  public String test() {
    return NAME;
  }

  @Override
  public int reference() {
    return reference.size();
  }

  @Override
  public int current() {
    return current.size();
  }

  @Override
  public double observed() {
    return new Walk().of(Permutations.observed(reference.size(), current.size()));
  }

  @Override
  public double observed(double widening) {
    return observed() / Math.sqrt(widening);
  }

  @Override
  public Supplier<ToDoubleFunction<long[]>> statistic() {
    return () -> new Walk()::of;
  }

  /** One walk after another over the sorted values, for one thread. */
  private final class Walk {
    private final int[] sizes = {reference.size(), current.size()};
    private final int[] seen = new int[2];
    private final double[] sums = new double[2];
    private final double[] squared = new double[2];
    private final double[] below = new double[2];
    private final double[] medians = new double[2];

    double of(long[] mask) {
      for (int k = 0; k < 2; k++) {
        seen[k] = 0;
        sums[k] = 0;
        squared[k] = 0;
        medians[k] = 0;
      }
      for (int place = 0; place < rows.length; place++) {
        int k = (int) (mask[rows[place] >> 6] >>> rows[place] & 1);
        double value = sorted[place];
        int twice = 2 * seen[k]++;
        if (twice == sizes[k] || twice == sizes[k] - 1) {
          // The upper of two middle values, or the one.
          medians[k] += twice == sizes[k] ? value / 2 : value;
          below[k] = sums[k];
        } else if (twice == sizes[k] - 2) {
          medians[k] = value / 2;
        }
        sums[k] += value;
        squared[k] += value * value;
      }
      double n = sizes[0];
      double m = sizes[1];
      double first = distances(0);
      double second = distances(1);
      double least = LEAST_VARIANCE * squares / (n + m);
      double within = squares(0) - first * first / n + squares(1) - second * second / m;
      double variance = Math.max(least, within / (n + m - 2)) * (1 / n + 1 / m);
      return variance > 0 ? Math.abs(second / m - first / n) / Math.sqrt(variance) : 0;
    }

    /** Returns the sum of the distances from the median. */
    private double distances(int k) {
      double above = sums[k] - below[k];
      // As many values are above the median as below, and one of an odd number is at it.
      return sizes[k] % 2 == 0 ? above - below[k] : above - medians[k] - below[k];
    }

    private double squares(int k) {
      return squared[k] - 2 * medians[k] * sums[k] + sizes[k] * medians[k] * medians[k];
    }
  }

  private static double ratio(Moments before, Moments now) {
    double ratio = now.deviation() / before.deviation();
    return Math.min(Double.MAX_VALUE, ratio * ratio);
  }

  @Override
  public double effectSize(List<String> notes) {
    return ratio(Moments.of(reference.values()), Moments.of(current.values()));
  }

  @Override
  public String effect() {
    return "variance of the current scores over that of the reference";
  }

  /** Of the logarithm of the ratio. */
  @Override
  public Optional<Influence> influence() {
    Moments before = Moments.of(reference.values());
    Moments now = Moments.of(current.values());
    return now.deviation() > 0
        ? Optional.of(new Influence(influence(reference, before, -1), influence(current, now, 1)))
        : Optional.empty();
  }

  private static double[] influence(Series sample, Moments moments, int sign) {
    double[] influence = new double[sample.size()];
    for (int i = 0; i < influence.length; i++) {
      double z = (sample.values()[i] - moments.mean()) / moments.deviation();
      influence[i] = sign * (z * z - 1);
    }
    return influence;
  }

  @Override
  public Optional<Interval> interval(Blocks blocks) {
    double ratio = effectSize(List.of());
    return error(blocks)
        .map(error -> error.about(Math.log(ratio)))
        .map(log -> new Interval(Math.exp(log.lower()), Math.exp(log.upper())).within(0, 1e300));
  }
}
