package io.github.anomalydata.drift;

/** The estimate from pairs of neighbours: A. Gretton and others, 2012, lemma 14. */
final class LinearTime {
  private LinearTime() {}

  static DiscrepancyEstimate of(KernelFunction kernel, Rows x, Rows y) {
    int pairs = Math.min(x.count(), y.count()) / 2;
    int columns = x.columns();
    double[] draws = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      int first = 2 * i * columns;
      int second = first + columns;
      draws[i] =
          kernel.of(x.values(), first, x.values(), second, columns)
              + kernel.of(y.values(), first, y.values(), second, columns)
              - kernel.of(x.values(), first, y.values(), second, columns)
              - kernel.of(x.values(), second, y.values(), first, columns);
    }
    return DiscrepancyEstimate.meanOf(draws);
  }
}
