package io.github.anomalydata.internal.simd.vector;

import static io.github.anomalydata.internal.simd.vector.LaneFft.LANES;
import static io.github.anomalydata.internal.simd.vector.LaneFft.SPECIES;

import io.github.anomalydata.internal.simd.PhaseFilter;
import jdk.incubator.vector.DoubleVector;

/**
 * Computes outputs side by side, four taps of each phase in one pass over a block.
 *
 * <p>Each kind of pass is called in one place only, as the compiler counts all copies of what it
 * inlines and, beyond a limit, puts vectors into objects.
 */
final class LaneFilter implements PhaseFilter {
  private final double[][] overP;
  private final double[][] overQ;
  private final double[] part = new double[BLOCK];

  LaneFilter(double[] pu, double[] qu, double[] pv, double[] qv) {
    overP = new double[][] {pu, pv};
    overQ = new double[][] {qu, qv};
  }

  @Override
  public void apply(double[] p, double[] q, int count, double[] u, int uAt, double[] v, int vAt) {
    boolean whole = count % LANES == 0;
    int rounded = (count + LANES - 1) / LANES * LANES;
    for (int filter = 0; filter < 2; filter++) {
      double[] out = filter == 0 ? u : v;
      int at = filter == 0 ? uAt : vAt;
      // Beyond the last output lies what is not ours to write.
      filter(p, q, rounded, overP[filter], overQ[filter], whole ? out : part, whole ? at : 0);
      if (!whole) {
        System.arraycopy(part, 0, out, at, count);
      }
    }
  }

  private static void filter(
      double[] p, double[] q, int count, double[] a, double[] b, double[] out, int at) {
    int left = a.length % 4;
    if (left > 0) {
      few(p, q, count, left, a, b, out, at);
    } else {
      four(p, q, count, a, b, out, at);
    }
    for (int i = left > 0 ? left : 4; i < a.length; i += 4) {
      addFour(p, q, count, i, a, b, out, at);
    }
  }

  /** Sets outputs to what the first taps give, of which there are less than four. */
  private static void few(
      double[] p, double[] q, int count, int taps, double[] a, double[] b, double[] out, int at) {
    int last = a.length - 1;
    for (int o = 0; o < count; o += LANES) {
      DoubleVector sum = load(p, last + o).mul(a[0]).add(load(q, last + o).mul(b[0]));
      for (int i = 1; i < taps; i++) {
        int place = last + o - i;
        sum = sum.add(load(p, place).mul(a[i]).add(load(q, place).mul(b[i])));
      }
      sum.intoArray(out, at + o);
    }
  }

  /** Sets outputs to what the first four taps give. */
  private static void four(
      double[] p, double[] q, int count, double[] a, double[] b, double[] out, int at) {
    int last = a.length - 1;
    double a0 = a[0];
    double a1 = a[1];
    double a2 = a[2];
    double a3 = a[3];
    double b0 = b[0];
    double b1 = b[1];
    double b2 = b[2];
    double b3 = b[3];
    for (int o = 0; o < count; o += LANES) {
      int place = last + o;
      load(p, place)
          .mul(a0)
          .add(load(q, place).mul(b0))
          .add(load(p, place - 1).mul(a1).add(load(q, place - 1).mul(b1)))
          .add(load(p, place - 2).mul(a2).add(load(q, place - 2).mul(b2)))
          .add(load(p, place - 3).mul(a3).add(load(q, place - 3).mul(b3)))
          .intoArray(out, at + o);
    }
  }

  /** Adds to outputs what four taps give. */
  private static void addFour(
      double[] p, double[] q, int count, int i, double[] a, double[] b, double[] out, int at) {
    int last = a.length - 1 - i;
    double a0 = a[i];
    double a1 = a[i + 1];
    double a2 = a[i + 2];
    double a3 = a[i + 3];
    double b0 = b[i];
    double b1 = b[i + 1];
    double b2 = b[i + 2];
    double b3 = b[i + 3];
    for (int o = 0; o < count; o += LANES) {
      int place = last + o;
      load(out, at + o)
          .add(load(p, place).mul(a0).add(load(q, place).mul(b0)))
          .add(load(p, place - 1).mul(a1).add(load(q, place - 1).mul(b1)))
          .add(load(p, place - 2).mul(a2).add(load(q, place - 2).mul(b2)))
          .add(load(p, place - 3).mul(a3).add(load(q, place - 3).mul(b3)))
          .intoArray(out, at + o);
    }
  }

  private static DoubleVector load(double[] from, int at) {
    return DoubleVector.fromArray(SPECIES, from, at);
  }
}
