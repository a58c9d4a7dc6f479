package io.github.anomalydata.drift;

import io.github.anomalydata.internal.ParallelRows;
import io.github.anomalydata.internal.Require;
import java.util.concurrent.Executor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Tests whether two samples of one variable come from one distribution.
 *
 * <pre>{@code
 * FittedUnivariateTest test =
 *     UnivariateTest.withDefaults().with(Distance.WASSERSTEIN).with(Dependence.estimated())
 *         .fit(reference);
 * TestResult result = test.test(current, 42);
 * if (result.reject(0.01)) { ... }
 * }</pre>
 *
 * <p>P-values come from permutations of the pooled rows, but for {@link
 * Distance#KOLMOGOROV_SMIRNOV} of independent rows of which at least 95 in 100 are distinct: there
 * they are exact up to 10,000 values in either sample and asymptotic above; a few ties make them
 * slightly too large.
 *
 * <p>Instances are immutable.
 */
public final class UnivariateTest {
  private static final UnivariateTest DEFAULT =
      new UnivariateTest(
          Distance.KOLMOGOROV_SMIRNOV, Dependence.independent(), 999, ParallelRows.NONE);

  private final Distance distance;
  private final Dependence dependence;
  private final int permutations;
  private final ParallelRows workers;

  private UnivariateTest(
      Distance distance, Dependence dependence, int permutations, ParallelRows workers) {
    this.distance = distance;
    this.dependence = dependence;
    this.permutations = permutations;
    this.workers = workers;
  }

  /**
   * Returns the default: {@linkplain #with(Distance) Kolmogorov-Smirnov}, {@linkplain
   * #with(Dependence) independent} rows, {@linkplain #withPermutations 999} permutations, the
   * caller's thread {@linkplain #withWorkers alone}.
   *
   * @return the test
   */
  public static UnivariateTest withDefaults() {
    return DEFAULT;
  }

  /**
   * Sets what is measured.
   *
   * @param choice the distance
   * @return the test
   */
  public UnivariateTest with(Distance choice) {
    return new UnivariateTest(choice, dependence, permutations, workers);
  }

  /**
   * Sets how rows depend on those before them.
   *
   * @param choice the dependence
   * @return the test
   */
  public UnivariateTest with(Dependence choice) {
    return new UnivariateTest(distance, choice, permutations, workers);
  }

  /**
   * Sets the number of permutations. The smallest p-value is one over this number and one; where
   * there are fewer splits than this, all of them are taken.
   *
   * @param count the number of permutations at most, at least 1
   * @return the test
   * @throws IllegalArgumentException if it is below 1
   */
  public UnivariateTest withPermutations(int count) {
    return new UnivariateTest(distance, dependence, Require.atLeast("count", count, 1), workers);
  }

  /**
   * Shares permutations among threads. The result is the same for any number of them.
   *
   * @param executor runs all of them but the caller's
   * @param count the number of threads, the caller's included, at least 1
   * @return the test
   * @throws IllegalArgumentException if the number is below 1
   */
  public UnivariateTest withWorkers(Executor executor, int count) {
    return new UnivariateTest(distance, dependence, permutations, ParallelRows.of(executor, count));
  }

  /**
   * Prepares the reference.
   *
   * @param reference the values in the order of time; copied
   * @return the test against this reference
   * @throws IllegalArgumentException if a value is not finite or 1e250 or more in magnitude
   */
  public FittedUnivariateTest fit(double[] reference) {
    return new FittedUnivariateTest(this, Series.of("reference", reference));
  }

  /**
   * Prepares the reference.
   *
   * @param reference the values in the order of time, shape {@code [rows]} or {@code [rows, 1]}, a
   *     view or in any order; copied
   * @return the test against this reference
   * @throws IllegalArgumentException if the shape is another, or a value is not finite or 1e250 or
   *     more in magnitude
   */
  public FittedUnivariateTest fit(INDArray reference) {
    return fit(Vectors.of("reference", reference));
  }

  /**
   * Prepares a reference whose rows have weights.
   *
   * @param reference the values in the order of time; copied
   * @param weights the weight of each, in any unit; copied
   * @return the test against this reference
   * @throws IllegalArgumentException if the distance is neither Kolmogorov-Smirnov nor Wasserstein,
   *     a value is not finite or 1e250 or more in magnitude, or a weight is not above 0 and finite
   */
  public FittedWeightedTest fit(double[] reference, double[] weights) {
    if (distance != Distance.KOLMOGOROV_SMIRNOV && distance != Distance.WASSERSTEIN) {
      throw new IllegalArgumentException(
          "distance: KOLMOGOROV_SMIRNOV or WASSERSTEIN for weighted samples, got " + distance);
    }
    return new FittedWeightedTest(this, reference, weights);
  }

  /**
   * Prepares a reference whose rows have weights.
   *
   * @param reference the values in the order of time, shape {@code [rows]} or {@code [rows, 1]};
   *     copied
   * @param weights the weight of each, of the same shape; copied
   * @return the test against this reference
   * @throws IllegalArgumentException as for arrays of Java, or if a shape is another
   */
  public FittedWeightedTest fit(INDArray reference, INDArray weights) {
    return fit(Vectors.of("reference", reference), Vectors.of("weights", weights));
  }

  Distance distance() {
    return distance;
  }

  Dependence dependence() {
    return dependence;
  }

  int permutations() {
    return permutations;
  }

  ParallelRows workers() {
    return workers;
  }
}
