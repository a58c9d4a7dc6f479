package io.github.anomalydata.signal.wavelet;

/**
 * Two filters over two interleaved halves of a signal, in one pass: the work of a decomposition and
 * of a reconstruction alike.
 *
 * <p>With the two phases {@code p} and {@code q} of the input, output {@code o} is
 *
 * <pre>
 * u[o] = Σ_i pu[i] p[o - i] + qu[i] q[o - i]
 * v[o] = Σ_i pv[i] p[o - i] + qv[i] q[o - i]
 * </pre>
 *
 * <p>The sums run over outputs inside and taps outside, two taps at a time, on blocks that stay in
 * the first-level cache: such loops have no test and no chain of additions.
 */
final class FilterBank {
  /** The number of outputs of a block. */
  static final int BLOCK = 512;

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

  /** The number of taps of each phase; an output needs as many inputs, its own the last. */
  int taps() {
    return pu.length;
  }

  /**
   * Computes outputs {@code 0 … count - 1} into {@code u[uFrom + o]} and {@code v[vFrom + o]},
   * where input {@code p[o]} of the formula is {@code p[taps() - 1 + o]} of the array.
   */
  void apply(double[] p, double[] q, double[] u, int uFrom, double[] v, int vFrom, int count) {
    int last = taps() - 1;
    for (int o = 0; o < count; o++) {
      u[uFrom + o] = pu[0] * p[last + o] + qu[0] * q[last + o];
      v[vFrom + o] = pv[0] * p[last + o] + qv[0] * q[last + o];
    }
    int i = 1;
    for (; i + 1 <= last; i += 2) {
      addTwo(i, p, q, u, uFrom, v, vFrom, count);
    }
    if (i <= last) {
      add(i, p, q, u, uFrom, v, vFrom, count);
    }
  }

  private void add(
      int i, double[] p, double[] q, double[] u, int uFrom, double[] v, int vFrom, int count) {
    int at = taps() - 1 - i;
    double a = pu[i];
    double b = qu[i];
    double c = pv[i];
    double d = qv[i];
    for (int o = 0; o < count; o++) {
      u[uFrom + o] += a * p[at + o] + b * q[at + o];
      v[vFrom + o] += c * p[at + o] + d * q[at + o];
    }
  }

  private void addTwo(
      int i, double[] p, double[] q, double[] u, int uFrom, double[] v, int vFrom, int count) {
    int at = taps() - 1 - i;
    double a = pu[i];
    double b = qu[i];
    double c = pv[i];
    double d = qv[i];
    double e = pu[i + 1];
    double f = qu[i + 1];
    double g = pv[i + 1];
    double h = qv[i + 1];
    for (int o = 0; o < count; o++) {
      double p0 = p[at + o];
      double q0 = q[at + o];
      double p1 = p[at - 1 + o];
      double q1 = q[at - 1 + o];
      u[uFrom + o] += (a * p0 + b * q0) + (e * p1 + f * q1);
      v[vFrom + o] += (c * p0 + d * q0) + (g * p1 + h * q1);
    }
  }
}
