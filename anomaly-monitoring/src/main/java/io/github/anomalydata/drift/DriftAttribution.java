package io.github.anomalydata.drift;

import io.github.anomalydata.internal.ParallelRows;
import io.github.anomalydata.internal.Require;
import java.util.concurrent.Executor;

/**
 * Finds out what changed between two tables: which columns, in what, and since when.
 *
 * <pre>{@code
 * Attribution attribution =
 *     DriftAttribution.withDefaults().with(Dependence.estimated()).attribute(before, now, 42);
 * for (Attribution.ColumnChange finding : attribution.findings()) { ... }
 * }</pre>
 *
 * <p>Columns of numbers are compared in their {@linkplain Attribution.Change#MEAN mean},
 * {@linkplain Attribution.Change#SPREAD spread}, {@linkplain Attribution.Change#SHAPE shape} and
 * {@linkplain Attribution.Change#CORRELATION correlations}, those of labels in how often each label
 * is, all of them in how often a value is missing. Each statistic leaves alone what the others see:
 *
 * <ul>
 *   <li>mean: the difference of means over its standard error, with the variances of both samples
 *       (B. L. Welch, 1947), so that another spread is no other mean (A. Janssen, 1997,
 *       doi:10.1016/S0167-7152(97)00043-6);
 *   <li>spread: Student's {@code |t|} of the distances from the median of the own sample (M. B.
 *       Brown and A. B. Forsythe, 1974, doi:10.1080/01621459.1974.10482955);
 *   <li>shape: the criterion of Cramér and von Mises (T. W. Anderson, 1962,
 *       doi:10.1214/aoms/1177704477) of samples that have the same median and interquartile range;
 *   <li>correlation: the greatest difference of Fisher's transforms of Spearman's rank correlations
 *       with the other columns, of ranks within the own sample.
 * </ul>
 *
 * <p>All take the same permutations of whole rows and are adjusted together, after P. H. Westfall
 * and S. S. Young, 1993: the probability of any false finding is at most the {@linkplain #withLevel
 * level}. Rows in which any number is missing take no part in correlations.
 *
 * <p>Time grows with the number of permutations times rows times columns; for correlations times
 * the square of the columns. Instances are immutable.
 */
public final class DriftAttribution {
  private static final DriftAttribution DEFAULT =
      new DriftAttribution(Dependence.independent(), 0.05, 999, true, ParallelRows.NONE);

  private final Dependence dependence;
  private final double level;
  private final int permutations;
  private final boolean correlations;
  private final ParallelRows workers;

  private DriftAttribution(
      Dependence dependence,
      double level,
      int permutations,
      boolean correlations,
      ParallelRows workers) {
    this.dependence = dependence;
    this.level = level;
    this.permutations = permutations;
    this.correlations = correlations;
    this.workers = workers;
  }

  /**
   * Returns the default: {@linkplain #with(Dependence) independent} rows, a {@linkplain #withLevel
   * level} of 0.05, {@linkplain #withPermutations 999} permutations, {@linkplain #withCorrelations
   * correlations} too, the {@linkplain #withWorkers caller's thread} alone.
   *
   * @return the attribution
   */
  public static DriftAttribution withDefaults() {
    return DEFAULT;
  }

  /**
   * Sets how rows depend on those before them. An estimated block length is that of the column
   * whose blocks are longest, for all columns.
   *
   * @param choice the dependence
   * @return the attribution
   */
  public DriftAttribution with(Dependence choice) {
    return new DriftAttribution(choice, level, permutations, correlations, workers);
  }

  /**
   * Sets the probability of any false finding that is accepted.
   *
   * @param alpha the probability, above 0 and below 1
   * @return the attribution
   * @throws IllegalArgumentException if it is not above 0 and below 1
   */
  public DriftAttribution withLevel(double alpha) {
    return new DriftAttribution(
        dependence, Rules.level(alpha), permutations, correlations, workers);
  }

  /**
   * Sets the number of permutations.
   *
   * @param count the number of permutations, at least 1; a level is reached only if it is at least
   *     one over this number and one
   * @return the attribution
   * @throws IllegalArgumentException if it is below 1
   */
  public DriftAttribution withPermutations(int count) {
    Require.atLeast("count", count, 1);
    return new DriftAttribution(dependence, level, count, correlations, workers);
  }

  /**
   * Sets whether correlations are compared.
   *
   * @param choice whether they are
   * @return the attribution
   */
  public DriftAttribution withCorrelations(boolean choice) {
    return new DriftAttribution(dependence, level, permutations, choice, workers);
  }

  /**
   * Shares permutations among threads. The result is the same for any number of them.
   *
   * @param executor runs all of them but the caller's
   * @param count the number of threads, the caller's included, at least 1
   * @return the attribution
   * @throws IllegalArgumentException if the number is below 1
   */
  public DriftAttribution withWorkers(Executor executor, int count) {
    return new DriftAttribution(
        dependence, level, permutations, correlations, ParallelRows.of(executor, count));
  }

  /**
   * Compares two tables.
   *
   * @param reference the rows from before, in the order of time, at least one column
   * @param current the rows from now, in the order of time, with the same columns in the same order
   * @param seed the seed of the permutations
   * @return what was found
   * @throws IllegalArgumentException if there is no column, the columns or their kinds differ, or a
   *     number is 1e250 or more in magnitude
   */
  public Attribution attribute(MixedTable reference, MixedTable current, long seed) {
    Require.atLeast("columns of the reference", reference.columns().size(), 1);
    current.requireLike(reference);
    return new ChangeSearch(this, reference, current, seed).attribution();
  }

  Dependence dependence() {
    return dependence;
  }

  double level() {
    return level;
  }

  int permutations() {
    return permutations;
  }

  boolean correlations() {
    return correlations;
  }

  ParallelRows workers() {
    return workers;
  }
}
