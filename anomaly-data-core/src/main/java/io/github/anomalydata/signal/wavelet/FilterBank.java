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
 * <p>The sums run over outputs inside and taps outside, on blocks that stay in the first-level
 * cache. The loops are written for the vectorizer of JDK 17, which gives up on arrays read at two
 * offsets, on stores at an offset that is no constant, and on more than about five arrays: hence
 * inputs are first copied to where output 0 needs them, and each filter takes two taps at a time.
 */
final class FilterBank {
  private final int taps;
  private final double[] pu;
  private final double[] qu;
  private final double[] pv;
  private final double[] qv;

  private FilterBank(double[] pu, double[] qu, double[] pv, double[] qv) {
    this.taps = pu.length;
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
    return taps - 1;
  }

  /** A block of inputs and outputs, for one thread. */
  static final class Block {
    /** The number of outputs of a block. */
    static final int SIZE = 256;

    /** The phases, from {@code reach()} inputs before output 0 on. */
    final double[] p;

    final double[] q;

    /** The outputs. */
    final double[] u = new double[SIZE];

    final double[] v = new double[SIZE];
    private final double[][] aligned = new double[4][SIZE];

    Block(FilterBank bank) {
      p = new double[SIZE + bank.reach()];
      q = new double[SIZE + bank.reach()];
    }

    /** Returns inputs from an offset on, from place 0 on. */
    private double[] align(double[] inputs, int offset, int slot, int count) {
      if (offset == 0) {
        return inputs;
      }
      System.arraycopy(inputs, offset, aligned[slot], 0, count);
      return aligned[slot];
    }
  }

  /** Computes the first outputs of a block. */
  void apply(Block block, int count) {
    int last = taps - 1;
    int i = taps % 2;
    if (i == 1) {
      double[] p = block.align(block.p, last, 0, count);
      double[] q = block.align(block.q, last, 1, count);
      two(pu[0], qu[0], p, q, block.u, count);
      two(pv[0], qv[0], p, q, block.v, count);
    }
    for (; i < taps; i += 2) {
      int j = i + 1;
      double[] p0 = block.align(block.p, last - i, 0, count);
      double[] q0 = block.align(block.q, last - i, 1, count);
      double[] p1 = block.align(block.p, last - j, 2, count);
      double[] q1 = block.align(block.q, last - j, 3, count);
      if (i == 0) {
        four(pu[i], qu[i], pu[j], qu[j], p0, q0, p1, q1, block.u, count);
        four(pv[i], qv[i], pv[j], qv[j], p0, q0, p1, q1, block.v, count);
      } else {
        addFour(pu[i], qu[i], pu[j], qu[j], p0, q0, p1, q1, block.u, count);
        addFour(pv[i], qv[i], pv[j], qv[j], p0, q0, p1, q1, block.v, count);
      }
    }
  }

  private static void two(double a, double b, double[] p, double[] q, double[] out, int count) {
    for (int o = 0; o < count; o++) {
      out[o] = a * p[o] + b * q[o];
    }
  }

  private static void four(
      double a,
      double b,
      double c,
      double d,
      double[] p,
      double[] q,
      double[] r,
      double[] s,
      double[] out,
      int count) {
    for (int o = 0; o < count; o++) {
      out[o] = a * p[o] + b * q[o] + c * r[o] + d * s[o];
    }
  }

  private static void addFour(
      double a,
      double b,
      double c,
      double d,
      double[] p,
      double[] q,
      double[] r,
      double[] s,
      double[] out,
      int count) {
    for (int o = 0; o < count; o++) {
      out[o] += a * p[o] + b * q[o] + c * r[o] + d * s[o];
    }
  }
}
