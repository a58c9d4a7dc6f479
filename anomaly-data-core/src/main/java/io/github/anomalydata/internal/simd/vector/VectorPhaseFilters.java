package io.github.anomalydata.internal.simd.vector;

import io.github.anomalydata.internal.simd.PhaseFilter;
import io.github.anomalydata.internal.simd.PhaseFilters;

/** Computes one output of each filter in each lane of a vector. */
public final class VectorPhaseFilters implements PhaseFilters {
  /** Creates the twin. */
  public VectorPhaseFilters() {
    OperatorProfile.complete();
  }

  @Override
  public PhaseFilter of(double[] pu, double[] qu, double[] pv, double[] qv) {
    return new LaneFilter(pu, qu, pv, qv);
  }
}
