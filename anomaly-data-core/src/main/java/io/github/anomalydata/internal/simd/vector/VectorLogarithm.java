package io.github.anomalydata.internal.simd.vector;

import static io.github.anomalydata.internal.simd.vector.LaneFft.LANES;
import static io.github.anomalydata.internal.simd.vector.LaneFft.SPECIES;

import io.github.anomalydata.internal.simd.Logarithm;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;

/**
 * Takes a logarithm in each lane: with {@code x = 2^k (1 + f)}, 1 + f between the roots of 1/2 and
 * 2, and {@code s = f / (2 + f)},
 *
 * <pre>
 * ln x = k ln 2 + f - s (f - r)     r = Σ_i 2 s^(2i) / (2i + 1), i from 1
 * </pre>
 *
 * <p>which is the series of the inverse hyperbolic tangent, {@code ln (1 + f) = 2 artanh s},
 * written so that its greatest term is exact.
 */
public final class VectorLogarithm implements Logarithm {
  /** The terms up to that below a thousandth of the last place, as s^2 is below 0.0295. */
  private static final int TERMS = 10;

  private static final long FRACTION = (1L << 52) - 1;
  private static final long BIAS = 1023L << 52;
  private static final long HALF_ROOT = Double.doubleToRawLongBits(Math.sqrt(0.5));

  /** The bits of 2^52: a number below that, written in the last places, is added to it. */
  private static final long INTEGER = Double.doubleToRawLongBits(0x1p52);

  /** The first 32 bits of ln 2, whose product with k is exact, and what they leave. */
  private static final double LN_2_HIGH = 0x0.b17217f7p0;

  private static final double LN_2_LOW = 0x1.a39ef35793c76p-33;

  /** Creates the twin. */
  public VectorLogarithm() {
    OperatorProfile.complete();
  }

  @Override
  public void apply(double[] values, int at, int count) {
    int end = at + count;
    int whole = end - count % LANES;
    for (int i = at; i < whole; i += LANES) {
      replace(values, i);
    }
    if (whole < end) {
      double[] rest = new double[LANES];
      System.arraycopy(values, whole, rest, 0, end - whole);
      replace(rest, 0);
      System.arraycopy(rest, 0, values, whole, end - whole);
    }
  }

  private static void replace(double[] values, int at) {
    DoubleVector x = DoubleVector.fromArray(SPECIES, values, at);
    if (x.lt(Double.POSITIVE_INFINITY).allTrue() && !x.lt(Double.MIN_NORMAL).anyTrue()) {
      logarithm(x).intoArray(values, at);
    } else {
      replaceAny(x, values, at);
    }
  }

  /** Takes those of which one is none of the normal positive numbers. */
  private static void replaceAny(DoubleVector x, double[] values, int at) {
    double[] each = x.toArray();
    for (int lane = 0; lane < LANES; lane++) {
      double value = each[lane];
      boolean normal = value >= Double.MIN_NORMAL && value < Double.POSITIVE_INFINITY;
      values[at + lane] =
          normal ? logarithm(DoubleVector.broadcast(SPECIES, value)).lane(0) : Math.log(value);
    }
  }

  private static DoubleVector logarithm(DoubleVector x) {
    LongVector bits = x.reinterpretAsLongs().sub(HALF_ROOT);
    DoubleVector k =
        bits.add(BIAS)
            .lanewise(VectorOperators.LSHR, 52)
            .or(INTEGER)
            .reinterpretAsDoubles()
            .sub(0x1p52 + 1023);
    DoubleVector f = bits.and(FRACTION).add(HALF_ROOT).reinterpretAsDoubles().sub(1);
    DoubleVector s = f.div(f.add(2));
    DoubleVector square = s.mul(s);
    DoubleVector r = DoubleVector.broadcast(SPECIES, 2.0 / (2 * TERMS + 1));
    for (int i = TERMS - 1; i >= 1; i--) {
      r = r.mul(square).add(2.0 / (2 * i + 1));
    }
    DoubleVector small = k.mul(LN_2_LOW).sub(s.mul(f.sub(r.mul(square))));
    return k.mul(LN_2_HIGH).add(f.add(small));
  }
}
