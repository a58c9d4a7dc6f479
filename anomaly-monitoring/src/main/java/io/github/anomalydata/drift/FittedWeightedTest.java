package io.github.anomalydata.drift;

import io.github.anomalydata.internal.Require;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A test of samples whose rows have weights, such as how long a state lasted, against a reference
 * that is prepared once. The distribution functions are those of the weights, {@code F(x) = Σ w
 * [value <= x] / Σ w}, of which the unit does not matter.
 *
 * <p>A row keeps its weight when rows are exchanged, so the p-value is right if value and weight
 * together come from one distribution. Where the weights alone tell the samples apart, that is not
 * so, and the test is refused: weights that correct a sample for how it was drawn, for example,
 * which only that sample has.
 *
 * <p>Any number of threads may use it at the same time.
 */
public final class FittedWeightedTest {
  /** The rate at which samples whose weights are alike are refused. */
  private static final double REFUSED = 0.01;

  private final UnivariateTest options;
  private final Series reference;
  private final double[] weights;

  FittedWeightedTest(UnivariateTest options, double[] reference, double[] weights) {
    this.options = options;
    this.reference = Series.of("reference", reference);
    this.weights = relative("weights", weights, reference.length);
  }

  /** Returns weights of mean 1. */
  private static double[] relative(String name, double[] weights, int rows) {
    if (weights.length != rows) {
      throw new IllegalArgumentException(
          name + ": one for each of " + rows + " values, got " + weights.length);
    }
    double greatest = 0;
    for (int i = 0; i < rows; i++) {
      if (!(weights[i] > 0 && weights[i] < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            name + ": above 0 and finite, got " + weights[i] + " at index " + i);
      }
      greatest = Math.max(greatest, weights[i]);
    }
    double scale = greatest;
    double mean = Arrays.stream(weights).map(weight -> weight / scale).sum() / Math.max(1, rows);
    return Arrays.stream(weights)
        .map(weight -> Math.max(Double.MIN_NORMAL, weight / scale / mean))
        .toArray();
  }

  /** Returns weights that are equal whatever their unit was: the last bits are cut. */
  private static Series rounded(double[] relative) {
    return Series.of("weights", Arrays.stream(relative).map(weight -> (float) weight).toArray());
  }

  /**
   * Returns the statistic alone.
   *
   * @param current the values, at least one; not changed
   * @param currentWeights the weight of each; not changed
   * @return the distance to the reference
   * @throws IllegalArgumentException if a value is not finite or 1e250 or more in magnitude, a
   *     weight is not above 0 and finite, or there is no value here or in the reference
   */
  public double statistic(double[] current, double[] currentWeights) {
    Require.atLeast("values of the reference", reference.size(), 1);
    Require.atLeast("values of current", current.length, 1);
    Series sample = Series.of("current", current);
    double[] relative = relative("currentWeights", currentWeights, current.length);
    return comparison(sample, relative).observed();
  }

  /**
   * Returns the statistic alone.
   *
   * @param current the values, shape {@code [rows]} or {@code [rows, 1]}
   * @param currentWeights the weight of each, of the same shape
   * @return the distance to the reference
   * @throws IllegalArgumentException as for arrays of Java, or if a shape is another
   */
  public double statistic(INDArray current, INDArray currentWeights) {
    return statistic(Vectors.of("current", current), Vectors.of("currentWeights", currentWeights));
  }

  private WeightedComparison comparison(Series sample, double[] relative) {
    return new WeightedComparison(reference, sample, pooled(relative), options.distance());
  }

  private double[] pooled(double[] relative) {
    double[] pooled = Arrays.copyOf(weights, Math.addExact(weights.length, relative.length));
    System.arraycopy(relative, 0, pooled, weights.length, relative.length);
    return pooled;
  }

  /**
   * Tests a sample.
   *
   * @param current the values in the order of time; not changed
   * @param currentWeights the weight of each; not changed
   * @param seed the seed of the permutations
   * @return the result; {@link TestResult.InsufficientData} if a sample is empty, the blocks are so
   *     long that no p-value could reach 0.05, or the weights differ between the samples with a
   *     p-value of at most 0.01 by Kolmogorov-Smirnov
   * @throws IllegalArgumentException if a value is not finite or 1e250 or more in magnitude, or a
   *     weight is not above 0 and finite
   */
  public TestResult test(double[] current, double[] currentWeights, long seed) {
    long start = System.nanoTime();
    Series sample = Series.of("current", current);
    double[] relative = relative("currentWeights", currentWeights, current.length);
    if (reference.size() == 0 || sample.size() == 0) {
      return insufficient("no values", sample);
    }
    Series before = rounded(weights);
    Series after = rounded(relative);
    Blocks ofValues = Blocks.of(options.dependence(), reference, sample);
    Blocks ofWeights = Blocks.of(options.dependence(), before, after);
    Blocks blocks = ofWeights.length() > ofValues.length() ? ofWeights : ofValues;
    if (blocks.areTooFew(reference.size(), sample.size())) {
      return insufficient(blocks.shortage(reference.size(), sample.size()), sample);
    }
    Permutations splits =
        Permutations.of(
            reference.size(), sample.size(), options.permutations(), blocks.length(), seed);
    double differ =
        permuted(splits, new NumberComparison(before, after, Distance.KOLMOGOROV_SMIRNOV), blocks)
            .value();
    if (differ <= REFUSED) {
      return insufficient(
          String.format(
              Locale.ROOT,
              "the weights alone tell the samples apart (p-value %.2g): rows cannot be exchanged",
              differ),
          sample);
    }
    List<String> notes = new ArrayList<>(blocks.notes());
    notes.add(
        String.format(
            Locale.ROOT,
            "the rows weigh as much as %.0f equal ones of the reference and %.0f current ones",
            equal(weights),
            equal(relative)));
    WeightedComparison comparison = comparison(sample, relative);
    Probability probability = permuted(splits, comparison, blocks);
    return comparison.result(
        probability, blocks.length(), notes, seed, Duration.ofNanos(System.nanoTime() - start));
  }

  /**
   * Tests a sample.
   *
   * @param current the values in the order of time, shape {@code [rows]} or {@code [rows, 1]}
   * @param currentWeights the weight of each, of the same shape
   * @param seed the seed of the permutations
   * @return the result, as for arrays of Java
   * @throws IllegalArgumentException as for arrays of Java, or if a shape is another
   */
  public TestResult test(INDArray current, INDArray currentWeights, long seed) {
    return test(Vectors.of("current", current), Vectors.of("currentWeights", currentWeights), seed);
  }

  private Probability permuted(Permutations splits, Comparison comparison, Blocks blocks) {
    return Probability.of(
        splits, options.workers(), comparison.observed(blocks.widening()), comparison.statistic());
  }

  /** L. Kish, "Survey Sampling", 1965: the square of the sum over the sum of the squares. */
  private static double equal(double[] weights) {
    double sum = 0;
    double squares = 0;
    for (double weight : weights) {
      sum += weight;
      squares += weight * weight;
    }
    return sum * sum / squares;
  }

  private TestResult insufficient(String reason, Series sample) {
    return new TestResult.InsufficientData(
        "weighted-" + NumberComparison.name(options.distance()),
        reason,
        reference.size(),
        sample.size());
  }
}
