package io.github.anomalydata.drift;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Whether another share of the values is above a threshold: what an operator feels. Its interval is
 * that of R. G. Newcombe, 1998, method 10, doi:10.1002/(SICI)1097-0258(19980430)17:8<873, from
 * intervals of E. B. Wilson for the shares of as many independent rows as the rows tell as much as.
 */
final class Exceedance implements Comparison {
  static final String NAME = "exceedance";

  private final double[] reference;
  private final double[] current;
  private final long[] above;
  private final int total;

  /**
   * Compares two samples.
   *
   * @param reference the reference, at least 1 value
   * @param current the current sample, at least 1 value
   * @param threshold the threshold
   */
  Exceedance(Series reference, Series current, double threshold) {
    this.reference = indicators(reference, threshold);
    this.current = indicators(current, threshold);
    this.above = new long[(reference.size() + current.size() + 63) >>> 6];
    int set = 0;
    for (int row = 0; row < reference.size() + current.size(); row++) {
      boolean isReference = row < reference.size();
      double[] indicators = isReference ? this.reference : this.current;
      if (indicators[isReference ? row : row - reference.size()] > 0) {
        Permutations.set(above, row);
        set++;
      }
    }
    this.total = set;
  }

  private static double[] indicators(Series sample, double threshold) {
    double[] indicators = new double[sample.size()];
    for (int i = 0; i < indicators.length; i++) {
      indicators[i] = sample.values()[i] > threshold ? 1 : 0;
    }
    return indicators;
  }

  private static double share(double[] indicators) {
    double sum = 0;
    for (double indicator : indicators) {
      sum += indicator;
    }
    return sum / indicators.length;
  }

  @Override
  public String test() {
    return NAME;
  }

  @Override
  public int reference() {
    return reference.length;
  }

  @Override
  public int current() {
    return current.length;
  }

  @Override
  public double observed() {
    return Math.abs(effectSize(List.of()));
  }

  @Override
  public double observed(double widening) {
    return observed() / Math.sqrt(widening);
  }

  @Override
  public Supplier<ToDoubleFunction<long[]>> statistic() {
    return () ->
        mask -> {
          int ofCurrent = 0;
          for (int word = 0; word < above.length; word++) {
            ofCurrent += Long.bitCount(above[word] & mask[word]);
          }
          return Math.abs(
              (double) ofCurrent / current.length
                  - (double) (total - ofCurrent) / reference.length);
        };
  }

  @Override
  public double effectSize(List<String> notes) {
    return share(current) - share(reference);
  }

  @Override
  public String effect() {
    return "difference of the shares above the threshold";
  }

  @Override
  public Interval effects() {
    return new Interval(-1, 1);
  }

  @Override
  public Optional<Influence> influence() {
    return Optional.of(
        new Influence(
            IntStream.range(0, reference.length).mapToDouble(i -> -reference[i]).toArray(),
            current));
  }

  @Override
  public Optional<Interval> interval(Blocks blocks) {
    double p = share(reference);
    double q = share(current);
    Interval before = wilson(p, size(reference, blocks));
    Interval now = wilson(q, size(current, blocks));
    double lower = Math.hypot(q - now.lower(), before.upper() - p);
    double upper = Math.hypot(now.upper() - q, p - before.lower());
    return Optional.of(new Interval(q - p - lower, q - p + upper).within(-1, 1));
  }

  /** Returns how many independent rows tell as much about the share; blocks if all are alike. */
  private static double size(double[] indicators, Blocks blocks) {
    int count = Permutations.blocks(indicators.length, blocks.length());
    if (blocks.length() == 1 || count < 2) {
      return count;
    }
    double share = share(indicators);
    double variance = Influence.variance(indicators, count) * blocks.widening();
    double size = share * (1 - share) / variance;
    return size >= count ? Math.min(indicators.length, size) : count;
  }

  private static Interval wilson(double share, double size) {
    double z2 = StandardError.Z * StandardError.Z;
    double centre = (share + z2 / (2 * size)) / (1 + z2 / size);
    double half =
        StandardError.Z
            * Math.sqrt(share * (1 - share) / size + z2 / (4 * size * size))
            / (1 + z2 / size);
    return new Interval(Math.min(share, centre - half), Math.max(share, centre + half));
  }
}
