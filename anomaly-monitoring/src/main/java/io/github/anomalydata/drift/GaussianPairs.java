package io.github.anomalydata.drift;

import io.github.anomalydata.internal.ParallelRows;
import io.github.anomalydata.internal.simd.GaussianForms;
import io.github.anomalydata.internal.simd.GaussianSums;
import io.github.anomalydata.internal.simd.Panels;
import io.github.anomalydata.internal.simd.Signs;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Sums of Gaussian kernels in single precision, added up in double.
 *
 * @param gammas the factors of squared distances as packed
 */
record GaussianPairs(
    Panels reference, Panels current, int rows, double[] gammas, ParallelRows workers)
    implements KernelPairs {

  @Override
  public Sums sums() {
    GaussianSums sums = GaussianSums.of(reference, current, gammas, workers);
    return new Sums(sums.withinX(), sums.withinY(), sums.between());
  }

  @Override
  public Forms forms(int count, IntFunction<long[]> masks) {
    Panels pool = reference.and(current);
    Signs signs = Signs.of(pool, count, masks, workers);
    GaussianForms forms = GaussianForms.of(pool, signs, gammas, workers);
    return new Forms(forms.total(), forms.forms(), forms.margins());
  }

  @Override
  public double[] diagonal() {
    double[] diagonal = new double[rows];
    Arrays.fill(diagonal, gammas.length);
    return diagonal;
  }
}
