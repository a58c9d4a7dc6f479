package io.github.anomalydata.signal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Butterworth filters as second-order sections: an analog low-pass of cut-off 1, moved to its band,
 * then to discrete time by the bilinear transform with the band's edges warped beforehand.
 */
final class FilterDesign {
  private List<Complex> zeros = new ArrayList<>();
  private List<Complex> poles = new ArrayList<>();
  private double gain = 1;

  private FilterDesign(int order) {
    for (int k = -order + 1; k < order; k += 2) {
      double angle = Math.PI * k / (2 * order);
      poles.add(new Complex(-Math.cos(angle), k == 0 ? 0 : -Math.sin(angle)));
    }
  }

  /** Returns the sections of a filter whose edges are fractions of the sample rate. */
  static double[][] sections(Butterworth.Band band, int order, double... edges) {
    FilterDesign design = new FilterDesign(order);
    double low = 4 * Math.tan(Math.PI * edges[0]);
    double high = 4 * Math.tan(Math.PI * edges[edges.length - 1]);
    switch (band) {
      case LOW_PASS -> design.scale(low);
      case HIGH_PASS -> design.invert(low);
      case BAND_PASS -> design.band(high - low, low * high, false);
      case BAND_STOP -> design.band(high - low, low * high, true);
    }
    design.discretize();
    return design.sections();
  }

  private void scale(double cut) {
    gain *= Math.pow(cut, poles.size());
    poles.replaceAll(p -> p.times(cut));
  }

  /** Turns the low-pass into a high-pass; all-pole, its gain stays 1 as its poles multiply to 1. */
  private void invert(double cut) {
    poles.replaceAll(p -> Complex.real(cut).over(p));
    poles.forEach(p -> zeros.add(Complex.real(0)));
  }

  private void band(double width, double centreSquared, boolean stop) {
    int order = poles.size();
    Complex square = Complex.real(centreSquared);
    List<Complex> moved = new ArrayList<>();
    for (Complex p : poles) {
      Complex half = stop ? Complex.real(width / 2).over(p) : p.times(width / 2);
      Complex root = half.times(half).minus(square).squareRoot();
      moved.add(half.plus(root));
      moved.add(half.minus(root));
    }
    poles = moved;
    for (int i = 0; i < order; i++) {
      if (stop) {
        zeros.add(new Complex(0, Math.sqrt(centreSquared)));
        zeros.add(new Complex(0, -Math.sqrt(centreSquared)));
      } else {
        zeros.add(Complex.real(0));
      }
    }
    gain = stop ? 1 : Math.pow(width, order);
  }

  private void discretize() {
    // The sample rate is 2, so that the transform is (4 + s) / (4 - s).
    Complex four = Complex.real(4);
    Complex ratio = Complex.real(gain);
    for (int i = 0; i < poles.size(); i++) {
      if (i < zeros.size()) {
        ratio = ratio.times(four.minus(zeros.get(i)));
      }
      ratio = ratio.over(four.minus(poles.get(i)));
    }
    gain = ratio.re();
    zeros.replaceAll(z -> four.plus(z).over(four.minus(z)));
    poles.replaceAll(p -> four.plus(p).over(four.minus(p)));
    while (zeros.size() < poles.size()) {
      zeros.add(Complex.real(-1));
    }
  }

  /**
   * Pairs each pole with the nearest zero, the poles nearest to the unit circle first and last in
   * the chain, as scipy does.
   */
  private double[][] sections() {
    int count = (poles.size() + 1) / 2;
    if (poles.size() % 2 == 1) {
      poles.add(Complex.real(0));
      zeros.add(Complex.real(0));
    }
    zeros = upperHalf(zeros);
    poles = upperHalf(poles);
    double[][] sections = new double[count][];
    for (int s = count - 1; s >= 0; s--) {
      sections[s] = section();
    }
    for (int i = 0; i < 3; i++) {
      sections[0][i] *= gain;
    }
    return sections;
  }

  private double[] section() {
    Comparator<Complex> byCircle = Comparator.comparingDouble(p -> Math.abs(1 - p.modulus()));
    Complex pole = take(poles, byCircle, p -> true);
    Complex second = pole.isReal() ? take(poles, byCircle, Complex::isReal) : pole.conjugate();
    Comparator<Complex> byDistance = Comparator.comparingDouble(z -> z.minus(pole).modulus());
    // The last real zero is left to the last real pole.
    boolean keepReal = !pole.isReal() && zeros.stream().filter(Complex::isReal).count() == 1;
    Complex zero = take(zeros, byDistance, z -> !(keepReal && z.isReal()));
    Complex other = zero.isReal() ? take(zeros, byDistance, Complex::isReal) : zero.conjugate();
    return new double[] {
      1, -zero.plus(other).re(), zero.times(other).re(),
      1, -pole.plus(second).re(), pole.times(second).re()
    };
  }

  private static Complex take(
      List<Complex> from, Comparator<Complex> order, Predicate<Complex> eligible) {
    Complex taken = from.stream().filter(eligible).min(order).orElseThrow();
    from.remove(taken);
    return taken;
  }

  /** Returns one of each pair of conjugates, sorted, then the real numbers, sorted. */
  private static List<Complex> upperHalf(List<Complex> numbers) {
    List<Complex> half = new ArrayList<>();
    List<Complex> real = new ArrayList<>();
    for (Complex number : numbers) {
      if (Math.abs(number.im()) <= 100 * Math.ulp(number.modulus())) {
        real.add(Complex.real(number.re()));
      } else if (number.im() > 0) {
        half.add(number);
      }
    }
    Comparator<Complex> byPlace =
        Comparator.comparingDouble(Complex::re).thenComparingDouble(Complex::im);
    half.sort(byPlace);
    real.sort(byPlace);
    half.addAll(real);
    return half;
  }
}
