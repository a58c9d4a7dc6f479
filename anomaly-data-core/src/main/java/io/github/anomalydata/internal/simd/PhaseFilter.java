package io.github.anomalydata.internal.simd;

/**
 * Two filters over two interleaved halves p and q of a signal, in one pass: the work of a wavelet
 * decomposition and of a reconstruction alike. With n taps, output {@code o} is
 *
 * <pre>
 * u[o] = Σ_i pu[i] p[n - 1 + o - i] + qu[i] q[n - 1 + o - i]
 * v[o] = Σ_i pv[i] p[n - 1 + o - i] + qv[i] q[n - 1 + o - i]
 * </pre>
 */
public interface PhaseFilter {
  /** The most outputs at a time: blocks of so many stay in the first-level cache. */
  int BLOCK = 256;

  /**
   * Splits interleaved samples into phases.
   *
   * @param x the samples
   * @param at the place of the first of {@code 2 count}
   * @param even where to write the first, third, ... of them
   * @param odd where to write the second, fourth, ... of them
   * @param to the place of the first of each
   * @param count the number of each
   */
  void split(double[] x, int at, double[] even, double[] odd, int to, int count);

  /**
   * Computes outputs.
   *
   * @param p one phase: {@code count + n - 1} inputs, with room for {@code BLOCK + n - 1}
   * @param q the other phase, as long
   * @param count the number of outputs, up to {@link #BLOCK}
   * @param u where to write the first filter's
   * @param uAt the place of its first output
   * @param v where to write the second filter's
   * @param vAt the place of its first output
   */
  void apply(double[] p, double[] q, int count, double[] u, int uAt, double[] v, int vAt);
}
