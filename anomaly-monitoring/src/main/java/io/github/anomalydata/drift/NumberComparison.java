package io.github.anomalydata.drift;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Two samples of one variable. */
final class NumberComparison implements Comparison {
  private static final double QUARTILES_OF_NORMAL = 1.3489795003921634;

  private final Series sample;
  private final Pool pool;
  private final Distance distance;
  private final double[] weights;
  private final double observed;

  NumberComparison(Series reference, Series current, Distance distance) {
    this.sample = reference;
    this.pool = new Pool(reference, current);
    this.distance = distance;
    this.weights = distance.weights(pool);
    int[] places = IntStream.range(0, pool.size()).toArray();
    this.observed = statistic(places, pool.origins());
  }

  static String name(Distance distance) {
    return distance.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private double statistic(int[] rows, long[] mask) {
    double norm = distance.norm().of(rows, weights, mask, pool.current());
    return distance.statistic(norm, pool.reference(), pool.current());
  }

  Pool pool() {
    return pool;
  }

  @Override
  public String test() {
    return name(distance);
  }

  @Override
  public int reference() {
    return pool.reference();
  }

  @Override
  public int current() {
    return pool.current();
  }

  @Override
  public double observed() {
    return observed;
  }

  @Override
  public Supplier<ToDoubleFunction<long[]>> statistic() {
    int[] rows = pool.rows();
    return () -> mask -> statistic(rows, mask);
  }

  @Override
  public double effectSize(List<String> notes) {
    return switch (distance) {
      case WASSERSTEIN -> observed / scale(sample, notes);
      case ENERGY -> observed == 0 ? 0 : observed * observed / (2 * pool.meanDifference());
      default -> distance.effect(observed, pool.reference(), pool.current());
    };
  }

  private static double scale(Series reference, List<String> notes) {
    double quartiles = reference.quantile(0.75) - reference.quantile(0.25);
    if (quartiles > 0) {
      return quartiles / QUARTILES_OF_NORMAL;
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
