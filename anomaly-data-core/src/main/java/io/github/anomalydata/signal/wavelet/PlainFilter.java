package io.github.anomalydata.signal.wavelet;

import io.github.anomalydata.internal.simd.PhaseFilter;

/**
 * Sums over outputs inside and taps outside. The loops are written for the vectorizer of JDK 17,
 * which gives up on arrays read at two offsets, on stores at an offset that is no constant, and on
 * more than about five arrays: hence inputs are first copied to where output 0 needs them, and each
 * filter takes two taps at a time.
 */
final class PlainFilter implements PhaseFilter {
  private final int taps;
  private final double[] pu;
  private final double[] qu;
  private final double[] pv;
  private final double[] qv;
  private final double[][] aligned = new double[4][BLOCK];
  private final double[] ownU = new double[BLOCK];
  private final double[] ownV = new double[BLOCK];

  PlainFilter(double[] pu, double[] qu, double[] pv, double[] qv) {
    this.taps = pu.length;
    this.pu = pu;
    this.qu = qu;
    this.pv = pv;
    this.qv = qv;
  }

  @Override
  public void split(double[] x, int at, double[] even, double[] odd, int to, int count) {
    for (int i = 0; i < count; i++) {
      even[to + i] = x[at + 2 * i];
      odd[to + i] = x[at + 2 * i + 1];
    }
  }

  @Override
  public void apply(double[] p, double[] q, int count, double[] u, int uAt, double[] v, int vAt) {
    double[] toU = uAt == 0 ? u : ownU;
    double[] toV = vAt == 0 ? v : ownV;
    sum(p, q, count, toU, toV);
    if (uAt > 0) {
      System.arraycopy(ownU, 0, u, uAt, count);
    }
    if (vAt > 0) {
      System.arraycopy(ownV, 0, v, vAt, count);
    }
  }

  private void sum(double[] p, double[] q, int count, double[] u, double[] v) {
    int last = taps - 1;
    int i = taps % 2;
    if (i == 1) {
      double[] p0 = align(p, last, 0, count);
      double[] q0 = align(q, last, 1, count);
      two(pu[0], qu[0], p0, q0, u, count);
      two(pv[0], qv[0], p0, q0, v, count);
    }
    for (; i < taps; i += 2) {
      int j = i + 1;
      double[] p0 = align(p, last - i, 0, count);
      double[] q0 = align(q, last - i, 1, count);
      double[] p1 = align(p, last - j, 2, count);
      double[] q1 = align(q, last - j, 3, count);
      if (i == 0) {
        four(pu[i], qu[i], pu[j], qu[j], p0, q0, p1, q1, u, count);
        four(pv[i], qv[i], pv[j], qv[j], p0, q0, p1, q1, v, count);
      } else {
        addFour(pu[i], qu[i], pu[j], qu[j], p0, q0, p1, q1, u, count);
        addFour(pv[i], qv[i], pv[j], qv[j], p0, q0, p1, q1, v, count);
      }
    }
  }

  /** Returns inputs from an offset on, from place 0 on. */
  private double[] align(double[] inputs, int offset, int slot, int count) {
    if (offset == 0) {
      return inputs;
    }
    System.arraycopy(inputs, offset, aligned[slot], 0, count);
    return aligned[slot];
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
