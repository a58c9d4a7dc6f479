package io.github.anomalydata.signal;

import io.github.anomalydata.internal.ParallelRows;
import io.github.anomalydata.internal.simd.FrameTransform;
import java.util.Arrays;
import java.util.concurrent.Executor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * The power spectrum of signals by Welch's method: averaged over overlapping segments, with the
 * parameters, defaults and numbers of {@code scipy.signal.welch}.
 *
 * <p>Reference: Welch, "The use of the fast Fourier transform for the estimation of power spectra",
 * 1967.
 *
 * @see <a href="https://docs.scipy.org/doc/scipy/reference/generated/scipy.signal.welch.html">
 *     scipy.signal.welch</a>
 */
public final class Welch {
  private static final Welch DEFAULT =
      new Welch(
          Segments.withDefaults(WindowFunction.hann(), 2), SegmentAverage.MEAN, ParallelRows.NONE);

  private final Segments segments;
  private final SegmentAverage average;
  private final ParallelRows parallel;
  private final SignalTransform transform =
      new SignalTransform() {
        @Override
        public int[] shape(int length) {
          return new int[] {segments.of(length).bins()};
        }

        @Override
        public Prepared prepare(int length) {
          Segments.Cut cut = segments.of(length);
          FrameTransform frames = cut.frames();
          int count = cut.count();
          double[] spectra = new double[Signals.size(cut.bins(), count)];
          return (Reading)
              (values, from, out, at) -> {
                cut.spectra(SpectrogramMode.POWER, frames, values, from, spectra, 0);
                for (int k = 0; k < cut.bins(); k++) {
                  out[at + k] = average.of(Arrays.copyOfRange(spectra, k * count, (k + 1) * count));
                }
              };
        }
      };

  private Welch(Segments segments, SegmentAverage average, ParallelRows parallel) {
    this.segments = segments;
    this.average = average;
    this.parallel = parallel;
  }

  /**
   * Returns the defaults of scipy: {@linkplain #withSampleRate sample rate} 1, {@linkplain
   * #with(WindowFunction) window} Hann, {@linkplain #withSegmentLength segment length} 256 or that
   * of a shorter signal, {@linkplain #withOverlap overlap} half the segment rounded down,
   * {@linkplain #withFftLength FFT length} that of the segment, {@linkplain #with(Detrend) trend}
   * {@link Detrend#CONSTANT}, {@linkplain #with(SpectralScaling) scaling} {@link
   * SpectralScaling#DENSITY}, {@linkplain #with(SpectralSides) sides} {@link SpectralSides#ONE},
   * {@linkplain #with(SegmentAverage) average} {@link SegmentAverage#MEAN}; on the thread of the
   * caller.
   *
   * @return the defaults
   */
  public static Welch withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns these options with another sample rate, which sets the units of time and density.
   *
   * @param sampleRate the number of samples per unit of time
   * @return the new options
   * @throws IllegalArgumentException if the rate is not above 0 and finite
   */
  public Welch withSampleRate(double sampleRate) {
    return new Welch(segments.withSampleRate(sampleRate), average, parallel);
  }

  /**
   * Returns these options with another window, used in its periodic form.
   *
   * @param window the window
   * @return the new options
   */
  public Welch with(WindowFunction window) {
    return new Welch(segments.with(window), average, parallel);
  }

  /**
   * Returns these options with another length of segments. Longer ones than the signal are refused
   * by {@code apply}, where scipy warns and shortens them.
   *
   * @param samples the number of samples, at least 1 ({@code nperseg})
   * @return the new options
   * @throws IllegalArgumentException if the length is below 1
   */
  public Welch withSegmentLength(int samples) {
    return new Welch(segments.withSegmentLength(samples), average, parallel);
  }

  /**
   * Returns these options with another overlap of neighbouring segments.
   *
   * @param samples the number of samples they share, below the segment length ({@code noverlap})
   * @return the new options
   * @throws IllegalArgumentException if the overlap is negative
   */
  public Welch withOverlap(int samples) {
    return new Welch(segments.withOverlap(samples), average, parallel);
  }

  /**
   * Returns these options with segments that are filled up with zeros.
   *
   * @param samples the number of samples, at least the segment length ({@code nfft})
   * @return the new options
   * @throws IllegalArgumentException if the length is not in 1 to 2^28
   */
  public Welch withFftLength(int samples) {
    return new Welch(segments.withFftLength(samples), average, parallel);
  }

  /**
   * Returns these options with another trend taken out of every segment.
   *
   * @param detrend the trend
   * @return the new options
   */
  public Welch with(Detrend detrend) {
    return new Welch(segments.with(detrend), average, parallel);
  }

  /**
   * Returns these options with another unit.
   *
   * @param scaling the unit
   * @return the new options
   */
  public Welch with(SpectralScaling scaling) {
    return new Welch(segments.with(scaling), average, parallel);
  }

  /**
   * Returns these options with other frequencies.
   *
   * @param sides the frequencies
   * @return the new options
   */
  public Welch with(SpectralSides sides) {
    return new Welch(segments.with(sides), average, parallel);
  }

  /**
   * Returns these options with another average over the segments.
   *
   * @param average the average
   * @return the new options
   */
  public Welch with(SegmentAverage average) {
    return new Welch(segments, average, parallel);
  }

  /**
   * Returns these options with batches shared among threads, whose number does not change the
   * result.
   *
   * @param executor what runs the other threads; one that is busy or refuses slows the work and
   *     stops nothing
   * @param workers the number of threads that work, the caller's included, at least 1
   * @return the new options
   * @throws IllegalArgumentException if the number is below 1
   */
  public Welch withWorkers(Executor executor, int workers) {
    return new Welch(segments, average, ParallelRows.of(executor, workers));
  }

  /**
   * Returns the frequencies of the spectra.
   *
   * @param length the number of samples of a signal
   * @return the frequencies in units of the sample rate
   * @throws IllegalArgumentException if the options do not fit the length
   */
  public double[] frequencies(int length) {
    return segments.of(length).frequencies();
  }

  /**
   * Returns the power spectrum of each signal.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal
   * @return {@code [signals, frequencies]}
   * @throws IllegalArgumentException if the values are no whole signals, one is not finite, or the
   *     options do not fit the length
   */
  public double[] apply(double[] values, int length) {
    return Signals.each(values, length, transform, parallel);
  }

  /**
   * Returns the power spectrum of each signal in single precision.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal
   * @return {@code [signals, frequencies]}
   * @throws IllegalArgumentException if the values are no whole signals, one is not finite, or the
   *     options do not fit the length
   */
  public float[] apply(float[] values, int length) {
    return Signals.each(values, length, transform, parallel);
  }

  /**
   * Returns the power spectrum of each signal.
   *
   * @param values the signals, {@code [..., time]}
   * @return {@code [..., frequencies]}
   * @throws IllegalArgumentException if the array is empty, a value is not finite, or the options
   *     do not fit the length
   */
  public INDArray apply(INDArray values) {
    return SignalArrays.each(values, transform, parallel, -1);
  }
}
