package io.github.anomalydata.signal.wavelet;

import io.github.anomalydata.internal.simd.PhaseFilter;

/** One level of the discrete transform of a signal, there and back. */
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

  /** Returns room for a thread to work in, in either direction. */
  Block block() {
    return new Block();
  }

  /** A block of both phases and the filters over it, for one thread. */
  final class Block {
    private final double[] p = new double[PhaseFilter.BLOCK + filterLength / 2 - 1];
    private final double[] q = p.clone();
    private final double[] even = new double[PhaseFilter.BLOCK];
    private final double[] odd = even.clone();
    private final PhaseFilter split = decomposition.filter();
    private final PhaseFilter join = reconstruction.filter();
  }

  /** Splits n samples from a place of x on into approximation and detail. */
  void forward(
      double[] x,
      int start,
      int n,
      double[] approximation,
      int approximationStart,
      double[] detail,
      int detailStart,
      Block block) {
    int count = coefficients(n);
    int shift = isPeriodization() ? filterLength / 2 - 1 : 0;
    int reach = decomposition.reach();
    for (int from = 0; from < count; from += PhaseFilter.BLOCK) {
      int size = Math.min(PhaseFilter.BLOCK, count - from);
      split(x, start, n, 2 * (from - reach) + shift, size + reach, block);
      block.split.apply(
          block.p,
          block.q,
          size,
          approximation,
          approximationStart + from,
          detail,
          detailStart + from);
    }
  }

  /** Sets {@code q[i]} and {@code p[i]} of a block to the samples at {@code first + 2i} and on. */
  private void split(double[] x, int start, int n, int first, int count, Block block) {
    int inside = Math.min(count, Math.max(0, (1 - first) / 2));
    int outside = Math.max(inside, Math.min(count, Math.floorDiv(n - first, 2)));
    extend(x, start, n, first, block, 0, inside);
    int at = start + first + 2 * inside;
    block.split.split(x, at, block.q, block.p, inside, outside - inside);
    extend(x, start, n, first, block, outside, count);
  }

  private void extend(double[] x, int start, int n, int first, Block block, int from, int to) {
    for (int i = from; i < to; i++) {
      block.q[i] = sample(x, start, n, first + 2 * i);
      block.p[i] = sample(x, start, n, first + 2 * i + 1);
    }
  }

  private double sample(double[] x, int start, int n, int i) {
    return i >= 0 && i < n ? x[start + i] : mode.extend(x, start, n, i);
  }

  /** Joins n coefficients of approximation and of detail into samples. */
  void inverse(
      double[] approximation,
      int approximationStart,
      double[] detail,
      int detailStart,
      int n,
      double[] x,
      int start,
      Block block) {
    int length = samples(n);
    int shift = isPeriodization() ? filterLength / 2 - 1 : filterLength - 2;
    int reach = reconstruction.reach();
    // Samples shift … shift + length - 1 of the full convolution are kept.
    int pairs = (shift + length + 1) / 2 - shift / 2;
    for (int from = 0; from < pairs; from += PhaseFilter.BLOCK) {
      int size = Math.min(PhaseFilter.BLOCK, pairs - from);
      int first = shift / 2 + from - reach;
      gather(approximation, approximationStart, n, first, block.p, size + reach);
      gather(detail, detailStart, n, first, block.q, size + reach);
      block.join.apply(block.p, block.q, size, block.even, 0, block.odd, 0);
      interleave(block.even, block.odd, size, 2 * from - shift % 2, x, start, length);
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
    if (at >= 0 && at + 2 * count <= length) {
      for (int i = 0; i < count; i++) {
        int to = start + at + 2 * i;
        x[to] = even[i];
        x[to + 1] = odd[i];
      }
      return;
    }
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
