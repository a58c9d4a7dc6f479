package io.github.anomalydata.drift;

import io.github.anomalydata.internal.ParallelRows;
import io.github.anomalydata.internal.simd.GaussianMargins;
import io.github.anomalydata.internal.simd.Panels;

/** The witness function at current rows. */
final class Witness {
  private Witness() {}

  static double[] of(
      Kernel kernel, MultivariateReference reference, Rows current, ParallelRows workers) {
    int n = reference.rows().count();
    int m = current.count();
    double[] before;
    double[] now;
    if (kernel instanceof Kernel.Gaussian gaussian && n + m > KernelComparison.EXACT_ROWS) {
      Panels packed = reference.panels(current);
      double[] gammas = reference.packed(gaussian);
      before = GaussianMargins.of(packed, reference.panels(), gammas, workers);
      now = GaussianMargins.of(packed, packed, gammas, workers);
    } else {
      KernelFunction function = KernelFunction.of(kernel);
      before = sums(function, current, reference.rows(), workers);
      now = sums(function, current, current, workers);
      for (int i = 0; i < m; i++) {
        now[i] -=
            function.of(
                current.values(),
                i * current.columns(),
                current.values(),
                i * current.columns(),
                current.columns());
      }
    }
    double[] witness = new double[m];
    for (int i = 0; i < m; i++) {
      witness[i] = now[i] / (m - 1) - before[i] / n;
    }
    return witness;
  }

  /** Returns the sum of each row with all of a sample. */
  private static double[] sums(
      KernelFunction kernel, Rows rows, Rows sample, ParallelRows workers) {
    int columns = rows.columns();
    double[] sums = new double[rows.count()];
    workers.run(
        sums.length,
        (from, to) -> {
          for (int i = from; i < to; i++) {
            for (int j = 0; j < sample.count(); j++) {
              sums[i] +=
                  kernel.of(rows.values(), i * columns, sample.values(), j * columns, columns);
            }
          }
        });
    return sums;
  }
}
