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
  /** The greatest number of pooled rows for which sums are in double precision. */
  static final int EXACT_ROWS = 1_000;

  private static final String NAME = "mmd";
  private static final String EFFECT =
      "squared discrepancy over the mean kernel value within the samples, at most 1";

  private final MaximumMeanDiscrepancy options;
  private final MultivariateReference reference;

  FittedMaximumMeanDiscrepancy(MaximumMeanDiscrepancy options, MultivariateReference reference) {
    this.options = options;
    this.reference = reference;
  }

  /**
   * Returns the squared discrepancy alone.
   *
   * @param current the rows, as long as those of the reference; not changed
   * @return the estimate
   * @throws IllegalArgumentException if there are too few rows for the estimate here or in the
   *     reference, rows have another length, or a value is not finite or too large
   */
  public double statistic(double[][] current) {
    return statistic(Rows.of("current", current));
  }

  /**
   * Returns the squared discrepancy alone.
   *
   * @param current the rows, {@code [rows, columns]}, a view or in any order; not changed
   * @return the estimate
   * @throws IllegalArgumentException if there are too few rows for the estimate here or in the
   *     reference, the array is no matrix with the columns of the reference, or a value is not
   *     finite or too large
   */
  public double statistic(INDArray current) {
    return statistic(Rows.of("current", current));
  }

  private double statistic(Rows current) {
    int fewest = options.estimator().fewest();
    Require.atLeast("rows of the reference", reference.rows().count(), fewest);
    Require.atLeast("rows of current", current.count(), fewest);
    KernelPairs pairs = pairs(reference.requireAlike(current), new ArrayList<>());
    KernelPairs.Sums sums = pairs.sums();
    double[] diagonal = pairs.diagonal();
    return estimate(sums, sum(diagonal, 0, n()), sum(diagonal, n(), diagonal.length), current);
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
    return test(Rows.of("current", current), seed);
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
    return test(Rows.of("current", current), seed);
  }

  private TestResult test(Rows current, long seed) {
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
    List<String> notes = new ArrayList<>(blocks.notes());
    KernelPairs pairs = pairs(current, notes);
    Permutations splits =
        Permutations.of(n(), current.count(), options.permutations(), blocks.length(), seed);
    // The observed split goes the same way as all others, and is rounded as they are.
    KernelPairs.Forms forms =
        pairs.forms(splits.count() + 1, b -> b == 0 ? splits.observed() : splits.mask(b - 1));
    double[] diagonal = pairs.diagonal();
    double ofReference = sum(diagonal, 0, n());
    double ofCurrent = sum(diagonal, n(), diagonal.length);
    double observed = estimate(forms.sums(0), ofReference, ofCurrent, current);
    double[] statistics = new double[splits.count()];
    options
        .workers()
        .run(
            statistics.length,
            (from, to) -> {
              for (int b = from; b < to; b++) {
                double own =
                    options.estimator() == Estimator.BIASED
                        ? sum(diagonal, splits.mask(b))
                        : ofCurrent;
                statistics[b] =
                    estimate(forms.sums(b + 1), ofReference + ofCurrent - own, own, current);
              }
            });
    Probability probability = Probability.of(splits, observed, statistics);
    return new TestResult.Tested(
        NAME,
        observed,
        probability.value(),
        probability.kind(),
        probability.permutations(),
        effect(observed, forms.sums(0), ofReference, ofCurrent, current),
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

  private KernelPairs pairs(Rows current, List<String> notes) {
    Rows rows = reference.rows();
    Kernel kernel = options.kernel();
    if (kernel instanceof Kernel.MedianGaussian) {
      kernel = MedianDistance.gaussian(rows.and(current), notes);
    }
    if (kernel instanceof Kernel.Gaussian gaussian && n() + current.count() > EXACT_ROWS) {
      double scale = reference.scale();
      double[] gammas =
          gaussian.gammas().stream().mapToDouble(gamma -> gamma / scale / scale).toArray();
      return new GaussianPairs(
          reference.panels(),
          reference.panels(current),
          n() + current.count(),
          gammas,
          options.workers());
    }
    return new ExactPairs(KernelFunction.of(kernel), rows, current, options.workers());
  }

  /** Returns the estimate from sums without and with a diagonal. */
  private double estimate(
      KernelPairs.Sums sums, double ofReference, double ofCurrent, Rows current) {
    boolean biased = options.estimator() == Estimator.BIASED;
    return options
        .estimator()
        .of(
            sums.reference() + (biased ? ofReference : 0),
            sums.current() + (biased ? ofCurrent : 0),
            sums.between(),
            n(),
            current.count());
  }

  private double effect(
      double observed, KernelPairs.Sums sums, double ofReference, double ofCurrent, Rows current) {
    double m = current.count();
    double within =
        (sums.reference() + ofReference) / n() / n() + (sums.current() + ofCurrent) / m / m;
    return within > 0 ? Math.min(1, observed / within) : 0;
  }

  private static double sum(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += values[i];
    }
    return sum;
  }

  private static double sum(double[] values, long[] mask) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += Permutations.isSet(mask, i) ? values[i] : 0;
    }
    return sum;
  }
}
