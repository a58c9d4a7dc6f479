package io.github.anomalydata.signal.wavelet;

import io.github.anomalydata.internal.simd.PhaseFilter;
import io.github.anomalydata.internal.simd.PhaseFilters;
import io.github.anomalydata.internal.simd.Twins;

/** The taps of the two filters of a transform, by phase: the work of {@link PhaseFilter}. */
final class FilterBank {
  private static final PhaseFilters FILTERS =
      Twins.faster(PhaseFilters.class, () -> PlainFilter::new);

  private final double[] pu;
  private final double[] qu;
  private final double[] pv;
  private final double[] qv;

  private FilterBank(double[] pu, double[] qu, double[] pv, double[] qv) {
    this.pu = pu;
    this.qu = qu;
    this.pv = pv;
    this.qv = qv;
  }

  /** The odd and even samples to approximation and detail. */
  static FilterBank decomposition(Wavelet wavelet) {
    double[] low = wavelet.decompositionLowPass();
    double[] high = wavelet.decompositionHighPass();
    return new FilterBank(phase(low, 0), phase(low, 1), phase(high, 0), phase(high, 1));
  }

  /** Approximation and detail to the even and odd samples. */
  static FilterBank reconstruction(Wavelet wavelet) {
    double[] low = wavelet.reconstructionLowPass();
    double[] high = wavelet.reconstructionHighPass();
    return new FilterBank(phase(low, 0), phase(high, 0), phase(low, 1), phase(high, 1));
  }

  private static double[] phase(double[] filter, int first) {
    double[] phase = new double[filter.length / 2];
    for (int i = 0; i < phase.length; i++) {
      phase[i] = filter[2 * i + first];
    }
    return phase;
  }

  /** The number of inputs of each phase before that of an output which the output needs too. */
  int reach() {
    return pu.length - 1;
  }

  /** Returns the filters, for use by one thread. */
  PhaseFilter filter() {
    return FILTERS.of(pu, qu, pv, qv);
  }
}
