package io.github.anomalydata.signal;

import io.github.anomalydata.internal.Require;
import java.util.Arrays;

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

  /** The segments whose spectra are written together: as many as a cache line has numbers. */
  private static final int GROUP = 8;

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

    /** Writes what a mode tells of a signal's segments, {@code [bins, segments, parts]}. */
    void spectra(SpectrogramMode mode, double[] signal, double[] out, int at) {
      double[][] frames = new double[Math.min(GROUP, count)][2 * fft.bins()];
      for (int first = 0; first < count; first += GROUP) {
        int group = Math.min(GROUP, count - first);
        for (int s = 0; s < group; s++) {
          spectrum(mode, signal, (first + s) * step, frames[s]);
        }
        write(mode, frames, group, out, at, first);
      }
      mode.finish(out, at, bins(), count);
    }

    private void spectrum(SpectrogramMode mode, double[] signal, int from, double[] frame) {
      System.arraycopy(signal, from, frame, 0, size);
      detrend.remove(frame, size);
      for (int i = 0; i < size; i++) {
        frame[i] *= weights[i];
      }
      Arrays.fill(frame, size, fft.length(), 0);
      fft.transform(frame, 0);
      if (sides == SpectralSides.TWO) {
        // The conjugate of a real number: the angle of a negative one is then -pi, as in scipy.
        frame[1] = -0.0;
        frame[2 * fft.bins() - 1] *= fft.length() % 2 == 0 ? -1 : 1;
      }
      mode.convert(frame, fft.bins(), scale);
      if (mode == SpectrogramMode.POWER && sides == SpectralSides.ONE) {
        for (int k = 0; k < fft.bins(); k++) {
          frame[k] *= fft.multiplicity(k);
        }
      }
    }

    /** Writes the frames of a group, whose values of one frequency lie side by side. */
    private void write(
        SpectrogramMode mode, double[][] frames, int group, double[] out, int at, int first) {
      int parts = mode.parts();
      int stride = count * parts;
      int start = at + first * parts;
      Signals.interleave(frames, group, fft.bins(), parts, out, start, stride);
      // The spectrum of real signals at a negative frequency is the conjugate.
      for (int k = fft.bins(); k < bins(); k++) {
        int to = start + k * stride;
        for (int s = 0; s < group; s++) {
          for (int part = 0; part < parts; part++) {
            double value = frames[s][(fft.length() - k) * parts + part];
            out[to + s * parts + part] = mode.isOdd(part) ? -value : value;
          }
        }
      }
    }
  }
}
