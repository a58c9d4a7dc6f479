package io.github.anomalydata.internal.simd.vector;

import static io.github.anomalydata.internal.simd.vector.LaneFft.LANES;
import static io.github.anomalydata.internal.simd.vector.LaneFft.SPECIES;

import io.github.anomalydata.internal.simd.PhaseFilter;
import jdk.incubator.vector.DoubleVector;

/**
 * Computes outputs side by side: four taps of each phase in one pass, and what is left after it.
 */
final class LaneFilter implements PhaseFilter {
  private final int taps;
  private final double[] pu;
  private final double[] qu;
  private final double[] pv;
  private final double[] qv;

  LaneFilter(double[] pu, double[] qu, double[] pv, double[] qv) {
    this.taps = pu.length;
    this.pu = pu;
    this.qu = qu;
    this.pv = pv;
    this.qv = qv;
  }

  @Override
  public void apply(double[] p, double[] q, int count, double[] u, int uAt, double[] v, int vAt) {
    int whole = count / LANES * LANES;
    int i = taps % 4;
    if (i > 0) {
      few(p, q, whole, u, uAt, i, pu, qu);
      few(p, q, whole, v, vAt, i, pv, qv);
    }
    for (; i < taps; i += 4) {
      four(p, q, whole, u, uAt, i, pu, qu);
      four(p, q, whole, v, vAt, i, pv, qv);
    }
    for (int o = whole; o < count; o++) {
      u[uAt + o] = one(p, q, o, pu, qu);
      v[vAt + o] = one(p, q, o, pv, qv);
    }
  }

  /** Sets outputs to what the first taps add. */
  private void few(
      double[] p, double[] q, int count, double[] out, int at, int n, double[] a, double[] b) {
    for (int o = 0; o < count; o += LANES) {
      DoubleVector sum = DoubleVector.zero(SPECIES);
      for (int i = 0; i < n; i++) {
        sum = sum.add(load(p, o, i).mul(a[i]).add(load(q, o, i).mul(b[i])));
      }
      sum.intoArray(out, at + o);
    }
  }

  /** Adds what four taps add, or sets outputs to it if they are the first. */
  private void four(
      double[] p, double[] q, int count, double[] out, int at, int i, double[] a, double[] b) {
    double a0 = a[i];
    double a1 = a[i + 1];
    double a2 = a[i + 2];
    double a3 = a[i + 3];
    double b0 = b[i];
    double b1 = b[i + 1];
    double b2 = b[i + 2];
    double b3 = b[i + 3];
    for (int o = 0; o < count; o += LANES) {
      DoubleVector first = load(p, o, i).mul(a0).add(load(q, o, i).mul(b0));
      DoubleVector second = load(p, o, i + 1).mul(a1).add(load(q, o, i + 1).mul(b1));
      DoubleVector third = load(p, o, i + 2).mul(a2).add(load(q, o, i + 2).mul(b2));
      DoubleVector fourth = load(p, o, i + 3).mul(a3).add(load(q, o, i + 3).mul(b3));
      DoubleVector sum = first.add(second).add(third.add(fourth));
      if (i > 0) {
        sum = DoubleVector.fromArray(SPECIES, out, at + o).add(sum);
      }
      sum.intoArray(out, at + o);
    }
  }

  private DoubleVector load(double[] phase, int output, int tap) {
    return DoubleVector.fromArray(SPECIES, phase, taps - 1 + output - tap);
  }

  /** Returns an output, with the sums in the order of the vectors'. */
  private double one(double[] p, double[] q, int o, double[] a, double[] b) {
    int last = taps - 1 + o;
    double sum = 0;
    int i = 0;
    for (; i < taps % 4; i++) {
      sum += p[last - i] * a[i] + q[last - i] * b[i];
    }
    for (; i < taps; i += 4) {
      double first = p[last - i] * a[i] + q[last - i] * b[i];
      double second = p[last - i - 1] * a[i + 1] + q[last - i - 1] * b[i + 1];
      double third = p[last - i - 2] * a[i + 2] + q[last - i - 2] * b[i + 2];
      double fourth = p[last - i - 3] * a[i + 3] + q[last - i - 3] * b[i + 3];
      sum += first + second + (third + fourth);
    }
    return sum;
  }
}
