package io.github.anomalydata.drift;

import io.github.anomalydata.internal.ParallelRows;
import io.github.anomalydata.internal.Require;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * Tests whether two tables come from one distribution, column by column, at one level for all of
 * them.
 *
 * <pre>{@code
 * FittedDriftTest test = DriftTest.withDefaults().with(Dependence.estimated()).fit(reference);
 * DriftResult result = test.test(current, 42);
 * for (DriftResult.Column column : result.drifted(0.05)) { ... }
 * }</pre>
 *
 * <p>Columns of numbers are compared by one or more {@linkplain #with(Distance...) distances},
 * those of labels by {@linkplain #with(CategoryDistance) another}. All take the same permutations
 * of whole rows, so that what columns have in common is kept: ten sensors that say the same cost no
 * more than one. All p-values come from these permutations, whatever the kind of the column.
 *
 * <p>Instances are immutable.
 */
public final class DriftTest {
  private static final DriftTest DEFAULT =
      new DriftTest(List.of(Distance.WASSERSTEIN), CategoryTest.withDefaults(), MissingValues.FAIL);

  private final List<Distance> distances;
  private final CategoryTest categories;
  private final MissingValues missingValues;

  private DriftTest(
      List<Distance> distances, CategoryTest categories, MissingValues missingValues) {
    this.distances = distances;
    this.categories = categories;
    this.missingValues = missingValues;
  }

  private DriftTest with(CategoryTest test) {
    return new DriftTest(distances, test, missingValues);
  }

  /**
   * Returns the default: {@linkplain #with(Distance...) Wasserstein} for numbers, {@linkplain
   * #with(CategoryDistance) chi-squared} for labels, {@linkplain #with(Dependence) independent}
   * rows, missing values that {@linkplain #with(MissingValues) fail}, {@linkplain #withPermutations
   * 999} permutations, {@linkplain #withFewestRows no} labels pooled, the caller's thread
   * {@linkplain #withWorkers alone}.
   *
   * @return the test
   */
  public static DriftTest withDefaults() {
    return DEFAULT;
  }

  /**
   * Sets what is measured between numbers. Of several distances each is a test of its own.
   *
   * @param choice the distances, at least one, each once
   * @return the test
   * @throws IllegalArgumentException if there is none, or one twice
   */
  public DriftTest with(Distance... choice) {
    List<Distance> chosen = List.of(choice);
    if (chosen.isEmpty() || chosen.stream().distinct().count() < chosen.size()) {
      throw new IllegalArgumentException("choice: at least one, each once, got " + chosen);
    }
    return new DriftTest(chosen, categories, missingValues);
  }

  /**
   * Sets what is measured between labels.
   *
   * @param choice the distance
   * @return the test
   */
  public DriftTest with(CategoryDistance choice) {
    return with(categories.with(choice));
  }

  /**
   * Sets how rows depend on those before them. An estimated block length is that of the column
   * whose blocks are longest, for all columns.
   *
   * @param choice the dependence
   * @return the test
   */
  public DriftTest with(Dependence choice) {
    return with(categories.with(choice));
  }

  /**
   * Sets what becomes of missing values.
   *
   * @param choice the policy
   * @return the test
   */
  public DriftTest with(MissingValues choice) {
    return new DriftTest(distances, categories, choice);
  }

  /**
   * Sets the number of permutations. The smallest p-value, adjusted or not, is one over this number
   * and one. Where there are fewer splits than this and no value is missing, all of them are taken.
   *
   * @param count the number of permutations at most, at least 1
   * @return the test
   * @throws IllegalArgumentException if it is below 1
   */
  public DriftTest withPermutations(int count) {
    return with(categories.withPermutations(count));
  }

  /**
   * Pools rare labels: those with fewer rows in both samples together count as one category. A rule
   * that sees no sample alone keeps the level. New and vanished labels are still named.
   *
   * @param rows the rows a category of its own has at least, at least 1
   * @return the test
   * @throws IllegalArgumentException if it is below 1
   */
  public DriftTest withFewestRows(int rows) {
    return with(categories.withFewestRows(rows));
  }

  /**
   * Shares permutations among threads. The result is the same for any number of them.
   *
   * @param executor runs all of them but the caller's
   * @param count the number of threads, the caller's included, at least 1
   * @return the test
   * @throws IllegalArgumentException if the number is below 1
   */
  public DriftTest withWorkers(Executor executor, int count) {
    return with(categories.withWorkers(executor, count));
  }

  /**
   * Prepares the reference.
   *
   * @param reference the table, at least one column
   * @return the test against this reference
   * @throws IllegalArgumentException if there is no column, a value is missing and that fails, or a
   *     number is 1e250 or more in magnitude
   */
  public FittedDriftTest fit(MixedTable reference) {
    Require.atLeast("columns of the reference", reference.columns().size(), 1);
    return new FittedDriftTest(this, reference);
  }

  List<Distance> distances() {
    return distances;
  }

  CategoryTest categories() {
    return categories;
  }

  MissingValues missingValues() {
    return missingValues;
  }

  Dependence dependence() {
    return categories.dependence();
  }

  int permutations() {
    return categories.permutations();
  }

  ParallelRows workers() {
    return categories.workers();
  }
}
