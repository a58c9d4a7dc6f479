package io.github.anomalydata.signal;

/** A complex number, for the poles and zeros of a filter. */
record Complex(double re, double im) {
  static Complex real(double re) {
    return new Complex(re, 0);
  }

  Complex plus(Complex other) {
    return new Complex(re + other.re, im + other.im);
  }

  Complex minus(Complex other) {
    return new Complex(re - other.re, im - other.im);
  }

  Complex times(Complex other) {
    return new Complex(re * other.re - im * other.im, re * other.im + im * other.re);
  }

  Complex times(double factor) {
    return new Complex(re * factor, im * factor);
  }

  Complex over(Complex other) {
    double square = other.re * other.re + other.im * other.im;
    return times(other.conjugate()).times(1 / square);
  }

  Complex conjugate() {
    return new Complex(re, -im);
  }

  /** Returns the root with a real part of at least 0. */
  Complex squareRoot() {
    double modulus = modulus();
    // The smaller part follows from the larger, which loses no digits.
    double larger = Math.sqrt((modulus + Math.abs(re)) / 2);
    double smaller = larger == 0 ? 0 : Math.abs(im) / (2 * larger);
    return re >= 0
        ? new Complex(larger, Math.copySign(smaller, im))
        : new Complex(smaller, Math.copySign(larger, im));
  }

  double modulus() {
    return Math.hypot(re, im);
  }

  boolean isReal() {
    return im == 0;
  }
}
