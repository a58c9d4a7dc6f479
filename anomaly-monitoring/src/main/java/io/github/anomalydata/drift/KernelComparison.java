package io.github.anomalydata.drift;

import io.github.anomalydata.internal.ParallelRows;
import java.util.ArrayList;
import java.util.List;

/**
 * Two samples compared by one kernel.
 *
 * @param estimator the estimate
 * @param pairs the sums of kernel values
 * @param diagonal the value of each pooled row with itself
 * @param n the rows of the reference
 * @param m the rows of the current sample
 * @param notes what was assumed
 */
record KernelComparison(
    Estimator estimator, KernelPairs pairs, double[] diagonal, int n, int m, List<String> notes) {
  /** The greatest number of pooled rows for which sums are in double precision. */
  static final int EXACT_ROWS = 500;

  /**
   * The statistics of splits.
   *
   * @param observed that of the rows as they are
   * @param within the mean kernel value within both samples, added up
   * @param compared what of it is compared with that of each split
   * @param statistics that of each split; the biased one where the observed one is narrowed
   */
  record Splits(double observed, double within, double compared, double[] statistics) {
    /** Returns the size of the effect. */
    double effect() {
      return within > 0 ? Math.min(1, observed / within) : 0;
    }
  }

  /** Returns the comparisons of a sample with the reference by each kernel. */
  static List<KernelComparison> of(
      MaximumMeanDiscrepancy options, MultivariateReference reference, Rows current) {
    List<KernelComparison> comparisons = new ArrayList<>();
    for (int i = 0; i < options.kernels().size(); i++) {
      List<String> notes = new ArrayList<>();
      Kernel kernel = fixed(options.kernels().get(i), reference, current, notes);
      KernelPairs pairs = pairs(kernel, reference, current, options.workers());
      comparisons.add(
          new KernelComparison(
              options.estimator(),
              pairs,
              pairs.diagonal(),
              reference.rows().count(),
              current.count(),
              notes));
    }
    return comparisons;
  }

  /** Returns a kernel that does not depend on samples any more. */
  static Kernel fixed(
      Kernel kernel, MultivariateReference reference, Rows current, List<String> notes) {
    return kernel instanceof Kernel.MedianGaussian median
        ? MedianDistance.of(reference.rows().and(current), notes).gaussian(median, notes)
        : kernel;
  }

  private static KernelPairs pairs(
      Kernel kernel, MultivariateReference reference, Rows current, ParallelRows workers) {
    Rows rows = reference.rows();
    int all = rows.count() + current.count();
    return kernel instanceof Kernel.Gaussian gaussian && all > EXACT_ROWS
        ? new GaussianPairs(
            reference.panels(), reference.panels(current), all, reference.packed(gaussian), workers)
        : new ExactPairs(KernelFunction.of(kernel), rows, current, workers);
  }

  /** Returns the statistic of the rows as they are. */
  double statistic() {
    return estimate(estimator, pairs.sums(), sum(0, n), sum(n, n + m));
  }

  /**
   * Returns the statistics of splits.
   *
   * @param widening by what differences vary more than splits show: {@link Blocks}. The biased
   *     estimate is proportional to their variance.
   */
  Splits splits(Permutations splits, double widening, ParallelRows workers) {
    Estimator compared = widening > 1 ? Estimator.BIASED : estimator;
    // The observed split goes the same way as all others, and is rounded as they are.
    KernelPairs.Forms forms =
        pairs.forms(splits.count() + 1, b -> b == 0 ? splits.observed() : splits.mask(b - 1));
    double ofReference = sum(0, n);
    double ofCurrent = sum(n, n + m);
    double observed = estimate(estimator, forms.sums(0), ofReference, ofCurrent);
    double[] statistics = new double[splits.count()];
    workers.run(
        statistics.length,
        (from, to) -> {
          for (int b = from; b < to; b++) {
            double own = compared == Estimator.BIASED ? sum(splits.mask(b)) : ofCurrent;
            statistics[b] =
                estimate(compared, forms.sums(b + 1), ofReference + ofCurrent - own, own);
          }
        });
    KernelPairs.Sums sums = forms.sums(0);
    double within = (sums.reference() + ofReference) / n / n + (sums.current() + ofCurrent) / m / m;
    return new Splits(
        observed, within, estimate(compared, sums, ofReference, ofCurrent) / widening, statistics);
  }

  /** Returns the estimate from sums without the diagonal, and sums over it. */
  private double estimate(
      Estimator estimator, KernelPairs.Sums sums, double ofReference, double ofCurrent) {
    boolean biased = estimator == Estimator.BIASED;
    return estimator.of(
        sums.reference() + (biased ? ofReference : 0),
        sums.current() + (biased ? ofCurrent : 0),
        sums.between(),
        n,
        m);
  }

  private double sum(int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += diagonal[i];
    }
    return sum;
  }

  private double sum(long[] mask) {
    double sum = 0;
    for (int i = 0; i < diagonal.length; i++) {
      sum += Permutations.isSet(mask, i) ? diagonal[i] : 0;
    }
    return sum;
  }
}
