package io.github.anomalydata.internal.simd.vector;

import io.github.anomalydata.internal.simd.PairTiles;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link PairTiles} on the Vector API.
 *
 * <p>The two products keep 8 x 2 sums in registers. Vectors live in local variables only, and
 * methods are so small that the compiler inlines all they call: an exponential that is written out
 * four times in a loop takes eight times as long as one. What looks like a float minimum is one of
 * bits, since {@code Math.min} has rules for zeros and NaN that cost more than the polynomial.
 */
public final class VectorPairTiles implements PairTiles {
  private static final int WIDTH = 32;
  private static final VectorSpecies<Float> SPECIES =
      FloatVector.SPECIES_PREFERRED.length() <= WIDTH / 2
          ? FloatVector.SPECIES_PREFERRED
          : FloatVector.SPECIES_512;
  private static final int LANES = SPECIES.length();

  /** Added to a small float, leaves its nearest integer in the lowest bits. */
  private static final float ROUNDING = 0x1.8p23f;

  private static final int FARTHEST_BITS = Float.floatToRawIntBits(126f);
  private static final int EXPONENT_SHIFT = 23;

  // 2^-r for |r| at most 1/2: least greatest relative error, 1e-7, of all with 1 at 0.
  private static final float C1 = -0.69314698f;
  private static final float C2 = 0.24022242f;
  private static final float C3 = -0.05550734f;
  private static final float C4 = 0.0096715128f;
  private static final float C5 = -0.0013264727f;

  /** Creates the twin. */
  public VectorPairTiles() {
    OperatorProfile.complete();
  }

  @Override
  public int width() {
    return WIDTH;
  }

  @Override
  public void distances(float[] x, float[] y, int columns, float[] tile, int at) {
    for (int j = 0; j < WIDTH; j += 8) {
      for (int i = 0; i < WIDTH; i += 2 * LANES) {
        distances(x, i, y, j, columns, tile, at + j * WIDTH + i);
      }
    }
  }

  private static void distances(
      float[] x, int i, float[] y, int j, int columns, float[] tile, int at) {
    FloatVector a0 = FloatVector.zero(SPECIES);
    FloatVector a1 = a0;
    FloatVector b0 = a0;
    FloatVector b1 = a0;
    FloatVector c0 = a0;
    FloatVector c1 = a0;
    FloatVector d0 = a0;
    FloatVector d1 = a0;
    FloatVector e0 = a0;
    FloatVector e1 = a0;
    FloatVector f0 = a0;
    FloatVector f1 = a0;
    FloatVector g0 = a0;
    FloatVector g1 = a0;
    FloatVector h0 = a0;
    FloatVector h1 = a0;
    for (int k = 0; k < columns; k++) {
      FloatVector x0 = FloatVector.fromArray(SPECIES, x, k * WIDTH + i);
      FloatVector x1 = FloatVector.fromArray(SPECIES, x, k * WIDTH + i + LANES);
      int p = k * WIDTH + j;
      FloatVector v = FloatVector.broadcast(SPECIES, y[p]);
      FloatVector r = v.sub(x0);
      FloatVector s = v.sub(x1);
      a0 = r.fma(r, a0);
      a1 = s.fma(s, a1);
      v = FloatVector.broadcast(SPECIES, y[p + 1]);
      r = v.sub(x0);
      s = v.sub(x1);
      b0 = r.fma(r, b0);
      b1 = s.fma(s, b1);
      v = FloatVector.broadcast(SPECIES, y[p + 2]);
      r = v.sub(x0);
      s = v.sub(x1);
      c0 = r.fma(r, c0);
      c1 = s.fma(s, c1);
      v = FloatVector.broadcast(SPECIES, y[p + 3]);
      r = v.sub(x0);
      s = v.sub(x1);
      d0 = r.fma(r, d0);
      d1 = s.fma(s, d1);
      v = FloatVector.broadcast(SPECIES, y[p + 4]);
      r = v.sub(x0);
      s = v.sub(x1);
      e0 = r.fma(r, e0);
      e1 = s.fma(s, e1);
      v = FloatVector.broadcast(SPECIES, y[p + 5]);
      r = v.sub(x0);
      s = v.sub(x1);
      f0 = r.fma(r, f0);
      f1 = s.fma(s, f1);
      v = FloatVector.broadcast(SPECIES, y[p + 6]);
      r = v.sub(x0);
      s = v.sub(x1);
      g0 = r.fma(r, g0);
      g1 = s.fma(s, g1);
      v = FloatVector.broadcast(SPECIES, y[p + 7]);
      r = v.sub(x0);
      s = v.sub(x1);
      h0 = r.fma(r, h0);
      h1 = s.fma(s, h1);
    }
    a0.intoArray(tile, at);
    a1.intoArray(tile, at + LANES);
    b0.intoArray(tile, at + WIDTH);
    b1.intoArray(tile, at + WIDTH + LANES);
    c0.intoArray(tile, at + 2 * WIDTH);
    c1.intoArray(tile, at + 2 * WIDTH + LANES);
    d0.intoArray(tile, at + 3 * WIDTH);
    d1.intoArray(tile, at + 3 * WIDTH + LANES);
    e0.intoArray(tile, at + 4 * WIDTH);
    e1.intoArray(tile, at + 4 * WIDTH + LANES);
    f0.intoArray(tile, at + 5 * WIDTH);
    f1.intoArray(tile, at + 5 * WIDTH + LANES);
    g0.intoArray(tile, at + 6 * WIDTH);
    g1.intoArray(tile, at + 6 * WIDTH + LANES);
    h0.intoArray(tile, at + 7 * WIDTH);
    h1.intoArray(tile, at + 7 * WIDTH + LANES);
  }

  /** Returns 2 to the power of the negative distances. */
  private static FloatVector kernel(FloatVector distances) {
    FloatVector d =
        distances
            .viewAsIntegralLanes()
            .lanewise(VectorOperators.MIN, FARTHEST_BITS)
            .viewAsFloatingLanes();
    FloatVector rounding = FloatVector.broadcast(SPECIES, ROUNDING);
    FloatVector whole = rounding.sub(d);
    FloatVector rest = whole.sub(rounding).add(d);
    FloatVector p = FloatVector.broadcast(SPECIES, C5);
    p = p.fma(rest, FloatVector.broadcast(SPECIES, C4));
    p = p.fma(rest, FloatVector.broadcast(SPECIES, C3));
    p = p.fma(rest, FloatVector.broadcast(SPECIES, C2));
    p = p.fma(rest, FloatVector.broadcast(SPECIES, C1));
    p = p.fma(rest, FloatVector.broadcast(SPECIES, 1f));
    return ((IntVector) p.viewAsIntegralLanes())
        .add(whole.viewAsIntegralLanes().lanewise(VectorOperators.LSHL, EXPONENT_SHIFT))
        .viewAsFloatingLanes();
  }

  @Override
  public double kernelSum(float[] distances, int length, float factor) {
    FloatVector sum = FloatVector.zero(SPECIES);
    for (int i = 0; i < length; i += LANES) {
      sum = sum.add(kernel(FloatVector.fromArray(SPECIES, distances, i).mul(factor)));
    }
    // A reduction of lanes may add them in any order, and in another one once it is compiled.
    float[] lanes = new float[LANES];
    sum.intoArray(lanes, 0);
    double total = 0;
    for (float lane : lanes) {
      total += lane;
    }
    return total;
  }

  @Override
  public void addKernel(float[] distances, float[] values, int length, float factor) {
    for (int i = 0; i < length; i += LANES) {
      kernel(FloatVector.fromArray(SPECIES, distances, i).mul(factor))
          .add(FloatVector.fromArray(SPECIES, values, i))
          .intoArray(values, i);
    }
  }

  @Override
  public void sums(float[] tile, int rows, float[] sums) {
    for (int i = 0; i < WIDTH; i += LANES) {
      FloatVector sum = FloatVector.zero(SPECIES);
      for (int j = 0; j < rows; j++) {
        sum = sum.add(FloatVector.fromArray(SPECIES, tile, j * WIDTH + i));
      }
      sum.intoArray(sums, i);
    }
  }

  @Override
  public void multiply(float[] tile, int rows, float[] weights, int at, float[] products, int to) {
    for (int i = 0; i < WIDTH; i += 8) {
      for (int b = 0; b < WIDTH; b += 2 * LANES) {
        multiply(tile, i, rows, weights, at + b, products, to + i * WIDTH + b);
      }
    }
  }

  private static void multiply(
      float[] tile, int i, int rows, float[] weights, int from, float[] products, int at) {
    FloatVector a0 = FloatVector.zero(SPECIES);
    FloatVector a1 = a0;
    FloatVector b0 = a0;
    FloatVector b1 = a0;
    FloatVector c0 = a0;
    FloatVector c1 = a0;
    FloatVector d0 = a0;
    FloatVector d1 = a0;
    FloatVector e0 = a0;
    FloatVector e1 = a0;
    FloatVector f0 = a0;
    FloatVector f1 = a0;
    FloatVector g0 = a0;
    FloatVector g1 = a0;
    FloatVector h0 = a0;
    FloatVector h1 = a0;
    for (int j = 0; j < rows; j++) {
      FloatVector w0 = FloatVector.fromArray(SPECIES, weights, j * WIDTH + from);
      FloatVector w1 = FloatVector.fromArray(SPECIES, weights, j * WIDTH + from + LANES);
      int p = j * WIDTH + i;
      FloatVector v = FloatVector.broadcast(SPECIES, tile[p]);
      a0 = v.fma(w0, a0);
      a1 = v.fma(w1, a1);
      v = FloatVector.broadcast(SPECIES, tile[p + 1]);
      b0 = v.fma(w0, b0);
      b1 = v.fma(w1, b1);
      v = FloatVector.broadcast(SPECIES, tile[p + 2]);
      c0 = v.fma(w0, c0);
      c1 = v.fma(w1, c1);
      v = FloatVector.broadcast(SPECIES, tile[p + 3]);
      d0 = v.fma(w0, d0);
      d1 = v.fma(w1, d1);
      v = FloatVector.broadcast(SPECIES, tile[p + 4]);
      e0 = v.fma(w0, e0);
      e1 = v.fma(w1, e1);
      v = FloatVector.broadcast(SPECIES, tile[p + 5]);
      f0 = v.fma(w0, f0);
      f1 = v.fma(w1, f1);
      v = FloatVector.broadcast(SPECIES, tile[p + 6]);
      g0 = v.fma(w0, g0);
      g1 = v.fma(w1, g1);
      v = FloatVector.broadcast(SPECIES, tile[p + 7]);
      h0 = v.fma(w0, h0);
      h1 = v.fma(w1, h1);
    }
    a0.intoArray(products, at);
    a1.intoArray(products, at + LANES);
    b0.intoArray(products, at + WIDTH);
    b1.intoArray(products, at + WIDTH + LANES);
    c0.intoArray(products, at + 2 * WIDTH);
    c1.intoArray(products, at + 2 * WIDTH + LANES);
    d0.intoArray(products, at + 3 * WIDTH);
    d1.intoArray(products, at + 3 * WIDTH + LANES);
    e0.intoArray(products, at + 4 * WIDTH);
    e1.intoArray(products, at + 4 * WIDTH + LANES);
    f0.intoArray(products, at + 5 * WIDTH);
    f1.intoArray(products, at + 5 * WIDTH + LANES);
    g0.intoArray(products, at + 6 * WIDTH);
    g1.intoArray(products, at + 6 * WIDTH + LANES);
    h0.intoArray(products, at + 7 * WIDTH);
    h1.intoArray(products, at + 7 * WIDTH + LANES);
  }

  @Override
  public void distances(float[] products, int at, float[] x, float[] y) {
    for (int j = 0; j < WIDTH; j++) {
      FloatVector norm = FloatVector.broadcast(SPECIES, y[j]);
      for (int i = 0; i < WIDTH; i += LANES) {
        int place = at + j * WIDTH + i;
        FloatVector.fromArray(SPECIES, products, place)
            .fma(
                FloatVector.broadcast(SPECIES, -2f), norm.add(FloatVector.fromArray(SPECIES, x, i)))
            .intoArray(products, place);
      }
    }
  }

  @Override
  public void forms(
      float[] products, float[] weights, int at, float[] sums, float[] forms, float[] margins) {
    for (int b = 0; b < WIDTH; b += LANES) {
      FloatVector form = FloatVector.zero(SPECIES);
      FloatVector margin = form;
      for (int i = 0; i < WIDTH; i++) {
        FloatVector product = FloatVector.fromArray(SPECIES, products, i * WIDTH + b);
        FloatVector weight = FloatVector.fromArray(SPECIES, weights, at + i * WIDTH + b);
        form = product.fma(weight, form);
        margin = weight.fma(FloatVector.broadcast(SPECIES, sums[i]), margin.add(product));
      }
      form.intoArray(forms, b);
      margin.intoArray(margins, b);
    }
  }
}
