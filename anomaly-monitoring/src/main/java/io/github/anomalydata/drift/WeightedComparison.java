package io.github.anomalydata.drift;

import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Two samples of one variable whose rows have weights. */
final class WeightedComparison implements Comparison {
  private final Series reference;
  private final Pool pool;
  private final boolean greatest;
  private final Distance distance;
  private final int[] rows;
  private final double[] weights;
  private final double[] gaps;
  private final double observed;

  /**
   * Compares two samples.
   *
   * @param reference the values of the reference, not empty
   * @param current the current values, not empty
   * @param weights the weight of each pooled row, in the order of time
   * @param distance Kolmogorov-Smirnov or Wasserstein
   */
  WeightedComparison(Series reference, Series current, double[] weights, Distance distance) {
    this.reference = reference;
    this.pool = new Pool(reference, current);
    this.distance = distance;
    this.greatest = distance == Distance.KOLMOGOROV_SMIRNOV;
    this.rows = pool.rows();
    this.weights = IntStream.of(rows).mapToDouble(row -> weights[row]).toArray();
    this.gaps = distance.weights(pool);
    long[] mask = new long[(pool.size() + 63) >>> 6];
    for (int row = pool.reference(); row < pool.size(); row++) {
      Permutations.set(mask, row);
    }
    this.observed = statistic(mask);
  }

  private double statistic(long[] mask) {
    double ofReference = 0;
    double ofCurrent = 0;
    for (int place = 0; place < rows.length; place++) {
      if (Permutations.isSet(mask, rows[place])) {
        ofCurrent += weights[place];
      } else {
        ofReference += weights[place];
      }
    }
    double f = 0;
    double g = 0;
    double norm = 0;
    for (int place = 0; place < rows.length; place++) {
      if (Permutations.isSet(mask, rows[place])) {
        g += weights[place];
      } else {
        f += weights[place];
      }
      double difference = Math.abs(f / ofReference - g / ofCurrent) * gaps[place];
      norm = greatest ? Math.max(norm, difference) : norm + difference;
    }
    return norm;
  }

  @Override
  public String test() {
    return "weighted-" + NumberComparison.name(distance);
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
  public double observed(double widening) {
    return distance.narrowed(observed, widening);
  }

  @Override
  public Supplier<ToDoubleFunction<long[]>> statistic() {
    return () -> this::statistic;
  }

  @Override
  public double effectSize(List<String> notes) {
    return greatest
        ? observed
        : observed
            / NumberComparison.scale(
                (quantile(0.75) - quantile(0.25)) / Series.QUARTILES_OF_NORMAL, reference, notes);
  }

  /**
   * Returns the least value of the reference up to which its rows have this share of its weight.
   */
  private double quantile(double share) {
    double total = 0;
    for (int place = 0; place < rows.length; place++) {
      total += rows[place] < pool.reference() ? weights[place] : 0;
    }
    double sum = 0;
    int place = -1;
    while (sum < share * total) {
      place++;
      sum += rows[place] < pool.reference() ? weights[place] : 0;
    }
    return pool.value(place);
  }

  @Override
  public String effect() {
    return distance.effect();
  }
}
