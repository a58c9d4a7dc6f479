package io.github.anomalydata.signal.wavelet;

/** One level of the discrete transform of a batch, there and back. */
final class DwtStep {
  private final BoundaryMode mode;
  private final int filterLength;
  private final FilterBank decomposition;
  private final FilterBank reconstruction;

  DwtStep(Wavelet wavelet, BoundaryMode mode) {
    this.mode = mode;
    this.filterLength = wavelet.filterLength();
    this.decomposition = FilterBank.decomposition(wavelet);
    this.reconstruction = FilterBank.reconstruction(wavelet);
  }

  private boolean isPeriodization() {
    return mode == BoundaryMode.PERIODIZATION;
  }

  int coefficients(int length) {
    return isPeriodization() ? length / 2 + length % 2 : (length + filterLength - 1) / 2;
  }

  int samples(int coefficients) {
    return isPeriodization() ? 2 * coefficients : 2 * coefficients - filterLength + 2;
  }

  /** Splits each row of x, of n samples, into approximation and detail. */
  void forward(double[] x, int rows, int n, double[] approximation, double[] detail) {
    int count = coefficients(n);
    int shift = isPeriodization() ? filterLength / 2 - 1 : 0;
    int reach = decomposition.taps() - 1;
    double[] odd = new double[Math.min(count, FilterBank.BLOCK) + reach];
    double[] even = new double[odd.length];
    for (int row = 0; row < rows; row++) {
      for (int from = 0; from < count; from += FilterBank.BLOCK) {
        int block = Math.min(FilterBank.BLOCK, count - from);
        split(x, row * n, n, 2 * (from - reach) + shift, even, odd, block + reach);
        int at = row * count + from;
        decomposition.apply(odd, even, approximation, at, detail, at, block);
      }
    }
  }

  /** Sets {@code even[i]} and {@code odd[i]} to the samples at {@code first + 2i} and one on. */
  private void split(
      double[] x, int start, int n, int first, double[] even, double[] odd, int count) {
    int inside = Math.min(count, Math.max(0, (1 - first) / 2));
    int outside = Math.max(inside, Math.min(count, Math.floorDiv(n - first, 2)));
    for (int i = 0; i < inside; i++) {
      even[i] = sample(x, start, n, first + 2 * i);
      odd[i] = sample(x, start, n, first + 2 * i + 1);
    }
    for (int i = inside; i < outside; i++) {
      even[i] = x[start + first + 2 * i];
      odd[i] = x[start + first + 2 * i + 1];
    }
    for (int i = outside; i < count; i++) {
      even[i] = sample(x, start, n, first + 2 * i);
      odd[i] = sample(x, start, n, first + 2 * i + 1);
    }
  }

  private double sample(double[] x, int start, int n, int i) {
    return i >= 0 && i < n ? x[start + i] : mode.extend(x, start, n, i);
  }

  /**
   * Joins approximation and detail into rows of samples.
   *
   * @param n the coefficients of a row
   * @param stride the distance of the rows of the approximation, of which n are used
   */
  void inverse(double[] approximation, int stride, double[] detail, int rows, int n, double[] x) {
    int length = samples(n);
    int shift = isPeriodization() ? filterLength / 2 - 1 : filterLength - 2;
    int reach = reconstruction.taps() - 1;
    // Samples shift … shift + length - 1 of the full convolution are kept.
    int pairs = (shift + length + 1) / 2 - shift / 2;
    int room = Math.min(pairs, FilterBank.BLOCK);
    double[] a = new double[room + reach];
    double[] d = new double[room + reach];
    double[] even = new double[room];
    double[] odd = new double[room];
    for (int row = 0; row < rows; row++) {
      for (int from = 0; from < pairs; from += room) {
        int block = Math.min(room, pairs - from);
        int first = shift / 2 + from - reach;
        gather(approximation, row * stride, n, first, a, block + reach);
        gather(detail, row * n, n, first, d, block + reach);
        reconstruction.apply(a, d, even, 0, odd, 0, block);
        interleave(even, odd, block, 2 * from - shift % 2, x, row * length, length);
      }
    }
  }

  private static void gather(double[] from, int start, int n, int first, double[] to, int count) {
    if (first >= 0 && first + count <= n) {
      System.arraycopy(from, start + first, to, 0, count);
      return;
    }
    for (int i = 0; i < count; i++) {
      to[i] = from[start + Math.floorMod(first + i, n)];
    }
  }

  private static void interleave(
      double[] even, double[] odd, int count, int at, double[] x, int start, int length) {
    for (int i = 0; i < count; i++) {
      int to = at + 2 * i;
      if (to >= 0 && to < length) {
        x[start + to] = even[i];
      }
      if (to + 1 < length) {
        x[start + to + 1] = odd[i];
      }
    }
  }
}
