package io.github.anomalydata.drift;

import io.github.anomalydata.internal.ParallelRows;
import io.github.anomalydata.internal.Require;
import java.util.List;
import java.util.concurrent.Executor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Tests whether the categories of two samples come in the same shares: labels, or numbers in bins.
 *
 * <p>P-values come from permutations of the pooled rows, but for {@link
 * CategoryDistance#CHI_SQUARED} of independent rows with at least 5 expected in each cell of the
 * table, which has its limiting distribution with as many degrees of freedom as there are
 * categories less one. Categories that only one sample has take part like any other, and the notes
 * of the result name them.
 *
 * <p>Instances are immutable.
 */
public final class CategoryTest {
  private static final CategoryTest DEFAULT =
      new CategoryTest(
          CategoryDistance.CHI_SQUARED, Dependence.independent(), 999, 10, 1, ParallelRows.NONE);

  private final CategoryDistance distance;
  private final Dependence dependence;
  private final int permutations;
  private final int bins;
  private final int fewestRows;
  private final ParallelRows workers;

  private CategoryTest(
      CategoryDistance distance,
      Dependence dependence,
      int permutations,
      int bins,
      int fewestRows,
      ParallelRows workers) {
    this.distance = distance;
    this.dependence = dependence;
    this.permutations = permutations;
    this.bins = bins;
    this.fewestRows = fewestRows;
    this.workers = workers;
  }

  /**
   * Returns the default: {@linkplain #with(CategoryDistance) chi-squared}, {@linkplain
   * #with(Dependence) independent} rows, {@linkplain #withPermutations 999} permutations,
   * {@linkplain #withBins 10} bins for numbers, {@linkplain #withFewestRows no} categories pooled,
   * the caller's thread {@linkplain #withWorkers alone}.
   *
   * @return the test
   */
  public static CategoryTest withDefaults() {
    return DEFAULT;
  }

  /**
   * Sets what is measured.
   *
   * @param choice the distance
   * @return the test
   */
  public CategoryTest with(CategoryDistance choice) {
    return new CategoryTest(choice, dependence, permutations, bins, fewestRows, workers);
  }

  /**
   * Sets how rows depend on those before them. Of labels, the block length is estimated from
   * whether a row has the label, for each of the 8 most frequent ones.
   *
   * @param choice the dependence
   * @return the test
   */
  public CategoryTest with(Dependence choice) {
    return new CategoryTest(distance, choice, permutations, bins, fewestRows, workers);
  }

  /**
   * Sets the number of permutations. The smallest p-value is one over this number and one; where
   * there are fewer splits than this, all of them are taken.
   *
   * @param count the number of permutations at most, at least 1
   * @return the test
   * @throws IllegalArgumentException if it is below 1
   */
  public CategoryTest withPermutations(int count) {
    return new CategoryTest(
        distance, dependence, Require.atLeast("count", count, 1), bins, fewestRows, workers);
  }

  /**
   * Sets the number of bins for numbers. Their edges are quantiles of both samples together, so
   * that no value lies out of range; equal values share a bin, so that there may be fewer.
   *
   * @param count the number of bins at most, at least 2
   * @return the test
   * @throws IllegalArgumentException if it is below 2
   */
  public CategoryTest withBins(int count) {
    return new CategoryTest(
        distance,
        dependence,
        permutations,
        Require.atLeast("count", count, 2),
        fewestRows,
        workers);
  }

  /**
   * Pools rare labels: those with fewer rows in both samples together count as one category. A rule
   * that sees no sample alone keeps the level. New and vanished labels are still named.
   *
   * @param rows the rows a category of its own has at least, at least 1
   * @return the test
   * @throws IllegalArgumentException if it is below 1
   */
  public CategoryTest withFewestRows(int rows) {
    return new CategoryTest(
        distance, dependence, permutations, bins, Require.atLeast("rows", rows, 1), workers);
  }

  /**
   * Shares permutations among threads. The result is the same for any number of them.
   *
   * @param executor runs all of them but the caller's
   * @param count the number of threads, the caller's included, at least 1
   * @return the test
   * @throws IllegalArgumentException if the number is below 1
   */
  public CategoryTest withWorkers(Executor executor, int count) {
    return new CategoryTest(
        distance, dependence, permutations, bins, fewestRows, ParallelRows.of(executor, count));
  }

  /**
   * Prepares a reference of labels.
   *
   * @param reference the label of each row in the order of time; copied. Labels are the same if
   *     they are equal, as strings or integers are.
   * @return the test against this reference
   */
  public FittedCategoryTest fit(List<?> reference) {
    return new FittedCategoryTest(this, reference);
  }

  /**
   * Prepares a reference of numbers.
   *
   * @param reference the values in the order of time; copied
   * @return the test against this reference
   * @throws IllegalArgumentException if a value is not finite or 1e250 or more in magnitude
   */
  public FittedBinnedTest fit(double[] reference) {
    return new FittedBinnedTest(this, Series.of("reference", reference));
  }

  /**
   * Prepares a reference of numbers.
   *
   * @param reference the values in the order of time, shape {@code [rows]} or {@code [rows, 1]}, a
   *     view or in any order; copied
   * @return the test against this reference
   * @throws IllegalArgumentException if the shape is another, or a value is not finite or 1e250 or
   *     more in magnitude
   */
  public FittedBinnedTest fit(INDArray reference) {
    return fit(Vectors.of("reference", reference));
  }

  CategoryDistance distance() {
    return distance;
  }

  Dependence dependence() {
    return dependence;
  }

  int permutations() {
    return permutations;
  }

  int bins() {
    return bins;
  }

  int fewestRows() {
    return fewestRows;
  }

  ParallelRows workers() {
    return workers;
  }
}
