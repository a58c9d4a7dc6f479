package io.github.anomalydata.internal.simd.vector;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The complex Fourier transform of h numbers, a power of two from 8 on, of one signal in each lane.
 *
 * <p>By Stockham's method, which needs no bit reversal, with radix 8 and at last, where h is no
 * power of 8, radix 4 or 2. Rows of one number of each lane lie one after the other; each eighth of
 * them is followed by {@link #GAP} unused numbers, as rows a power of two apart would push one
 * another out of the cache.
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
  private final int eighthShift;
  private final Roots roots;
  private double[] otherRe;
  private double[] otherIm;

  /** The numbers: set before {@link #transform()}, and afterwards the spectrum. */
  double[] re;

  double[] im;

  LaneFft(int h) {
    this.h = h;
    eighthShift = Integer.numberOfTrailingZeros(h / 8);
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

  /** Returns the place of a row. */
  int row(int r) {
    return r * LANES + (r >> eighthShift) * GAP;
  }

  void transform() {
    int length = h;
    for (; length >= 8; length /= 8) {
      radix8(length, re, im, otherRe, otherIm);
      swap();
    }
    if (length == 4) {
      radix4();
      swap();
    } else if (length == 2) {
      radix2();
      swap();
    }
  }

  private void swap() {
    double[] swapped = re;
    re = otherRe;
    otherRe = swapped;
    swapped = im;
    im = otherIm;
    otherIm = swapped;
  }

  /** Splits transforms of a length into eight each. */
  private void radix8(int length, double[] xr, double[] xi, double[] yr, double[] yi) {
    int parts = length / 8;
    int run = h / length * LANES;
    int eighth = parts * run + GAP;
    double[] rootsRe = roots.re;
    double[] rootsIm = roots.im;
    for (int p = 0; p < parts; p++) {
      int k = p * (h / length);
      double w1r = rootsRe[1 * k];
      double w1i = rootsIm[1 * k];
      double w2r = rootsRe[2 * k];
      double w2i = rootsIm[2 * k];
      double w3r = rootsRe[3 * k];
      double w3i = rootsIm[3 * k];
      double w4r = rootsRe[4 * k];
      double w4i = rootsIm[4 * k];
      double w5r = rootsRe[5 * k];
      double w5i = rootsIm[5 * k];
      double w6r = rootsRe[6 * k];
      double w6i = rootsIm[6 * k];
      double w7r = rootsRe[7 * k];
      double w7i = rootsIm[7 * k];
      int to0 = row((8 * p + 0) * (h / length));
      int to1 = row((8 * p + 1) * (h / length));
      int to2 = row((8 * p + 2) * (h / length));
      int to3 = row((8 * p + 3) * (h / length));
      int to4 = row((8 * p + 4) * (h / length));
      int to5 = row((8 * p + 5) * (h / length));
      int to6 = row((8 * p + 6) * (h / length));
      int to7 = row((8 * p + 7) * (h / length));
      for (int q = 0; q < run; q += LANES) {
        int from = p * run + q;
        DoubleVector x0r = load(xr, from);
        DoubleVector x0i = load(xi, from);
        DoubleVector x1r = load(xr, from + eighth);
        DoubleVector x1i = load(xi, from + eighth);
        DoubleVector x2r = load(xr, from + 2 * eighth);
        DoubleVector x2i = load(xi, from + 2 * eighth);
        DoubleVector x3r = load(xr, from + 3 * eighth);
        DoubleVector x3i = load(xi, from + 3 * eighth);
        DoubleVector x4r = load(xr, from + 4 * eighth);
        DoubleVector x4i = load(xi, from + 4 * eighth);
        DoubleVector x5r = load(xr, from + 5 * eighth);
        DoubleVector x5i = load(xi, from + 5 * eighth);
        DoubleVector x6r = load(xr, from + 6 * eighth);
        DoubleVector x6i = load(xi, from + 6 * eighth);
        DoubleVector x7r = load(xr, from + 7 * eighth);
        DoubleVector x7i = load(xi, from + 7 * eighth);
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
        e0r.add(o0r).intoArray(yr, to0 + q);
        e0i.add(o0i).intoArray(yi, to0 + q);
        DoubleVector u1r = e1r.add(t1r);
        DoubleVector u1i = e1i.add(t1i);
        u1r.mul(w1r).sub(u1i.mul(w1i)).intoArray(yr, to1 + q);
        u1r.mul(w1i).add(u1i.mul(w1r)).intoArray(yi, to1 + q);
        DoubleVector u2r = e2r.add(o2i);
        DoubleVector u2i = e2i.sub(o2r);
        u2r.mul(w2r).sub(u2i.mul(w2i)).intoArray(yr, to2 + q);
        u2r.mul(w2i).add(u2i.mul(w2r)).intoArray(yi, to2 + q);
        DoubleVector u3r = e3r.add(t3r);
        DoubleVector u3i = e3i.sub(t3i);
        u3r.mul(w3r).sub(u3i.mul(w3i)).intoArray(yr, to3 + q);
        u3r.mul(w3i).add(u3i.mul(w3r)).intoArray(yi, to3 + q);
        DoubleVector u4r = e0r.sub(o0r);
        DoubleVector u4i = e0i.sub(o0i);
        u4r.mul(w4r).sub(u4i.mul(w4i)).intoArray(yr, to4 + q);
        u4r.mul(w4i).add(u4i.mul(w4r)).intoArray(yi, to4 + q);
        DoubleVector u5r = e1r.sub(t1r);
        DoubleVector u5i = e1i.sub(t1i);
        u5r.mul(w5r).sub(u5i.mul(w5i)).intoArray(yr, to5 + q);
        u5r.mul(w5i).add(u5i.mul(w5r)).intoArray(yi, to5 + q);
        DoubleVector u6r = e2r.sub(o2i);
        DoubleVector u6i = e2i.add(o2r);
        u6r.mul(w6r).sub(u6i.mul(w6i)).intoArray(yr, to6 + q);
        u6r.mul(w6i).add(u6i.mul(w6r)).intoArray(yi, to6 + q);
        DoubleVector u7r = e3r.sub(t3r);
        DoubleVector u7i = e3i.add(t3i);
        u7r.mul(w7r).sub(u7i.mul(w7i)).intoArray(yr, to7 + q);
        u7r.mul(w7i).add(u7i.mul(w7r)).intoArray(yi, to7 + q);
      }
    }
  }

  /** Splits the last transforms, of length 4. */
  private void radix4() {
    int quarter = row(h / 4);
    for (int r = 0; r < h / 4; r++) {
      int a = row(r);
      int b = a + quarter;
      int c = b + quarter;
      int d = c + quarter;
      DoubleVector acr = load(re, a).add(load(re, c));
      DoubleVector aci = load(im, a).add(load(im, c));
      DoubleVector amr = load(re, a).sub(load(re, c));
      DoubleVector ami = load(im, a).sub(load(im, c));
      DoubleVector bdr = load(re, b).add(load(re, d));
      DoubleVector bdi = load(im, b).add(load(im, d));
      DoubleVector bmr = load(re, b).sub(load(re, d));
      DoubleVector bmi = load(im, b).sub(load(im, d));
      acr.add(bdr).intoArray(otherRe, a);
      aci.add(bdi).intoArray(otherIm, a);
      amr.add(bmi).intoArray(otherRe, b);
      ami.sub(bmr).intoArray(otherIm, b);
      acr.sub(bdr).intoArray(otherRe, c);
      aci.sub(bdi).intoArray(otherIm, c);
      amr.sub(bmi).intoArray(otherRe, d);
      ami.add(bmr).intoArray(otherIm, d);
    }
  }

  /** Splits the last transforms, of length 2. */
  private void radix2() {
    int half = row(h / 2);
    for (int r = 0; r < h / 2; r++) {
      int a = row(r);
      int b = a + half;
      load(re, a).add(load(re, b)).intoArray(otherRe, a);
      load(im, a).add(load(im, b)).intoArray(otherIm, a);
      load(re, a).sub(load(re, b)).intoArray(otherRe, b);
      load(im, a).sub(load(im, b)).intoArray(otherIm, b);
    }
  }

  private static DoubleVector load(double[] from, int at) {
    return DoubleVector.fromArray(SPECIES, from, at);
  }
}
