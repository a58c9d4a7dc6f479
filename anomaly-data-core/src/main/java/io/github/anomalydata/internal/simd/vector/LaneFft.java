package io.github.anomalydata.internal.simd.vector;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The complex Fourier transform of h numbers, a power of two from 8 on, of one signal in each lane.
 *
 * <p>A first pass splits it into eight transforms of h/8 numbers each, which lie one after the
 * other and are small enough for the first-level cache. Those are taken by Stockham's method, which
 * needs no bit reversal, with radix 8 and at last, where h is no power of 8, radix 4 or 2. Rows of
 * one number of each lane lie one after the other; each eighth of them is followed by {@link #GAP}
 * unused numbers, as rows a power of two apart would push one another out of the cache.
 *
 * <p>Reference: Van Loan, "Computational Frameworks for the Fast Fourier Transform", 1992, section
 * 1.7.
 */
final class LaneFft {
  static final VectorSpecies<Double> SPECIES =
      DoubleVector.SPECIES_PREFERRED.length() > 1
          ? DoubleVector.SPECIES_PREFERRED
          : DoubleVector.SPECIES_128;

  static final int LANES = SPECIES.length();
  private static final int GAP = 2 * LANES;
  private static final DoubleVector HALF_ROOT = DoubleVector.broadcast(SPECIES, Math.sqrt(0.5));

  /** The roots of unity by the length that they belong to: a few, all powers of two. */
  private static final Map<Integer, Roots> ROOTS = new ConcurrentHashMap<>();

  private final int h;
  private final int eighth;
  private final int eighthShift;
  private final Roots roots;
  private double[] otherRe;
  private double[] otherIm;

  /**
   * The numbers, in {@link #row rows}; after {@link #transform()} the spectrum, in {@link #bin}s.
   */
  double[] re;

  double[] im;

  LaneFft(int h) {
    this.h = h;
    eighth = h / 8;
    eighthShift = Integer.numberOfTrailingZeros(eighth);
    roots = roots(h);
    int size = h * LANES + 8 * GAP;
    re = new double[size];
    im = new double[size];
    otherRe = new double[size];
    otherIm = new double[size];
  }

  /** The numbers {@code exp(-2 pi j k / n)} for k from 0 to n - 1. */
  record Roots(double[] re, double[] im) {}

  static Roots roots(int n) {
    return ROOTS.computeIfAbsent(n, LaneFft::computeRoots);
  }

  private static Roots computeRoots(int n) {
    double[] re = new double[n];
    double[] im = new double[n];
    for (int k = 0; k < n; k++) {
      // The angle within an eighth of a turn, where sine and cosine are exact to the last bit.
      int octant = 8 * k / n;
      int rest = octant % 2 == 0 ? k - octant / 2 * (n / 4) : (octant + 1) / 2 * (n / 4) - k;
      double c = Math.cos(2 * Math.PI * rest / n);
      double s =
          octant % 2 == 0 ? Math.sin(2 * Math.PI * rest / n) : -Math.sin(2 * Math.PI * rest / n);
      int quarter = (octant + 1) / 2 % 4;
      re[k] = quarter == 0 ? c : quarter == 1 ? -s : quarter == 2 ? -c : s;
      im[k] = -(quarter == 0 ? s : quarter == 1 ? c : quarter == 2 ? -s : -c);
    }
    return new Roots(re, im);
  }

  /** Returns the place of number r. */
  int row(int r) {
    return r * LANES + (r >> eighthShift) * GAP;
  }

  /** Returns the place of number k of the spectrum. */
  int bin(int k) {
    return k % 8 * distance() + k / 8 * LANES;
  }

  /** Returns the distance between eighths. */
  private int distance() {
    return eighth * LANES + GAP;
  }

  void transform() {
    radix8(0, h, re, im, re, im);
    boolean odd = false;
    for (int part = 0; part < 8; part++) {
      odd = transform(part * distance());
    }
    if (odd) {
      double[] swapped = re;
      re = otherRe;
      otherRe = swapped;
      swapped = im;
      im = otherIm;
      otherIm = swapped;
    }
  }

  /** Transforms an eighth, and returns whether the result lies in the other arrays. */
  private boolean transform(int base) {
    boolean odd = false;
    int length = eighth;
    for (; length >= 8; length /= 8) {
      if (odd) {
        radix8(base, length, otherRe, otherIm, re, im);
      } else {
        radix8(base, length, re, im, otherRe, otherIm);
      }
      odd = !odd;
    }
    if (length == 1) {
      return odd;
    }
    if (odd) {
      last(base, length, otherRe, otherIm, re, im);
    } else {
      last(base, length, re, im, otherRe, otherIm);
    }
    return !odd;
  }

  /**
   * Splits transforms of a length into eight each: the whole, in place, or those within an eighth,
   * from x to y.
   */
  private void radix8(int base, int length, double[] xr, double[] xi, double[] yr, double[] yi) {
    boolean whole = length == h;
    int parts = length / 8;
    int run = whole ? LANES : eighth / length * LANES;
    int step = whole ? distance() : parts * run;
    int toPart = whole ? LANES : 8 * run;
    int toStep = whole ? step : run;
    double[] rootsRe = roots.re;
    double[] rootsIm = roots.im;
    for (int p = 0; p < parts; p++) {
      int k = p * (h / length);
      DoubleVector w1r = broadcast(rootsRe[1 * k]);
      DoubleVector w1i = broadcast(rootsIm[1 * k]);
      DoubleVector w2r = broadcast(rootsRe[2 * k]);
      DoubleVector w2i = broadcast(rootsIm[2 * k]);
      DoubleVector w3r = broadcast(rootsRe[3 * k]);
      DoubleVector w3i = broadcast(rootsIm[3 * k]);
      DoubleVector w4r = broadcast(rootsRe[4 * k]);
      DoubleVector w4i = broadcast(rootsIm[4 * k]);
      DoubleVector w5r = broadcast(rootsRe[5 * k]);
      DoubleVector w5i = broadcast(rootsIm[5 * k]);
      DoubleVector w6r = broadcast(rootsRe[6 * k]);
      DoubleVector w6i = broadcast(rootsIm[6 * k]);
      DoubleVector w7r = broadcast(rootsRe[7 * k]);
      DoubleVector w7i = broadcast(rootsIm[7 * k]);
      for (int q = 0; q < run; q += LANES) {
        int from = base + p * run + q;
        int to = base + p * toPart + q;
        DoubleVector x0r = load(xr, from);
        DoubleVector x0i = load(xi, from);
        DoubleVector x1r = load(xr, from + step);
        DoubleVector x1i = load(xi, from + step);
        DoubleVector x2r = load(xr, from + 2 * step);
        DoubleVector x2i = load(xi, from + 2 * step);
        DoubleVector x3r = load(xr, from + 3 * step);
        DoubleVector x3i = load(xi, from + 3 * step);
        DoubleVector x4r = load(xr, from + 4 * step);
        DoubleVector x4i = load(xi, from + 4 * step);
        DoubleVector x5r = load(xr, from + 5 * step);
        DoubleVector x5i = load(xi, from + 5 * step);
        DoubleVector x6r = load(xr, from + 6 * step);
        DoubleVector x6i = load(xi, from + 6 * step);
        DoubleVector x7r = load(xr, from + 7 * step);
        DoubleVector x7i = load(xi, from + 7 * step);
        // The transform of the four even ones,
        DoubleVector ear = x0r.add(x4r);
        DoubleVector eai = x0i.add(x4i);
        DoubleVector ebr = x0r.sub(x4r);
        DoubleVector ebi = x0i.sub(x4i);
        DoubleVector ecr = x2r.add(x6r);
        DoubleVector eci = x2i.add(x6i);
        DoubleVector edr = x2r.sub(x6r);
        DoubleVector edi = x2i.sub(x6i);
        DoubleVector e0r = ear.add(ecr);
        DoubleVector e0i = eai.add(eci);
        DoubleVector e2r = ear.sub(ecr);
        DoubleVector e2i = eai.sub(eci);
        DoubleVector e1r = ebr.add(edi);
        DoubleVector e1i = ebi.sub(edr);
        DoubleVector e3r = ebr.sub(edi);
        DoubleVector e3i = ebi.add(edr);
        // of the four odd ones,
        DoubleVector oar = x1r.add(x5r);
        DoubleVector oai = x1i.add(x5i);
        DoubleVector obr = x1r.sub(x5r);
        DoubleVector obi = x1i.sub(x5i);
        DoubleVector ocr = x3r.add(x7r);
        DoubleVector oci = x3i.add(x7i);
        DoubleVector odr = x3r.sub(x7r);
        DoubleVector odi = x3i.sub(x7i);
        DoubleVector o0r = oar.add(ocr);
        DoubleVector o0i = oai.add(oci);
        DoubleVector o2r = oar.sub(ocr);
        DoubleVector o2i = oai.sub(oci);
        DoubleVector o1r = obr.add(odi);
        DoubleVector o1i = obi.sub(odr);
        DoubleVector o3r = obr.sub(odi);
        DoubleVector o3i = obi.add(odr);
        // and those turned by an eighth and by three eighths.
        DoubleVector t1r = o1r.add(o1i).mul(HALF_ROOT);
        DoubleVector t1i = o1i.sub(o1r).mul(HALF_ROOT);
        DoubleVector t3r = o3i.sub(o3r).mul(HALF_ROOT);
        DoubleVector t3i = o3r.add(o3i).mul(HALF_ROOT);
        e0r.add(o0r).intoArray(yr, to);
        e0i.add(o0i).intoArray(yi, to);
        DoubleVector u1r = e1r.add(t1r);
        DoubleVector u1i = e1i.add(t1i);
        u1r.mul(w1r).sub(u1i.mul(w1i)).intoArray(yr, to + toStep);
        u1r.mul(w1i).add(u1i.mul(w1r)).intoArray(yi, to + toStep);
        DoubleVector u2r = e2r.add(o2i);
        DoubleVector u2i = e2i.sub(o2r);
        u2r.mul(w2r).sub(u2i.mul(w2i)).intoArray(yr, to + 2 * toStep);
        u2r.mul(w2i).add(u2i.mul(w2r)).intoArray(yi, to + 2 * toStep);
        DoubleVector u3r = e3r.add(t3r);
        DoubleVector u3i = e3i.sub(t3i);
        u3r.mul(w3r).sub(u3i.mul(w3i)).intoArray(yr, to + 3 * toStep);
        u3r.mul(w3i).add(u3i.mul(w3r)).intoArray(yi, to + 3 * toStep);
        DoubleVector u4r = e0r.sub(o0r);
        DoubleVector u4i = e0i.sub(o0i);
        u4r.mul(w4r).sub(u4i.mul(w4i)).intoArray(yr, to + 4 * toStep);
        u4r.mul(w4i).add(u4i.mul(w4r)).intoArray(yi, to + 4 * toStep);
        DoubleVector u5r = e1r.sub(t1r);
        DoubleVector u5i = e1i.sub(t1i);
        u5r.mul(w5r).sub(u5i.mul(w5i)).intoArray(yr, to + 5 * toStep);
        u5r.mul(w5i).add(u5i.mul(w5r)).intoArray(yi, to + 5 * toStep);
        DoubleVector u6r = e2r.sub(o2i);
        DoubleVector u6i = e2i.add(o2r);
        u6r.mul(w6r).sub(u6i.mul(w6i)).intoArray(yr, to + 6 * toStep);
        u6r.mul(w6i).add(u6i.mul(w6r)).intoArray(yi, to + 6 * toStep);
        DoubleVector u7r = e3r.sub(t3r);
        DoubleVector u7i = e3i.add(t3i);
        u7r.mul(w7r).sub(u7i.mul(w7i)).intoArray(yr, to + 7 * toStep);
        u7r.mul(w7i).add(u7i.mul(w7r)).intoArray(yi, to + 7 * toStep);
      }
    }
  }

  /** Takes the last transforms within an eighth, of length 4 or 2. */
  private void last(int base, int length, double[] xr, double[] xi, double[] yr, double[] yi) {
    int count = eighth / length * LANES;
    for (int q = base; q < base + count; q += LANES) {
      if (length == 4) {
        radix4(q, count, xr, xi, yr, yi);
      } else {
        radix2(q, count, xr, xi, yr, yi);
      }
    }
  }

  private static void radix4(int a, int step, double[] xr, double[] xi, double[] yr, double[] yi) {
    int b = a + step;
    int c = b + step;
    int d = c + step;
    DoubleVector acr = load(xr, a).add(load(xr, c));
    DoubleVector aci = load(xi, a).add(load(xi, c));
    DoubleVector amr = load(xr, a).sub(load(xr, c));
    DoubleVector ami = load(xi, a).sub(load(xi, c));
    DoubleVector bdr = load(xr, b).add(load(xr, d));
    DoubleVector bdi = load(xi, b).add(load(xi, d));
    DoubleVector bmr = load(xr, b).sub(load(xr, d));
    DoubleVector bmi = load(xi, b).sub(load(xi, d));
    acr.add(bdr).intoArray(yr, a);
    aci.add(bdi).intoArray(yi, a);
    amr.add(bmi).intoArray(yr, b);
    ami.sub(bmr).intoArray(yi, b);
    acr.sub(bdr).intoArray(yr, c);
    aci.sub(bdi).intoArray(yi, c);
    amr.sub(bmi).intoArray(yr, d);
    ami.add(bmr).intoArray(yi, d);
  }

  private static void radix2(int a, int step, double[] xr, double[] xi, double[] yr, double[] yi) {
    int b = a + step;
    load(xr, a).add(load(xr, b)).intoArray(yr, a);
    load(xi, a).add(load(xi, b)).intoArray(yi, a);
    load(xr, a).sub(load(xr, b)).intoArray(yr, b);
    load(xi, a).sub(load(xi, b)).intoArray(yi, b);
  }

  /**
   * Returns a number in each lane. Products with a vector are written so, as JDK 17 compiles {@code
   * mul(double)} to a call where programs ran other kernels before.
   */
  static DoubleVector broadcast(double value) {
    return DoubleVector.broadcast(SPECIES, value);
  }

  private static DoubleVector load(double[] from, int at) {
    return DoubleVector.fromArray(SPECIES, from, at);
  }
}
