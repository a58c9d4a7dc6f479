package io.github.anomalydata.signal;

import io.github.anomalydata.internal.ParallelRows;
import io.github.anomalydata.internal.simd.FrameTransform;
import java.util.concurrent.Executor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Spectra of consecutive segments of signals, with the parameters, defaults and numbers of {@code
 * scipy.signal.spectrogram}.
 *
 * <p>A signal of n samples has {@code (n - overlap) / (segmentLength - overlap)} segments, rounded
 * down; nothing is padded, so that samples at the end may be left out.
 *
 * @see <a href=
 *     "https://docs.scipy.org/doc/scipy/reference/generated/scipy.signal.spectrogram.html">
 *     scipy.signal.spectrogram</a>
 */
public final class Spectrogram {
  private static final Spectrogram DEFAULT =
      new Spectrogram(
          Segments.withDefaults(WindowFunction.tukey(0.25), 8),
          SpectrogramMode.POWER,
          ParallelRows.NONE);

  private final Segments segments;
  private final SpectrogramMode mode;
  private final ParallelRows parallel;
  private final SignalTransform transform =
      new SignalTransform() {
        @Override
        public int[] shape(int length) {
          Segments.Cut cut = segments.of(length);
          return mode.parts() == 1
              ? new int[] {cut.bins(), cut.count()}
              : new int[] {cut.bins(), cut.count(), mode.parts()};
        }

        @Override
        public Prepared prepare(int length) {
          Segments.Cut cut = segments.of(length);
          FrameTransform frames = cut.frames();
          return (Reading)
              (values, from, out, at) -> cut.spectra(mode, frames, values, from, out, at);
        }
      };

  private Spectrogram(Segments segments, SpectrogramMode mode, ParallelRows parallel) {
    this.segments = segments;
    this.mode = mode;
    this.parallel = parallel;
  }

  /**
   * Returns the defaults of scipy: {@linkplain #withSampleRate sample rate} 1, {@linkplain
   * #with(WindowFunction) window} Tukey 0.25, {@linkplain #withSegmentLength segment length} 256 or
   * that of a shorter signal, {@linkplain #withOverlap overlap} an eighth of the segment rounded
   * down, {@linkplain #withFftLength FFT length} that of the segment, {@linkplain #with(Detrend)
   * trend} {@link Detrend#CONSTANT}, {@linkplain #with(SpectralScaling) scaling} {@link
   * SpectralScaling#DENSITY}, {@linkplain #with(SpectralSides) sides} {@link SpectralSides#ONE},
   * {@linkplain #with(SpectrogramMode) mode} {@link SpectrogramMode#POWER}; on the thread of the
   * caller.
   *
   * @return the defaults
   */
  public static Spectrogram withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns these options with another sample rate, which sets the units of time and density.
   *
   * @param sampleRate the number of samples per unit of time
   * @return the new options
   * @throws IllegalArgumentException if the rate is not above 0 and finite
   */
  public Spectrogram withSampleRate(double sampleRate) {
    return new Spectrogram(segments.withSampleRate(sampleRate), mode, parallel);
  }

  /**
   * Returns these options with another window, used in its periodic form.
   *
   * @param window the window
   * @return the new options
   */
  public Spectrogram with(WindowFunction window) {
    return new Spectrogram(segments.with(window), mode, parallel);
  }

  /**
   * Returns these options with another length of segments. Longer ones than the signal are refused
   * by {@code apply}, where scipy warns and shortens them.
   *
   * @param samples the number of samples, at least 1 ({@code nperseg})
   * @return the new options
   * @throws IllegalArgumentException if the length is below 1
   */
  public Spectrogram withSegmentLength(int samples) {
    return new Spectrogram(segments.withSegmentLength(samples), mode, parallel);
  }

  /**
   * Returns these options with another overlap of neighbouring segments.
   *
   * @param samples the number of samples they share, below the segment length ({@code noverlap})
   * @return the new options
   * @throws IllegalArgumentException if the overlap is negative
   */
  public Spectrogram withOverlap(int samples) {
    return new Spectrogram(segments.withOverlap(samples), mode, parallel);
  }

  /**
   * Returns these options with segments that are filled up with zeros.
   *
   * @param samples the number of samples, at least the segment length ({@code nfft})
   * @return the new options
   * @throws IllegalArgumentException if the length is not in 1 to 2^28
   */
  public Spectrogram withFftLength(int samples) {
    return new Spectrogram(segments.withFftLength(samples), mode, parallel);
  }

  /**
   * Returns these options with another trend taken out of every segment.
   *
   * @param detrend the trend
   * @return the new options
   */
  public Spectrogram with(Detrend detrend) {
    return new Spectrogram(segments.with(detrend), mode, parallel);
  }

  /**
   * Returns these options with another unit.
   *
   * @param scaling the unit
   * @return the new options
   */
  public Spectrogram with(SpectralScaling scaling) {
    return new Spectrogram(segments.with(scaling), mode, parallel);
  }

  /**
   * Returns these options with other frequencies.
   *
   * @param sides the frequencies
   * @return the new options
   */
  public Spectrogram with(SpectralSides sides) {
    return new Spectrogram(segments.with(sides), mode, parallel);
  }

  /**
   * Returns these options with something else told of the spectra.
   *
   * @param what what is told
   * @return the new options
   */
  public Spectrogram with(SpectrogramMode what) {
    return new Spectrogram(segments, what, parallel);
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
  public Spectrogram withWorkers(Executor executor, int workers) {
    return new Spectrogram(segments, mode, ParallelRows.of(executor, workers));
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
   * Returns the times of the segments' middles.
   *
   * @param length the number of samples of a signal
   * @return the times since the first sample
   * @throws IllegalArgumentException if the options do not fit the length
   */
  public double[] times(int length) {
    return segments.of(length).times();
  }

  /**
   * Returns the spectrogram of each signal.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal
   * @return {@code [signals, frequencies, times]}, with {@link SpectrogramMode#COMPLEX} {@code
   *     [signals, frequencies, times, 2]}
   * @throws IllegalArgumentException if the values are no whole signals, one is not finite, or the
   *     options do not fit the length
   */
  public double[] apply(double[] values, int length) {
    return Signals.each(values, length, transform, parallel);
  }

  /**
   * Returns the spectrogram of each signal in single precision.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal
   * @return {@code [signals, frequencies, times]}, with {@link SpectrogramMode#COMPLEX} {@code
   *     [signals, frequencies, times, 2]}
   * @throws IllegalArgumentException if the values are no whole signals, one is not finite, or the
   *     options do not fit the length
   */
  public float[] apply(float[] values, int length) {
    return Signals.each(values, length, transform, parallel);
  }

  /**
   * Returns the spectrogram of each signal.
   *
   * @param values the signals, {@code [..., time]}
   * @return {@code [..., frequencies, times]}, with {@link SpectrogramMode#COMPLEX} {@code [...,
   *     frequencies, times, 2]}
   * @throws IllegalArgumentException if the array is empty, a value is not finite, or the options
   *     do not fit the length
   */
  public INDArray apply(INDArray values) {
    return SignalArrays.each(values, transform, parallel, -1);
  }
}
