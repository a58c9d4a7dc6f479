package io.github.anomalydata.signal;

import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.simd.FrameTransform;

/**
 * How signals are cut into segments whose power spectra are taken: what {@link Spectrogram} and
 * {@link Welch} have in common.
 *
 * @param segmentLength the length of a segment, 0 for 256 or the signal's, if that is shorter
 * @param overlap the samples that neighbours share, -1 for a share of the segment
 * @param overlapDivisor the segment's length over the overlap, where none is given
 * @param fftLength the length that segments are filled up to, 0 for the segment's
 */
record Segments(
    double sampleRate,
    WindowFunction window,
    int segmentLength,
    int overlap,
    int overlapDivisor,
    int fftLength,
    Detrend detrend,
    SpectralScaling scaling,
    SpectralSides sides) {
  private static final int DEFAULT_LENGTH = 256;

  static Segments withDefaults(WindowFunction window, int overlapDivisor) {
    return new Segments(
        1,
        window,
        0,
        -1,
        overlapDivisor,
        0,
        Detrend.CONSTANT,
        SpectralScaling.DENSITY,
        SpectralSides.ONE);
  }

  Segments withSampleRate(double value) {
    Require.positive("sampleRate", value);
    return new Segments(
        value, window, segmentLength, overlap, overlapDivisor, fftLength, detrend, scaling, sides);
  }

  Segments with(WindowFunction value) {
    return new Segments(
        sampleRate,
        value,
        segmentLength,
        overlap,
        overlapDivisor,
        fftLength,
        detrend,
        scaling,
        sides);
  }

  Segments withSegmentLength(int value) {
    Require.atLeast("segmentLength", value, 1);
    return new Segments(
        sampleRate, window, value, overlap, overlapDivisor, fftLength, detrend, scaling, sides);
  }

  Segments withOverlap(int value) {
    Require.atLeast("overlap", value, 0);
    return new Segments(
        sampleRate,
        window,
        segmentLength,
        value,
        overlapDivisor,
        fftLength,
        detrend,
        scaling,
        sides);
  }

  Segments withFftLength(int value) {
    FftPlans.requireLength(value, "fftLength");
    return new Segments(
        sampleRate, window, segmentLength, overlap, overlapDivisor, value, detrend, scaling, sides);
  }

  Segments with(Detrend value) {
    return new Segments(
        sampleRate,
        window,
        segmentLength,
        overlap,
        overlapDivisor,
        fftLength,
        value,
        scaling,
        sides);
  }

  Segments with(SpectralScaling value) {
    return new Segments(
        sampleRate,
        window,
        segmentLength,
        overlap,
        overlapDivisor,
        fftLength,
        detrend,
        value,
        sides);
  }

  Segments with(SpectralSides value) {
    return new Segments(
        sampleRate,
        window,
        segmentLength,
        overlap,
        overlapDivisor,
        fftLength,
        detrend,
        scaling,
        value);
  }

  /** Returns the cut of signals of a length. */
  Cut of(int length) {
    return new Cut(length);
  }

  /** The segments of signals of one length. */
  final class Cut {
    private final int size;
    private final int step;
    private final int count;
    private final double[] weights;
    private final double scale;
    private final RealFft fft;

    private Cut(int length) {
      Require.atLeast("length", length, 1);
      size = segmentLength == 0 ? Math.min(DEFAULT_LENGTH, length) : segmentLength;
      if (size > length) {
        throw new IllegalArgumentException(
            "segmentLength: at most the " + length + " samples of a signal, got " + size);
      }
      int shared = overlap < 0 ? size / overlapDivisor : overlap;
      if (shared >= size) {
        throw new IllegalArgumentException(
            "overlap: below the segment length of " + size + ", got " + shared);
      }
      if (fftLength != 0 && fftLength < size) {
        throw new IllegalArgumentException(
            "fftLength: at least the segment length of " + size + ", got " + fftLength);
      }
      step = size - shared;
      count = (length - shared) / step;
      fft = RealFft.of(fftLength == 0 ? size : fftLength);
      weights = window.periodic(size);
      double sum = 0;
      double squares = 0;
      for (double weight : weights) {
        sum += weight;
        squares += weight * weight;
      }
      scale = 1 / (scaling == SpectralScaling.DENSITY ? sampleRate * squares : sum * sum);
      if (!(scale < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "segmentLength: one at which the window " + window + " is not all 0, got " + size);
      }
    }

    int count() {
      return count;
    }

    int bins() {
      return sides == SpectralSides.ONE ? fft.bins() : fft.length();
    }

    double[] times() {
      double[] times = new double[count];
      for (int s = 0; s < count; s++) {
        times[s] = (size / 2.0 + (double) s * step) / sampleRate;
      }
      return times;
    }

    double[] frequencies() {
      double[] frequencies = new double[bins()];
      int n = fft.length();
      for (int k = 0; k < frequencies.length; k++) {
        boolean negative = sides == SpectralSides.TWO && k >= (n + 1) / 2;
        frequencies[k] = (negative ? k - n : k) * sampleRate / n;
      }
      return frequencies;
    }

    /** Returns the transform of segments, for use by one thread. */
    FrameTransform frames() {
      return Frames.of(weights, fft.length(), detrend);
    }

    /** Writes what a mode tells of a signal's segments, {@code [bins, segments, parts]}. */
    void spectra(
        SpectrogramMode mode,
        FrameTransform frames,
        double[] values,
        int from,
        double[] out,
        int at) {
      int parts = mode.parts();
      for (int first = 0; first < count; first += frames.group()) {
        int group = Math.min(frames.group(), count - first);
        frames.transform(values, from + first * step, step, group);
        write(mode, frames, group, out, at + first * parts);
        mirror(mode, group * parts, out, at + first * parts);
      }
      mode.finish(out, at, bins(), count);
    }

    private void write(
        SpectrogramMode mode, FrameTransform frames, int group, double[] out, int at) {
      switch (mode) {
        case POWER -> {
          double both = sides == SpectralSides.ONE ? 2 * scale : scale;
          frames.power(scale, both, out, at, count);
        }
        case COMPLEX -> {
          frames.pairs(Math.sqrt(scale), out, at, 2 * count);
          conjugateReal(out, at, 2 * count, group);
        }
        default -> {
          double[] pairs = new double[2 * fft.bins() * group];
          frames.pairs(1, pairs, 0, 2 * group);
          conjugateReal(pairs, 0, 2 * group, group);
          for (int k = 0; k < fft.bins(); k++) {
            for (int s = 0; s < group; s++) {
              int pair = 2 * (k * group + s);
              out[at + k * count + s] = mode.value(pairs[pair], pairs[pair + 1], scale);
            }
          }
        }
      }
    }

    /**
     * Makes the imaginary parts of real bins negative zeros if both sides are asked for: the angle
     * of a negative number is then -pi, as in scipy.
     */
    private void conjugateReal(double[] pairs, int at, int stride, int group) {
      if (sides == SpectralSides.ONE) {
        return;
      }
      int last = fft.bins() - 1;
      for (int s = 0; s < group; s++) {
        pairs[at + 2 * s + 1] = -0.0;
        if (fft.multiplicity(last) == 1) {
          pairs[at + last * stride + 2 * s + 1] = -0.0;
        }
      }
    }

    /**
     * Fills in the negative frequencies, at which the spectrum of real signals is the conjugate.
     */
    private void mirror(SpectrogramMode mode, int values, double[] out, int at) {
      int parts = mode.parts();
      int stride = count * parts;
      for (int k = fft.bins(); k < bins(); k++) {
        int from = at + (fft.length() - k) * stride;
        int to = at + k * stride;
        for (int i = 0; i < values; i++) {
          double value = out[from + i];
          out[to + i] = mode.isOdd(i % parts) ? -value : value;
        }
      }
    }
  }
}
