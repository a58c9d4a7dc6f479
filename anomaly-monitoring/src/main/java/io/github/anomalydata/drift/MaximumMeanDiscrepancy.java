package io.github.anomalydata.drift;

import io.github.anomalydata.internal.ParallelRows;
import io.github.anomalydata.internal.Require;
import java.util.List;
import java.util.concurrent.Executor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Tests whether two samples of several variables at once come from one distribution: the distance
 * of their means in the space of a kernel, squared, by A. Gretton, K. Borgwardt, M. Rasch, B.
 * Schölkopf and A. Smola, "A kernel two-sample test", JMLR 13, 2012.
 *
 * <pre>{@code
 * FittedMaximumMeanDiscrepancy test =
 *     MaximumMeanDiscrepancy.withDefaults().with(Dependence.estimated()).fit(reference);
 * TestResult result = test.test(current, 42);
 * if (result.reject(0.01)) { ... }
 * }</pre>
 *
 * <p>Unlike tests of each variable, it sees changes of what variables have to do with one another.
 * A distance of rows adds up those of variables: where these have different units, choose a {@link
 * Scaling}.
 *
 * <p>The statistics of all permutations come from one pass over the pairs of rows; no kernel matrix
 * is stored, so memory is linear in the number of rows, and time is quadratic. With a Gaussian
 * kernel and more than 500 rows in both samples together, differences from the medians of the
 * reference are taken in single precision, and kernel values are added up in double: a statistic is
 * then within about 1e-7 of that in double precision, which all others have.
 *
 * <p>Instances are immutable.
 */
public final class MaximumMeanDiscrepancy {
  private static final MaximumMeanDiscrepancy DEFAULT =
      new MaximumMeanDiscrepancy(
          List.of(Kernel.gaussian()),
          Scaling.NONE,
          Estimator.UNBIASED,
          Dependence.independent(),
          999,
          ParallelRows.NONE);

  private final List<Kernel> kernels;
  private final Scaling scaling;
  private final Estimator estimator;
  private final Dependence dependence;
  private final int permutations;
  private final ParallelRows workers;

  private MaximumMeanDiscrepancy(
      List<Kernel> kernels,
      Scaling scaling,
      Estimator estimator,
      Dependence dependence,
      int permutations,
      ParallelRows workers) {
    this.kernels = kernels;
    this.scaling = scaling;
    this.estimator = estimator;
    this.dependence = dependence;
    this.permutations = permutations;
    this.workers = workers;
  }

  /**
   * Returns the default: a {@linkplain #with(Kernel) Gaussian kernel} whose bandwidth is the median
   * distance, columns {@linkplain #with(Scaling) as they are}, the {@linkplain #with(Estimator)
   * unbiased} estimate, {@linkplain #with(Dependence) independent} rows, {@linkplain
   * #withPermutations 999} permutations, the {@linkplain #withWorkers caller's thread} alone.
   *
   * @return the test
   */
  public static MaximumMeanDiscrepancy withDefaults() {
    return DEFAULT;
  }

  /**
   * Sets the kernel.
   *
   * @param choice the kernel
   * @return the test
   */
  public MaximumMeanDiscrepancy with(Kernel choice) {
    return with(List.of(choice));
  }

  /**
   * Sets several kernels, none of which is to be chosen beforehand, such as {@link
   * Kernel#gaussians()}. A result is that of the kernel whose p-value is the smallest, but with the
   * p-value of such a choice: the share of splits whose smallest p-value is as small. This is the
   * aggregation of A. Schrab and others, "MMD aggregated two-sample test", JMLR 24, 2023, with
   * equal weights. It takes as many times as long.
   *
   * @param choice the kernels, at least one, each once
   * @return the test
   * @throws IllegalArgumentException if there is none, or one twice
   */
  public MaximumMeanDiscrepancy with(List<? extends Kernel> choice) {
    List<Kernel> chosen = List.copyOf(choice);
    if (chosen.isEmpty() || chosen.stream().distinct().count() < chosen.size()) {
      throw new IllegalArgumentException("choice: at least one, each once, got " + chosen);
    }
    return new MaximumMeanDiscrepancy(
        chosen, scaling, estimator, dependence, permutations, workers);
  }

  /**
   * Sets what columns are divided by before distances are taken: the kernel is then of the scaled
   * rows, a bandwidth is without unit.
   *
   * @param choice the scale
   * @return the test
   */
  public MaximumMeanDiscrepancy with(Scaling choice) {
    return new MaximumMeanDiscrepancy(
        kernels, choice, estimator, dependence, permutations, workers);
  }

  /**
   * Sets the estimate.
   *
   * @param choice the estimate
   * @return the test
   */
  public MaximumMeanDiscrepancy with(Estimator choice) {
    return new MaximumMeanDiscrepancy(kernels, scaling, choice, dependence, permutations, workers);
  }

  /**
   * Sets how rows depend on those before them. An estimated block length is that of the column
   * whose blocks are longest.
   *
   * @param choice the dependence
   * @return the test
   */
  public MaximumMeanDiscrepancy with(Dependence choice) {
    return new MaximumMeanDiscrepancy(kernels, scaling, estimator, choice, permutations, workers);
  }

  /**
   * Sets the number of permutations. The smallest p-value is one over this number and one; where
   * there are fewer splits than this, all of them are taken.
   *
   * @param count the number of permutations at most, at least 1
   * @return the test
   * @throws IllegalArgumentException if it is below 1
   */
  public MaximumMeanDiscrepancy withPermutations(int count) {
    return new MaximumMeanDiscrepancy(
        kernels, scaling, estimator, dependence, Require.atLeast("count", count, 1), workers);
  }

  /**
   * Shares the pairs of rows among threads. The result is the same for any number of them.
   *
   * @param executor runs all of them but the caller's
   * @param count the number of threads, the caller's included, at least 1
   * @return the test
   * @throws IllegalArgumentException if the number is below 1
   */
  public MaximumMeanDiscrepancy withWorkers(Executor executor, int count) {
    return new MaximumMeanDiscrepancy(
        kernels, scaling, estimator, dependence, permutations, ParallelRows.of(executor, count));
  }

  /**
   * Prepares the reference.
   *
   * @param reference the rows in the order of time, all of one length; copied
   * @return the test against this reference
   * @throws IllegalArgumentException if there is none, a row has no value or another length than
   *     the first, or a value is not finite or 1e150 or more in magnitude
   */
  public FittedMaximumMeanDiscrepancy fit(double[][] reference) {
    return fit(Rows.of("reference", reference));
  }

  /**
   * Prepares the reference.
   *
   * @param reference the rows in the order of time, {@code [rows, columns]}, a view or in any
   *     order; copied
   * @return the test against this reference
   * @throws IllegalArgumentException if the array is empty or no matrix of real numbers, or a value
   *     is not finite or 1e150 or more in magnitude
   */
  public FittedMaximumMeanDiscrepancy fit(INDArray reference) {
    return fit(Rows.of("reference", reference));
  }

  FittedMaximumMeanDiscrepancy fit(Rows reference) {
    Require.atLeast("rows of the reference", reference.count(), 1);
    ColumnScales scales = ColumnScales.of(scaling, reference);
    return new FittedMaximumMeanDiscrepancy(
        this, scales, new MultivariateReference(scales.of("reference", reference)));
  }

  List<Kernel> kernels() {
    return kernels;
  }

  Scaling scaling() {
    return scaling;
  }

  Estimator estimator() {
    return estimator;
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
