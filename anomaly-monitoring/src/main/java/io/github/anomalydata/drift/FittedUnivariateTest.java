package io.github.anomalydata.drift;

import io.github.anomalydata.internal.Require;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A test of samples of one variable against a reference that is prepared once. Any number of
 * threads may use it at the same time.
 */
public final class FittedUnivariateTest {
  /** Below this share of distinct values, a p-value for continuous ones is too large by far. */
  private static final double CONTINUOUS = 0.95;

  private final UnivariateTest options;
  private final Series reference;

  FittedUnivariateTest(UnivariateTest options, Series reference) {
    this.options = options;
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
    return new NumberComparison(reference, Series.of("current", current), options.distance())
        .observed();
  }

  /**
   * Returns the statistic alone, which takes one sort of the sample.
   *
   * @param current the values, shape {@code [rows]} or {@code [rows, 1]}, a view or in any order
   * @return the distance to the reference
   * @throws IllegalArgumentException as for an array of Java, or if the shape is another
   */
  public double statistic(INDArray current) {
    return statistic(Vectors.of("current", current));
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
    Blocks blocks = Blocks.of(options.dependence(), reference, sample);
    if (blocks.areTooFew(reference.size(), sample.size())) {
      return insufficient(blocks.shortage(reference.size(), sample.size()), sample);
    }
    List<String> notes = new ArrayList<>(blocks.notes());
    NumberComparison comparison = new NumberComparison(reference, sample, options.distance());
    Probability probability =
        options.distance() == Distance.KOLMOGOROV_SMIRNOV
                && blocks.length() == 1
                && isContinuous(comparison, notes)
            ? continuous(comparison, sample, notes)
            : permuted(comparison, blocks, seed);
    return comparison.result(
        probability, blocks.length(), notes, seed, Duration.ofNanos(System.nanoTime() - start));
  }

  /**
   * Tests a sample.
   *
   * @param current the values in the order of time, shape {@code [rows]} or {@code [rows, 1]}, a
   *     view or in any order
   * @param seed the seed of the permutations
   * @return the result, as for an array of Java
   * @throws IllegalArgumentException as for an array of Java, or if the shape is another
   */
  public TestResult test(INDArray current, long seed) {
    return test(Vectors.of("current", current), seed);
  }

  private TestResult insufficient(String reason, Series sample) {
    return new TestResult.InsufficientData(
        NumberComparison.name(options.distance()), reason, reference.size(), sample.size());
  }

  private static boolean isContinuous(NumberComparison comparison, List<String> notes) {
    int tied = comparison.tied();
    int size = comparison.reference() + comparison.current();
    if (tied > (1 - CONTINUOUS) * size) {
      return false;
    }
    if (tied > 0) {
      notes.add(tied + " of " + size + " values are tied: the p-value is slightly too large");
    }
    return true;
  }

  private Probability continuous(NumberComparison comparison, Series sample, List<String> notes) {
    int n = reference.size();
    int m = sample.size();
    return ContinuousKolmogorovSmirnov.isExact(n, m)
        ? Probability.of(
            ContinuousKolmogorovSmirnov.exact(reference.sorted(), sample.sorted()),
            TestResult.PValue.EXACT,
            notes)
        : Probability.of(
            ContinuousKolmogorovSmirnov.asymptotic(comparison.observed(), n, m),
            TestResult.PValue.ASYMPTOTIC,
            notes);
  }

  private Probability permuted(NumberComparison comparison, Blocks blocks, long seed) {
    Permutations splits =
        Permutations.of(
            comparison.reference(),
            comparison.current(),
            options.permutations(),
            blocks.length(),
            seed);
    return Probability.of(
        splits, options.workers(), comparison.observed(blocks.widening()), comparison.statistic());
  }
}
