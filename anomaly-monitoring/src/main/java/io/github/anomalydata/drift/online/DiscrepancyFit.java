package io.github.anomalydata.drift.online;

import io.github.anomalydata.drift.Kernel;
import io.github.anomalydata.internal.ParallelRows;
import io.github.anomalydata.internal.Require;
import java.util.function.Supplier;

/** The reference of {@link SlidingDiscrepancy}. */
final class DiscrepancyFit implements Fit {
  private static final Scale AS_THEY_ARE = new Scale(0, 1);

  /** Reference and window are saved as arrays below 2^28 bytes. */
  private static final int MOST_VALUES = 1 << 25;

  private final SlidingDiscrepancy detector;
  private final Samples reference;
  private final double[] gammas;
  private final KernelRows rows;
  private final double within;

  private DiscrepancyFit(SlidingDiscrepancy detector, Kernel.Gaussian kernel, Samples reference) {
    this.detector = detector;
    this.reference = reference;
    this.gammas = kernel.gammas().stream().mapToDouble(Double::doubleValue).toArray();
    this.rows = KernelRows.of(reference, gammas);
    this.within = meanOfPairs();
  }

  static DiscrepancyFit of(SlidingDiscrepancy options, Samples reference) {
    check(options, reference);
    Kernel kernel = options.kernel().fittedTo(reference.rows());
    return new DiscrepancyFit(options.with(kernel), (Kernel.Gaussian) kernel, reference);
  }

  static DiscrepancyFit restored(SlidingDiscrepancy fitted, Scale scale, Samples kept) {
    check(fitted, kept);
    Require.between("rows of the reference", kept.count(), 2, fitted.referenceRows());
    if (!scale.equals(AS_THEY_ARE)) {
      throw new IllegalArgumentException("scale: " + AS_THEY_ARE + ", got " + scale);
    }
    if (fitted.kernel() instanceof Kernel.Gaussian kernel) {
      return new DiscrepancyFit(fitted, kernel, kept);
    }
    throw new IllegalArgumentException("kernel: of a known bandwidth, got " + fitted.kernel());
  }

  private static void check(SlidingDiscrepancy options, Samples reference) {
    int columns = reference.columns();
    long values = (long) Math.max(options.size(), reference.count()) * columns;
    if (values >= MOST_VALUES) {
      throw new IllegalArgumentException(
          "reference: fewer than 2^25 values in it and in a window of "
              + options.size()
              + " rows, got "
              + values);
    }
    for (int i = 0; i < reference.values().length; i++) {
      check("reference", reference.values()[i], i / columns, i % columns);
    }
  }

  private static void check(String name, double value, int row, int column) {
    if (!(Math.abs(value) < ScalarFit.GREATEST)) {
      throw refused(name, value, " at row " + row + ", column " + column);
    }
  }

  private static IllegalArgumentException refused(String name, double value, String place) {
    return new IllegalArgumentException(
        name + ": finite and below 1e60 in magnitude, got " + value + place);
  }

  private double meanOfPairs() {
    KernelRows.Values values = rows.new Values();
    double[] row = new double[reference.columns()];
    double sum = 0;
    int n = reference.count();
    for (int i = 0; i < n; i++) {
      reference.copyRow(i, row);
      sum += sum(values.of(row)) - gammas.length;
    }
    return sum / n / (n - 1);
  }

  static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  @Override
  public Detector detector() {
    return detector;
  }

  @Override
  public Scale scale() {
    return AS_THEY_ARE;
  }

  @Override
  public Samples kept() {
    return reference;
  }

  double[] gammas() {
    return gammas;
  }

  /** Returns the rows of the reference, which any number of threads may read. */
  KernelRows rows() {
    return rows;
  }

  /** Returns the mean kernel value of two different rows of the reference. */
  double within() {
    return within;
  }

  @Override
  public void check(String name, double value, String place) {
    if (!(Math.abs(value) < ScalarFit.GREATEST)) {
      throw refused(name, value, place);
    }
  }

  @Override
  public Statistic start() {
    return new DiscrepancyStatistic(detector.size(), this);
  }

  @Override
  public Supplier<Simulation> simulations(Samples all, int block, long seed, ParallelRows workers) {
    ReferenceGram gram = ReferenceGram.of(this, block, workers);
    double[][] embeddings = gram.embeddings(block, seed, workers);
    return () -> new DiscrepancySimulation(detector.size(), gram, embeddings);
  }
}
