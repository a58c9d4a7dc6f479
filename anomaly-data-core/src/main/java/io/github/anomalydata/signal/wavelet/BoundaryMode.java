package io.github.anomalydata.signal.wavelet;

/**
 * What a signal is taken to be beyond its ends.
 *
 * <p>The examples extend {@code x1 x2 … xn}. A signal shorter than the extension is extended again,
 * as often as it takes. A single sample has neither slope nor reflection: {@link #SMOOTH}, {@link
 * #REFLECT} and {@link #ANTIREFLECT} repeat it, where PyWavelets refuses the last two.
 */
public enum BoundaryMode {
  /** Zeros: {@code 0 0 | x1 x2 … xn | 0 0}. */
  ZERO,
  /** The border sample: {@code x1 x1 | x1 x2 … xn | xn xn}. */
  CONSTANT,
  /** Mirrored about the border, half a sample out: {@code x2 x1 | x1 x2 … xn | xn xn-1}. */
  SYMMETRIC,
  /** Repeated: {@code xn-1 xn | x1 x2 … xn | x1 x2}. */
  PERIODIC,
  /** The straight line through the two samples at the border. */
  SMOOTH,
  /**
   * Repeated, with the fewest coefficients: half as many as samples, rounded up. The last sample of
   * an odd number is there twice.
   */
  PERIODIZATION,
  /** Mirrored about the border sample: {@code x3 x2 | x1 x2 … xn | xn-1 xn-2}. */
  REFLECT,
  /** Mirrored as in {@link #SYMMETRIC}, with the other sign: {@code -x2 -x1 | x1 x2 … xn | -xn}. */
  ANTISYMMETRIC,
  /** Turned about the border sample: {@code 2x1-x3 2x1-x2 | x1 x2 … xn | 2xn-xn-1}. */
  ANTIREFLECT;

  /**
   * Returns the sample at an index outside the signal {@code x[from], …, x[from + n - 1]}.
   *
   * @param i the index, relative to {@code from}
   */
  double extend(double[] x, int from, int n, int i) {
    switch (this) {
      case ZERO:
        return 0;
      case CONSTANT:
        return x[from + (i < 0 ? 0 : n - 1)];
      case SYMMETRIC:
      case ANTISYMMETRIC:
        int half = Math.floorMod(i, 2 * n);
        double mirrored = x[from + Math.min(half, 2 * n - 1 - half)];
        return this == ANTISYMMETRIC && half >= n ? -mirrored : mirrored;
      case PERIODIC:
        return x[from + Math.floorMod(i, n)];
      case PERIODIZATION:
        return x[from + Math.min(Math.floorMod(i, n + n % 2), n - 1)];
      default:
        return n == 1 ? x[from] : extendFromSample(x, from, n, i);
    }
  }

  private double extendFromSample(double[] x, int from, int n, int i) {
    int last = from + n - 1;
    if (this == SMOOTH) {
      return i < 0
          ? x[from] + i * (x[from + 1] - x[from])
          : x[last] + (i - n + 1) * (x[last] - x[last - 1]);
    }
    int period = 2 * (n - 1);
    int whole = Math.floorMod(i, period);
    double mirrored = x[from + Math.min(whole, period - whole)];
    if (this == REFLECT) {
      return mirrored;
    }
    double turned = whole < n ? mirrored : 2 * x[last] - mirrored;
    return turned + Math.floorDiv(i, period) * 2 * (x[last] - x[from]);
  }
}
