package io.github.anomalydata.drift;

import io.github.anomalydata.internal.Require;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A test of samples of one variable against a reference that is prepared once. Any number of
 * threads may use it at the same time.
 */
public final class FittedUnivariateTest {
  /** Below this share of distinct values, a p-value for continuous ones is too large by far. */
  private static final double CONTINUOUS = 0.95;

  private static final double QUARTILES_OF_NORMAL = 1.3489795003921634;

  private final Distance distance;
  private final Dependence dependence;
  private final int permutations;
  private final Series reference;

  FittedUnivariateTest(
      Distance distance, Dependence dependence, int permutations, Series reference) {
    this.distance = distance;
    this.dependence = dependence;
    this.permutations = permutations;
    this.reference = reference;
  }

  /**
   * Returns the statistic alone, which takes one sort of the sample.
   *
   * @param current the values, at least one; not changed
   * @return the distance to the reference
   * @throws IllegalArgumentException if a value is not finite or 1e250 or more in magnitude, or
   *     there is none here or in the reference
   */
  public double statistic(double[] current) {
    Require.atLeast("values of the reference", reference.size(), 1);
    Require.atLeast("values of current", current.length, 1);
    return new Comparison(new Pool(reference, Series.of("current", current)), distance).observed;
  }

  /**
   * Tests a sample.
   *
   * @param current the values in the order of time; not changed
   * @param seed the seed of the permutations
   * @return the result; {@link TestResult.InsufficientData} if a sample is empty or the blocks are
   *     so long that no p-value could reach 0.05
   * @throws IllegalArgumentException if a value is not finite or 1e250 or more in magnitude
   */
  public TestResult test(double[] current, long seed) {
    long start = System.nanoTime();
    Series sample = Series.of("current", current);
    if (reference.size() == 0 || sample.size() == 0) {
      return insufficient("no values", sample);
    }
    Blocks blocks = Blocks.of(dependence, reference, sample);
    if (blocks.areTooFew(reference.size(), sample.size())) {
      return insufficient(blocks.shortage(reference.size(), sample.size()), sample);
    }
    List<String> notes = new ArrayList<>(blocks.notes());
    Pool pool = new Pool(reference, sample);
    Comparison comparison = new Comparison(pool, distance);
    Probability probability =
        distance == Distance.KOLMOGOROV_SMIRNOV && blocks.length() == 1 && isContinuous(pool, notes)
            ? continuous(sample, notes)
            : permuted(comparison, blocks.length(), seed);
    return new TestResult.Tested(
        name(),
        comparison.observed,
        probability.value(),
        probability.kind(),
        probability.permutations(),
        effect(comparison, notes),
        distance.effect(),
        reference.size(),
        sample.size(),
        blocks.length(),
        notes,
        seed,
        Duration.ofNanos(System.nanoTime() - start));
  }

  private String name() {
    return distance.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private TestResult insufficient(String reason, Series sample) {
    return new TestResult.InsufficientData(name(), reason, reference.size(), sample.size());
  }

  private static boolean isContinuous(Pool pool, List<String> notes) {
    int tied = pool.size() - pool.distinct();
    if (tied > (1 - CONTINUOUS) * pool.size()) {
      return false;
    }
    if (tied > 0) {
      notes.add(
          tied + " of " + pool.size() + " values are tied: the p-value is slightly too large");
    }
    return true;
  }

  private Probability continuous(Series sample, List<String> notes) {
    return Probability.of(
        ContinuousKolmogorovSmirnov.pValue(reference.sorted(), sample.sorted()),
        ContinuousKolmogorovSmirnov.isExact(reference.size(), sample.size())
            ? TestResult.PValue.EXACT
            : TestResult.PValue.ASYMPTOTIC,
        notes);
  }

  private Probability permuted(Comparison comparison, int blockLength, long seed) {
    Pool pool = comparison.pool;
    Permutations splits =
        Permutations.of(pool.reference(), pool.current(), permutations, blockLength, seed);
    int[] rows = pool.rows();
    return Probability.of(splits, comparison.observed, mask -> comparison.statistic(rows, mask));
  }

  private double effect(Comparison comparison, List<String> notes) {
    double statistic = comparison.observed;
    Pool pool = comparison.pool;
    return switch (distance) {
      case WASSERSTEIN -> statistic / scale(notes);
      case ENERGY -> statistic == 0 ? 0 : statistic * statistic / (2 * pool.meanDifference());
      default -> distance.effect(statistic, pool.reference(), pool.current());
    };
  }

  private double scale(List<String> notes) {
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

  /** The statistic of the rows as they are, and of other splits of them. */
  private static final class Comparison {
    private final Pool pool;
    private final Distance distance;
    private final double[] weights;
    private final double observed;

    Comparison(Pool pool, Distance distance) {
      this.pool = pool;
      this.distance = distance;
      this.weights = distance.weights(pool);
      int[] places = IntStream.range(0, pool.size()).toArray();
      this.observed = statistic(places, pool.origins());
    }

    double statistic(int[] rows, long[] mask) {
      double norm = distance.norm().of(rows, weights, mask, pool.current());
      return distance.statistic(norm, pool.reference(), pool.current());
    }
  }
}
