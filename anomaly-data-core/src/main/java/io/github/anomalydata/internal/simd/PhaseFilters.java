package io.github.anomalydata.internal.simd;

/** Makes pairs of filters over two interleaved halves of a signal. */
public interface PhaseFilters {
  /**
   * Makes a pair of filters, for use by one thread.
   *
   * @param pu the taps of u over p, the last for the earliest input
   * @param qu those of u over q, as many
   * @param pv those of v over p, as many
   * @param qv those of v over q, as many
   * @return the filters
   */
  PhaseFilter of(double[] pu, double[] qu, double[] pv, double[] qv);
}
