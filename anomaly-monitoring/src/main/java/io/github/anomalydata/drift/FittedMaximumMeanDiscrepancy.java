package io.github.anomalydata.drift;

import io.github.anomalydata.internal.Require;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A test of samples against a reference that is prepared once. Any number of threads may use it at
 * the same time.
 */
public final class FittedMaximumMeanDiscrepancy {
  static final String NAME = "mmd";
  static final String EFFECT =
      "squared discrepancy over the mean kernel value within the samples, at most 1";

  private final MaximumMeanDiscrepancy options;
  private final ColumnScales scales;
  private final MultivariateReference reference;

  /** Takes a reference that is scaled. */
  FittedMaximumMeanDiscrepancy(
      MaximumMeanDiscrepancy options, ColumnScales scales, MultivariateReference reference) {
    this.options = options;
    this.scales = scales;
    this.reference = reference;
  }

  MaximumMeanDiscrepancy options() {
    return options;
  }

  /** Returns the reference, scaled. */
  MultivariateReference reference() {
    return reference;
  }

  /** Returns what is to be known of the scales. */
  List<String> notes() {
    return scales.notes();
  }

  /** Returns a sample as the reference is scaled. */
  Rows scaled(Rows current) {
    return scales.of("current", reference.requireAlike(current));
  }

  /**
   * Returns the squared discrepancy alone.
   *
   * @param current the rows, as long as those of the reference; not changed
   * @return the estimate
   * @throws IllegalArgumentException if there are too few rows for the estimate here or in the
   *     reference, rows have another length, or a value is not finite or too large
   * @throws IllegalStateException if there are several kernels
   */
  public double statistic(double[][] current) {
    return statistic(scaled(Rows.of("current", current)));
  }

  /**
   * Returns the squared discrepancy alone.
   *
   * @param current the rows, {@code [rows, columns]}, a view or in any order; not changed
   * @return the estimate
   * @throws IllegalArgumentException if there are too few rows for the estimate here or in the
   *     reference, the array is no matrix with the columns of the reference, or a value is not
   *     finite or too large
   * @throws IllegalStateException if there are several kernels
   */
  public double statistic(INDArray current) {
    return statistic(scaled(Rows.of("current", current)));
  }

  double statistic(Rows current) {
    requireOneKernel();
    requireEnough(current);
    return KernelComparison.of(options, reference, current).get(0).statistic();
  }

  private void requireOneKernel() {
    if (options.kernels().size() > 1) {
      throw new IllegalStateException("one kernel, got " + options.kernels());
    }
  }

  private void requireEnough(Rows current) {
    int fewest = options.estimator().fewest();
    Require.atLeast("rows of the reference", n(), fewest);
    Require.atLeast("rows of current", reference.requireAlike(current).count(), fewest);
  }

  private int n() {
    return reference.rows().count();
  }

  /**
   * Tests a sample.
   *
   * @param current the rows in the order of time, as long as those of the reference; not changed
   * @param seed the seed of the permutations
   * @return the result; {@link TestResult.InsufficientData} if a sample has too few rows for the
   *     estimate or the blocks are so long that no p-value could reach 0.05
   * @throws IllegalArgumentException if rows have another length, or a value is not finite or too
   *     large
   */
  public TestResult test(double[][] current, long seed) {
    return test(scaled(Rows.of("current", current)), seed);
  }

  /**
   * Tests a sample.
   *
   * @param current the rows in the order of time, {@code [rows, columns]}, a view or in any order;
   *     not changed
   * @param seed the seed of the permutations
   * @return the result; {@link TestResult.InsufficientData} if a sample has too few rows for the
   *     estimate or the blocks are so long that no p-value could reach 0.05
   * @throws IllegalArgumentException if the array is no matrix with the columns of the reference,
   *     or a value is not finite or too large
   */
  public TestResult test(INDArray current, long seed) {
    return test(scaled(Rows.of("current", current)), seed);
  }

  TestResult test(Rows current, long seed) {
    long start = System.nanoTime();
    reference.requireAlike(current);
    int fewest = options.estimator().fewest();
    if (n() < fewest || current.count() < fewest) {
      return insufficient("fewer than " + fewest + " rows", current);
    }
    Blocks blocks = reference.blocks(options.dependence(), current);
    if (blocks.areTooFew(n(), current.count())) {
      return insufficient(blocks.shortage(n(), current.count()), current);
    }
    Permutations permutations =
        Permutations.of(n(), current.count(), options.permutations(), blocks.length(), seed);
    List<KernelComparison> comparisons = KernelComparison.of(options, reference, current);
    List<KernelComparison.Splits> splits =
        comparisons.stream()
            .map(
                comparison -> comparison.splits(permutations, blocks.widening(), options.workers()))
            .toList();
    SmallestP smallest =
        SmallestP.of(
            permutations,
            splits.stream().mapToDouble(KernelComparison.Splits::compared).toArray(),
            splits.stream().map(KernelComparison.Splits::statistics).toArray(double[][]::new));
    KernelComparison.Splits chosen = splits.get(smallest.place());
    List<String> notes = new ArrayList<>(blocks.notes());
    notes.addAll(scales.notes());
    notes.addAll(comparisons.get(smallest.place()).notes());
    if (splits.size() > 1) {
      notes.add("kernel " + (smallest.place() + 1) + " of " + splits.size() + ", the most telling");
    }
    return new TestResult.Tested(
        NAME,
        chosen.observed(),
        smallest.value(),
        permutations.kind(),
        permutations.count(),
        chosen.effect(),
        EFFECT,
        n(),
        current.count(),
        blocks.length(),
        notes,
        seed,
        Duration.ofNanos(System.nanoTime() - start));
  }

  private TestResult insufficient(String reason, Rows current) {
    return new TestResult.InsufficientData(NAME, reason, n(), current.count());
  }

  /**
   * Returns how much more often rows like each current one are now than they were: \( \frac{1}{m -
   * 1} \sum_{j \ne i} k(y_i, y_j) - \frac{1}{n} \sum_j k(y_i, x_j) \), the witness function. The
   * greatest values are those of the rows that tell most of a drift.
   *
   * @param current the rows, at least 2, as long as those of the reference; not changed
   * @return the value of each row
   * @throws IllegalArgumentException if there are fewer rows, rows have another length, or a value
   *     is not finite or too large
   * @throws IllegalStateException if there are several kernels
   */
  public double[] witness(double[][] current) {
    return witness(scaled(Rows.of("current", current)));
  }

  /**
   * Returns how much more often rows like each current one are now than they were, as {@link
   * #witness(double[][])}.
   *
   * @param current the rows, {@code [rows, columns]}, at least 2, a view or in any order; not
   *     changed
   * @return the value of each row
   * @throws IllegalArgumentException if there are fewer rows, the array is no matrix with the
   *     columns of the reference, or a value is not finite or too large
   * @throws IllegalStateException if there are several kernels
   */
  public double[] witness(INDArray current) {
    return witness(scaled(Rows.of("current", current)));
  }

  private double[] witness(Rows current) {
    requireOneKernel();
    Require.atLeast("rows of current", reference.requireAlike(current).count(), 2);
    return Witness.of(fixedKernel(current), reference, current, options.workers());
  }

  private Kernel fixedKernel(Rows current) {
    return KernelComparison.fixed(options.kernels().get(0), reference, current, new ArrayList<>());
  }

  /**
   * Returns how much each column adds to the discrepancy: the statistic of all columns less that
   * without the column, by the same kernel and bandwidth. It may be negative: a column that did not
   * change hides changes of others. It takes as many times as long as the statistic.
   *
   * @param current the rows, as long as those of the reference, at least 2 columns; not changed
   * @return the share of each column
   * @throws IllegalArgumentException if there are fewer columns, too few rows for the estimate,
   *     rows of another length, or a value is not finite or too large
   * @throws IllegalStateException if there are several kernels
   */
  public double[] contributions(double[][] current) {
    return contributions(scaled(Rows.of("current", current)));
  }

  /**
   * Returns how much each column adds to the discrepancy, as {@link #contributions(double[][])}.
   *
   * @param current the rows, {@code [rows, columns]}, a view or in any order; not changed
   * @return the share of each column
   * @throws IllegalArgumentException if there are fewer than 2 columns, too few rows for the
   *     estimate, the array is no matrix with the columns of the reference, or a value is not
   *     finite or too large
   * @throws IllegalStateException if there are several kernels
   */
  public double[] contributions(INDArray current) {
    return contributions(scaled(Rows.of("current", current)));
  }

  private double[] contributions(Rows current) {
    requireOneKernel();
    requireEnough(current);
    int columns = Require.atLeast("columns", reference.rows().columns(), 2);
    MaximumMeanDiscrepancy same = options.with(fixedKernel(current));
    double all = new FittedMaximumMeanDiscrepancy(same, scales, reference).statistic(current);
    double[] shares = new double[columns];
    for (int k = 0; k < columns; k++) {
      FittedMaximumMeanDiscrepancy others =
          new FittedMaximumMeanDiscrepancy(same, scales, reference.without(k));
      shares[k] = all - others.statistic(current.without(k));
    }
    return shares;
  }

  /**
   * Estimates the squared discrepancy in time linear in the number of rows, from pairs of
   * neighbours: lemma 14 of the paper. Its standard error is that over samples of independent rows,
   * far larger than that of the {@linkplain #statistic(double[][]) statistic}.
   *
   * @param current the rows, at least 4, as the reference; what one sample has more than the other
   *     is not used
   * @return the estimate
   * @throws IllegalArgumentException if there are fewer rows here or in the reference, rows have
   *     another length, or a value is not finite or too large
   * @throws IllegalStateException if there are several kernels
   */
  public DiscrepancyEstimate linearTime(double[][] current) {
    return linearTime(scaled(Rows.of("current", current)));
  }

  /**
   * Estimates the squared discrepancy from pairs of neighbours, as {@link #linearTime(double[][])}.
   *
   * @param current the rows, {@code [rows, columns]}, at least 4, a view or in any order; not
   *     changed
   * @return the estimate
   * @throws IllegalArgumentException if there are fewer rows here or in the reference, the array is
   *     no matrix with the columns of the reference, or a value is not finite or too large
   * @throws IllegalStateException if there are several kernels
   */
  public DiscrepancyEstimate linearTime(INDArray current) {
    return linearTime(scaled(Rows.of("current", current)));
  }

  private DiscrepancyEstimate linearTime(Rows current) {
    requireOneKernel();
    Require.atLeast("rows of the reference", n(), 4);
    Require.atLeast("rows of current", reference.requireAlike(current).count(), 4);
    return LinearTime.of(KernelFunction.of(fixedKernel(current)), reference.rows(), current);
  }

  /**
   * Estimates the squared discrepancy by a Gaussian kernel in time linear in the number of rows,
   * from random Fourier features: A. Rahimi and B. Recht, "Random features for large-scale kernel
   * machines", 2007. Its standard error is that over draws of frequencies, by which it differs from
   * the {@linkplain #statistic(double[][]) statistic} of the same samples.
   *
   * @param current the rows, as long as those of the reference; not changed
   * @param frequencies the number of random frequencies, at least 2
   * @param seed the seed of the frequencies
   * @return the estimate
   * @throws IllegalArgumentException if there are fewer frequencies, too few rows for the estimate
   *     here or in the reference, rows of another length, or a value is not finite or too large
   * @throws IllegalStateException if there are several kernels, or one that is not Gaussian
   */
  public DiscrepancyEstimate fourier(double[][] current, int frequencies, long seed) {
    return fourier(scaled(Rows.of("current", current)), frequencies, seed);
  }

  /**
   * Estimates the squared discrepancy from random Fourier features, as {@link #fourier(double[][],
   * int, long)}.
   *
   * @param current the rows, {@code [rows, columns]}, a view or in any order; not changed
   * @param frequencies the number of random frequencies, at least 2
   * @param seed the seed of the frequencies
   * @return the estimate
   * @throws IllegalArgumentException if there are fewer frequencies, too few rows for the estimate
   *     here or in the reference, the array is no matrix with the columns of the reference, or a
   *     value is not finite or too large
   * @throws IllegalStateException if there are several kernels, or one that is not Gaussian
   */
  public DiscrepancyEstimate fourier(INDArray current, int frequencies, long seed) {
    return fourier(scaled(Rows.of("current", current)), frequencies, seed);
  }

  private DiscrepancyEstimate fourier(Rows rows, int frequencies, long seed) {
    requireOneKernel();
    Require.atLeast("frequencies", frequencies, 2);
    requireEnough(rows);
    if (fixedKernel(rows) instanceof Kernel.Gaussian gaussian) {
      return FourierFeatures.of(
          gaussian,
          options.estimator(),
          reference.rows(),
          rows,
          frequencies,
          seed,
          options.workers());
    }
    throw new IllegalStateException("a Gaussian kernel, got " + options.kernels().get(0));
  }
}
