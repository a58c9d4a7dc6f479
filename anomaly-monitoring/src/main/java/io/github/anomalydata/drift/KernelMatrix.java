package io.github.anomalydata.drift;

import io.github.anomalydata.internal.Require;
import java.util.ArrayList;

/** The values of a kernel for all pairs of rows of two samples, for those who want to see them. */
final class KernelMatrix {
  private KernelMatrix() {}

  /** Returns the values, one row of x after another. */
  static double[] of(Kernel kernel, Rows x, Rows y) {
    Require.atLeast("rows of x", x.count(), 1);
    Require.atLeast("rows of y", y.count(), 1);
    int columns = x.columns();
    if (y.columns() != columns) {
      throw new IllegalArgumentException("y: the " + columns + " columns of x, got " + y.columns());
    }
    KernelFunction function = KernelFunction.of(fixed(kernel, x, y));
    double[] values = new double[Math.multiplyExact(x.count(), y.count())];
    for (int i = 0; i < x.count(); i++) {
      for (int j = 0; j < y.count(); j++) {
        values[i * y.count() + j] =
            function.of(x.values(), i * columns, y.values(), j * columns, columns);
      }
    }
    return values;
  }

  private static Kernel fixed(Kernel kernel, Rows x, Rows y) {
    return kernel instanceof Kernel.MedianGaussian median
        ? MedianDistance.of(x.and(y), new ArrayList<>()).gaussian(median, new ArrayList<>())
        : kernel;
  }
}
