package io.github.anomalydata.internal.simd.vector;

import static io.github.anomalydata.internal.simd.vector.LaneFft.LANES;
import static io.github.anomalydata.internal.simd.vector.LaneFft.SPECIES;
import static io.github.anomalydata.internal.simd.vector.LaneFft.broadcast;

import io.github.anomalydata.internal.simd.PhaseFilter;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/** Computes outputs side by side, up to four taps of each phase in one pass over a block. */
final class LaneFilter implements PhaseFilter {
  private static final VectorShuffle<Double> EVENS =
      VectorShuffle.fromOp(SPECIES, lane -> 2 * lane % LANES);
  private static final VectorShuffle<Double> ODDS =
      VectorShuffle.fromOp(SPECIES, lane -> 2 * lane % LANES + 1);
  private static final VectorMask<Double> UPPER_HALF =
      VectorMask.fromLong(SPECIES, (1L << LANES) - (1L << LANES / 2));

  private final double[] pu;
  private final double[] qu;
  private final double[] pv;
  private final double[] qv;
  private final double[] partU = new double[BLOCK];
  private final double[] partV = new double[BLOCK];

  LaneFilter(double[] pu, double[] qu, double[] pv, double[] qv) {
    this.pu = pu;
    this.qu = qu;
    this.pv = pv;
    this.qv = qv;
  }

  @Override
  public void split(double[] x, int at, double[] even, double[] odd, int to, int count) {
    int whole = count / LANES * LANES;
    for (int i = 0; i < whole; i += LANES) {
      DoubleVector low = load(x, at + 2 * i);
      DoubleVector high = load(x, at + 2 * i + LANES);
      low.rearrange(EVENS).blend(high.rearrange(EVENS), UPPER_HALF).intoArray(even, to + i);
      low.rearrange(ODDS).blend(high.rearrange(ODDS), UPPER_HALF).intoArray(odd, to + i);
    }
    for (int i = whole; i < count; i++) {
      even[to + i] = x[at + 2 * i];
      odd[to + i] = x[at + 2 * i + 1];
    }
  }

  @Override
  public void apply(double[] p, double[] q, int count, double[] u, int uAt, double[] v, int vAt) {
    if (count % LANES == 0) {
      filter(p, q, count, u, uAt, v, vAt);
      return;
    }
    // Beyond the last output lies what is not ours to write.
    filter(p, q, (count + LANES - 1) / LANES * LANES, partU, 0, partV, 0);
    System.arraycopy(partU, 0, u, uAt, count);
    System.arraycopy(partV, 0, v, vAt, count);
  }

  private void filter(double[] p, double[] q, int count, double[] u, int uAt, double[] v, int vAt) {
    int first = (pu.length + 3) % 4 + 1;
    if (first == 4) {
      setFour(p, q, count, u, uAt, v, vAt);
    } else {
      setFew(first, p, q, count, u, uAt, v, vAt);
    }
    for (int i = first; i < pu.length; i += 4) {
      addFour(i, p, q, count, u, uAt, v, vAt);
    }
  }

  /** Sets outputs to what the first taps give, of which there are less than four. */
  private void setFew(
      int taps, double[] p, double[] q, int count, double[] u, int uAt, double[] v, int vAt) {
    int last = pu.length - 1;
    for (int o = 0; o < count; o += LANES) {
      DoubleVector sumU = DoubleVector.zero(SPECIES);
      DoubleVector sumV = sumU;
      for (int i = 0; i < taps; i++) {
        DoubleVector x = load(p, last + o - i);
        DoubleVector y = load(q, last + o - i);
        sumU = sumU.add(x.mul(broadcast(pu[i])).add(y.mul(broadcast(qu[i]))));
        sumV = sumV.add(x.mul(broadcast(pv[i])).add(y.mul(broadcast(qv[i]))));
      }
      sumU.intoArray(u, uAt + o);
      sumV.intoArray(v, vAt + o);
    }
  }

  /** Sets outputs to what the first four taps give. */
  private void setFour(
      double[] p, double[] q, int count, double[] u, int uAt, double[] v, int vAt) {
    DoubleVector pu0 = broadcast(pu[0]);
    DoubleVector pu1 = broadcast(pu[1]);
    DoubleVector pu2 = broadcast(pu[2]);
    DoubleVector pu3 = broadcast(pu[3]);
    DoubleVector qu0 = broadcast(qu[0]);
    DoubleVector qu1 = broadcast(qu[1]);
    DoubleVector qu2 = broadcast(qu[2]);
    DoubleVector qu3 = broadcast(qu[3]);
    DoubleVector pv0 = broadcast(pv[0]);
    DoubleVector pv1 = broadcast(pv[1]);
    DoubleVector pv2 = broadcast(pv[2]);
    DoubleVector pv3 = broadcast(pv[3]);
    DoubleVector qv0 = broadcast(qv[0]);
    DoubleVector qv1 = broadcast(qv[1]);
    DoubleVector qv2 = broadcast(qv[2]);
    DoubleVector qv3 = broadcast(qv[3]);
    int last = pu.length - 1;
    for (int o = 0; o < count; o += LANES) {
      int place = last + o;
      DoubleVector p0 = load(p, place);
      DoubleVector p1 = load(p, place - 1);
      DoubleVector p2 = load(p, place - 2);
      DoubleVector p3 = load(p, place - 3);
      DoubleVector q0 = load(q, place);
      DoubleVector q1 = load(q, place - 1);
      DoubleVector q2 = load(q, place - 2);
      DoubleVector q3 = load(q, place - 3);
      p0.mul(pu0)
          .add(q0.mul(qu0))
          .add(p1.mul(pu1).add(q1.mul(qu1)))
          .add(p2.mul(pu2).add(q2.mul(qu2)))
          .add(p3.mul(pu3).add(q3.mul(qu3)))
          .intoArray(u, uAt + o);
      p0.mul(pv0)
          .add(q0.mul(qv0))
          .add(p1.mul(pv1).add(q1.mul(qv1)))
          .add(p2.mul(pv2).add(q2.mul(qv2)))
          .add(p3.mul(pv3).add(q3.mul(qv3)))
          .intoArray(v, vAt + o);
    }
  }

  /** Adds to outputs what four taps give, the first of them tap i. */
  private void addFour(
      int i, double[] p, double[] q, int count, double[] u, int uAt, double[] v, int vAt) {
    DoubleVector pu0 = broadcast(pu[i]);
    DoubleVector pu1 = broadcast(pu[i + 1]);
    DoubleVector pu2 = broadcast(pu[i + 2]);
    DoubleVector pu3 = broadcast(pu[i + 3]);
    DoubleVector qu0 = broadcast(qu[i]);
    DoubleVector qu1 = broadcast(qu[i + 1]);
    DoubleVector qu2 = broadcast(qu[i + 2]);
    DoubleVector qu3 = broadcast(qu[i + 3]);
    DoubleVector pv0 = broadcast(pv[i]);
    DoubleVector pv1 = broadcast(pv[i + 1]);
    DoubleVector pv2 = broadcast(pv[i + 2]);
    DoubleVector pv3 = broadcast(pv[i + 3]);
    DoubleVector qv0 = broadcast(qv[i]);
    DoubleVector qv1 = broadcast(qv[i + 1]);
    DoubleVector qv2 = broadcast(qv[i + 2]);
    DoubleVector qv3 = broadcast(qv[i + 3]);
    int last = pu.length - 1 - i;
    for (int o = 0; o < count; o += LANES) {
      int place = last + o;
      DoubleVector p0 = load(p, place);
      DoubleVector p1 = load(p, place - 1);
      DoubleVector p2 = load(p, place - 2);
      DoubleVector p3 = load(p, place - 3);
      DoubleVector q0 = load(q, place);
      DoubleVector q1 = load(q, place - 1);
      DoubleVector q2 = load(q, place - 2);
      DoubleVector q3 = load(q, place - 3);
      load(u, uAt + o)
          .add(p0.mul(pu0).add(q0.mul(qu0)))
          .add(p1.mul(pu1).add(q1.mul(qu1)))
          .add(p2.mul(pu2).add(q2.mul(qu2)))
          .add(p3.mul(pu3).add(q3.mul(qu3)))
          .intoArray(u, uAt + o);
      load(v, vAt + o)
          .add(p0.mul(pv0).add(q0.mul(qv0)))
          .add(p1.mul(pv1).add(q1.mul(qv1)))
          .add(p2.mul(pv2).add(q2.mul(qv2)))
          .add(p3.mul(pv3).add(q3.mul(qv3)))
          .intoArray(v, vAt + o);
    }
  }

  private static DoubleVector load(double[] from, int at) {
    return DoubleVector.fromArray(SPECIES, from, at);
  }
}
