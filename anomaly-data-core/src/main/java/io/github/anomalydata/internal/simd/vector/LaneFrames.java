package io.github.anomalydata.internal.simd.vector;

import static io.github.anomalydata.internal.simd.vector.LaneFft.LANES;
import static io.github.anomalydata.internal.simd.vector.LaneFft.SPECIES;
import static io.github.anomalydata.internal.simd.vector.LaneFft.broadcast;

import io.github.anomalydata.internal.simd.FrameTransform;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;

/**
 * The spectra of a frame in each lane: the even samples are transformed as real, the odd ones as
 * imaginary parts of half as many numbers z, from whose spectrum Z that of the frame follows,
 *
 * <pre>
 * 2 X[k]            = (Z[k] + Z*[n/2 - k]) - j w^k (Z[k] - Z*[n/2 - k])     w = exp(-2 pi j / n)
 * 2 X*[n/2 - k]     = (Z[k] + Z*[n/2 - k]) + j w^k (Z[k] - Z*[n/2 - k])
 * </pre>
 */
final class LaneFrames implements FrameTransform {
  /** How many numbers of spectra are kept until they are written: as many as stay in the cache. */
  private static final int KEPT = 1 << 16;

  /** Each lane of the lower or upper half twice. */
  private static final VectorShuffle<Double> LOWER =
      VectorShuffle.fromOp(SPECIES, lane -> lane / 2);

  private static final VectorShuffle<Double> UPPER =
      VectorShuffle.fromOp(SPECIES, lane -> (LANES + lane) / 2);
  private static final VectorMask<Double> ODDS =
      VectorMask.fromLong(SPECIES, 0xaaaaaaaaaaaaaaaaL >>> Long.SIZE - LANES);

  private final double[] weights;
  private final double[] factors;
  private final int half;
  private final int trend;
  private final int passes;
  private final LaneFft fft;
  private final LaneFft.Roots roots;
  private final int[] starts = new int[LANES];

  /**
   * The spectra, {@code [bins, passes, 2, LANES]}: rows of real and of imaginary parts in turns.
   */
  private final double[] spectra;

  private int count;

  LaneFrames(double[] weights, int length, int trend) {
    this.weights = weights;
    factors = trend == 0 ? weights : ones(weights.length);
    this.half = length / 2;
    this.trend = trend;
    passes = Math.max(1, Math.min(4, KEPT / (2 * LANES * half)));
    fft = new LaneFft(half);
    roots = LaneFft.roots(length);
    spectra = new double[(half + 1) * passes * 2 * LANES];
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }

  @Override
  public int group() {
    return passes * LANES;
  }

  @Override
  public void transform(double[] signal, int start, int hop, int frames) {
    count = frames;
    for (int first = 0; first < frames; first += LANES) {
      int last = Math.min(LANES, frames - first) - 1;
      for (int lane = 0; lane < LANES; lane++) {
        starts[lane] = Math.min(lane, last) * hop;
      }
      load(signal, start + first * hop);
      fft.transform();
      untangle(2 * first);
    }
  }

  /** Loads the frames, weighted if no trend is to be taken out of them first. */
  private void load(double[] signal, int start) {
    int size = weights.length;
    double[] re = fft.re;
    double[] im = fft.im;
    int whole = half < 32 ? 0 : size / 8 * 8;
    for (int i = 0; i < whole; i += 8) {
      loadEight(signal, start + i, i);
    }
    for (int i = whole; i < size; i++) {
      double[] to = i % 2 == 0 ? re : im;
      int at = fft.row(i / 2);
      for (int lane = 0; lane < LANES; lane++) {
        to[at + lane] = signal[start + starts[lane] + i] * factors[i];
      }
    }
    if (trend > 0) {
      removeTrend();
    }
    fillUp();
  }

  /**
   * Loads eight samples of each frame, a line of the cache after the other: frames a power of two
   * apart would push one another out of it.
   */
  private void loadEight(double[] signal, int start, int i) {
    double[] re = fft.re;
    double[] im = fft.im;
    int row = fft.row(i / 2);
    double f0 = factors[i];
    double f1 = factors[i + 1];
    double f2 = factors[i + 2];
    double f3 = factors[i + 3];
    double f4 = factors[i + 4];
    double f5 = factors[i + 5];
    double f6 = factors[i + 6];
    double f7 = factors[i + 7];
    for (int lane = 0; lane < LANES; lane++) {
      int from = start + starts[lane];
      int to = row + lane;
      re[to] = signal[from] * f0;
      im[to] = signal[from + 1] * f1;
      re[to + LANES] = signal[from + 2] * f2;
      im[to + LANES] = signal[from + 3] * f3;
      re[to + 2 * LANES] = signal[from + 4] * f4;
      im[to + 2 * LANES] = signal[from + 5] * f5;
      re[to + 3 * LANES] = signal[from + 6] * f6;
      im[to + 3 * LANES] = signal[from + 7] * f7;
    }
  }

  private void fillUp() {
    DoubleVector zero = DoubleVector.zero(SPECIES);
    for (int r = weights.length / 2; r < half; r++) {
      if (2 * r >= weights.length) {
        zero.intoArray(fft.re, fft.row(r));
      }
      zero.intoArray(fft.im, fft.row(r));
    }
  }

  private void removeTrend() {
    int size = weights.length;
    DoubleVector mean = sumOfDifferences(DoubleVector.zero(SPECIES)).div(broadcast(size));
    // The rest is 0 but for the rounding of the mean, which it corrects.
    mean = mean.add(sumOfDifferences(mean).div(broadcast(size)));
    double middle = (size - 1) / 2.0;
    DoubleVector slope = DoubleVector.zero(SPECIES);
    if (trend == 2 && size > 1) {
      slope = products(mean, middle).div(broadcast(size * ((double) size * size - 1) / 12));
    }
    double[] re = fft.re;
    double[] im = fft.im;
    for (int i = 0; i < size; i++) {
      double[] samples = i % 2 == 0 ? re : im;
      int at = fft.row(i / 2);
      DoubleVector line = mean.add(slope.mul(broadcast(i - middle)));
      DoubleVector.fromArray(SPECIES, samples, at)
          .sub(line)
          .mul(broadcast(weights[i]))
          .intoArray(samples, at);
    }
  }

  private DoubleVector sumOfDifferences(DoubleVector from) {
    int size = weights.length;
    double[] re = fft.re;
    double[] im = fft.im;
    DoubleVector even = DoubleVector.zero(SPECIES);
    DoubleVector odd = DoubleVector.zero(SPECIES);
    for (int r = 0; r < size / 2; r++) {
      int at = fft.row(r);
      even = even.add(DoubleVector.fromArray(SPECIES, re, at).sub(from));
      odd = odd.add(DoubleVector.fromArray(SPECIES, im, at).sub(from));
    }
    if (size % 2 == 1) {
      even = even.add(DoubleVector.fromArray(SPECIES, re, fft.row(size / 2)).sub(from));
    }
    return even.add(odd);
  }

  private DoubleVector products(DoubleVector mean, double middle) {
    double[] re = fft.re;
    double[] im = fft.im;
    DoubleVector products = DoubleVector.zero(SPECIES);
    for (int i = 0; i < weights.length; i++) {
      double[] samples = i % 2 == 0 ? re : im;
      DoubleVector sample = DoubleVector.fromArray(SPECIES, samples, fft.row(i / 2));
      products = products.add(sample.sub(mean).mul(broadcast(i - middle)));
    }
    return products;
  }

  /** Makes the spectra of the frames in the lanes of those of z. */
  private void untangle(int at) {
    double[] re = fft.re;
    double[] im = fft.im;
    int bin = 2 * group();
    DoubleVector zero = DoubleVector.zero(SPECIES);
    DoubleVector firstRe = DoubleVector.fromArray(SPECIES, re, 0);
    DoubleVector firstIm = DoubleVector.fromArray(SPECIES, im, 0);
    keep(firstRe.add(firstIm), zero, at);
    keep(firstRe.sub(firstIm), zero, at + half * bin);
    for (int k = 1; k < half / 2; k++) {
      int low = fft.bin(k);
      int high = fft.bin(half - k);
      DoubleVector zr = DoubleVector.fromArray(SPECIES, re, low);
      DoubleVector zi = DoubleVector.fromArray(SPECIES, im, low);
      DoubleVector cr = DoubleVector.fromArray(SPECIES, re, high);
      DoubleVector ci = DoubleVector.fromArray(SPECIES, im, high);
      DoubleVector er = zr.add(cr).mul(broadcast(0.5));
      DoubleVector ei = zi.sub(ci).mul(broadcast(0.5));
      DoubleVector or = zi.add(ci);
      DoubleVector oi = cr.sub(zr);
      DoubleVector wr = broadcast(0.5 * roots.re()[k]);
      DoubleVector wi = broadcast(0.5 * roots.im()[k]);
      DoubleVector tr = or.mul(wr).sub(oi.mul(wi));
      DoubleVector ti = or.mul(wi).add(oi.mul(wr));
      keep(er.add(tr), ei.add(ti), at + k * bin);
      keep(er.sub(tr), ti.sub(ei), at + (half - k) * bin);
    }
    DoubleVector middleRe = DoubleVector.fromArray(SPECIES, re, fft.bin(half / 2));
    DoubleVector middleIm = DoubleVector.fromArray(SPECIES, im, fft.bin(half / 2));
    keep(middleRe, middleIm.neg(), at + half / 2 * bin);
  }

  private void keep(DoubleVector re, DoubleVector im, int at) {
    re.intoArray(spectra, at);
    im.intoArray(spectra, at + LANES);
  }

  @Override
  public void power(double real, double complex, double[] out, int at, int stride) {
    int whole = count / LANES * LANES;
    for (int k = 0; k <= half; k++) {
      int from = k * 2 * group();
      int to = at + k * stride;
      double scale = k == 0 || k == half ? real : complex;
      for (int t = 0; t < whole; t += LANES) {
        power(from + 2 * t, scale).intoArray(out, to + t);
      }
      if (whole < count) {
        power(from + 2 * whole, scale).intoArray(spectra, from);
        System.arraycopy(spectra, from, out, to + whole, count - whole);
      }
    }
  }

  private DoubleVector power(int at, double scale) {
    DoubleVector re = spectra(at);
    DoubleVector im = spectra(at + LANES);
    return re.mul(re).add(im.mul(im)).mul(broadcast(scale));
  }

  private DoubleVector spectra(int at) {
    return DoubleVector.fromArray(SPECIES, spectra, at);
  }

  @Override
  public void pairs(double factor, double[] out, int at, int stride) {
    int whole = count / LANES * LANES;
    DoubleVector scale = broadcast(factor);
    for (int k = 0; k <= half; k++) {
      int from = k * 2 * group();
      int to = at + k * stride;
      for (int t = 0; t < whole; t += LANES) {
        DoubleVector re = spectra(from + 2 * t).mul(scale);
        DoubleVector im = spectra(from + 2 * t + LANES).mul(scale);
        re.rearrange(LOWER).blend(im.rearrange(LOWER), ODDS).intoArray(out, to + 2 * t);
        re.rearrange(UPPER).blend(im.rearrange(UPPER), ODDS).intoArray(out, to + 2 * t + LANES);
      }
      for (int t = whole; t < count; t++) {
        out[to + 2 * t] = factor * spectra[from + whole + t];
        out[to + 2 * t + 1] = factor * spectra[from + whole + LANES + t];
      }
    }
  }
}
