package io.github.anomalydata.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Two samples of one variable; what permutations need is prepared when they are asked for. */
final class NumberComparison implements Comparison {
  private final Series sample;
  private final Series other;
  private final Distance distance;
  private final Merge merge;
  private final double observed;

  NumberComparison(Series reference, Series current, Distance distance) {
    Math.addExact(reference.size(), current.size());
    this.sample = reference;
    this.other = current;
    this.distance = distance;
    this.merge = Merge.of(reference.sorted(), current.sorted());
    double norm =
        switch (distance) {
          case KOLMOGOROV_SMIRNOV -> merge.greatest();
          case WASSERSTEIN -> merge.area();
          default -> norm(new Pool(reference, current), distance);
        };
    this.observed = distance.statistic(norm, reference.size(), current.size());
  }

  private static double norm(Pool pool, Distance distance) {
    int[] places = IntStream.range(0, pool.size()).toArray();
    return distance.norm().of(places, distance.weights(pool), pool.origins(), pool.current());
  }

  /** Returns how many values equal another one before them. */
  int tied() {
    return merge.tied();
  }

  static String name(Distance distance) {
    return distance.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  @Override
  public String test() {
    return name(distance);
  }

  @Override
  public int reference() {
    return sample.size();
  }

  @Override
  public int current() {
    return other.size();
  }

  @Override
  public double observed() {
    return observed;
  }

  @Override
  public double observed(double widening) {
    return distance.narrowed(observed, widening);
  }

  @Override
  public Supplier<ToDoubleFunction<long[]>> statistic() {
    Pool pool = new Pool(sample, other);
    int[] rows = pool.rows();
    double[] weights = distance.weights(pool);
    int n = sample.size();
    int m = other.size();
    return () -> mask -> distance.statistic(distance.norm().of(rows, weights, mask, m), n, m);
  }

  @Override
  public double effectSize(List<String> notes) {
    return switch (distance) {
      case WASSERSTEIN -> observed / scale(sample.robustDeviation(), sample, notes);
      case ENERGY ->
          observed == 0 ? 0 : observed * observed / (2 * new Pool(sample, other).meanDifference());
      default -> distance.effect(observed, sample.size(), other.size());
    };
  }

  @Override
  public Interval effects() {
    return new Interval(0, distance.greatestEffect());
  }

  @Override
  public Optional<Influence> influence() {
    return observed == 0
        ? Optional.empty()
        : Optional.of(
            DistanceInfluence.of(new Pool(sample, other), distance, effectSize(new ArrayList<>())));
  }

  /**
   * Returns the scale of the reference.
   *
   * @param robust its interquartile range over that of normal values of variance 1
   * @param reference its values
   * @param notes gets what takes the place of a range of 0
   */
  static double scale(double robust, Series reference, List<String> notes) {
    if (robust > 0) {
      return robust;
    }
    double deviation = reference.standardDeviation();
    notes.add(
        "the interquartile range of the reference is 0: "
            + (deviation > 0 ? "its standard deviation" : "1")
            + " is the scale of the effect size");
    return deviation > 0 ? deviation : 1;
  }

  @Override
  public String effect() {
    return distance.effect();
  }
}
