package io.github.anomalydata.audio.spectral;

import io.github.anomalydata.audio.AudioClip;
import io.github.anomalydata.internal.ParallelRows;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.signal.Padding;
import io.github.anomalydata.signal.Stft;
import io.github.anomalydata.signal.WindowFunction;
import java.util.concurrent.Executor;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Spectra of short frames of sound, summed in mel bands, with the parameters, defaults and numbers
 * of {@code librosa.feature.melspectrogram}.
 *
 * <p>{@code S[b, t] = sum over k of weight[b, k] |X[k, t]|^power}, where X is the {@link Stft} and
 * the weights are those of a {@link MelFilterBank}. Frames are not stored: a clip of 10 s takes the
 * memory of its samples and its result.
 *
 * @see <a href="https://librosa.org/doc/latest/generated/librosa.feature.melspectrogram.html">
 *     librosa.feature.melspectrogram</a>
 */
public final class MelSpectrogram {
  private static final MelSpectrogram DEFAULT =
      new MelSpectrogram(FrameOptions.LIBROSA, 2, MelFilterBank.withDefaults(), ParallelRows.NONE);

  private final FrameOptions options;
  private final double power;
  private final MelFilterBank filters;
  private final ParallelRows parallel;
  private final Stft stft;

  private MelSpectrogram(
      FrameOptions options, double power, MelFilterBank filters, ParallelRows parallel) {
    this.options = options;
    this.power = power;
    this.filters = filters;
    this.parallel = parallel;
    this.stft = options.stft();
  }

  /**
   * Returns the defaults of librosa: {@linkplain #withSampleRate sample rate} 22,050 Hz,
   * {@linkplain #withFftLength FFT length} 2048, {@linkplain #withHopLength hop length} 512,
   * {@linkplain #withWindowLength window length} that of the FFT, {@linkplain #with(WindowFunction)
   * window} Hann, {@linkplain #withCentring centred}, {@linkplain #with(Padding) padding} {@link
   * Padding#ZERO}, {@linkplain #withPower power} 2, {@linkplain #withBands bands} 128, {@linkplain
   * #withFrequencies frequencies} from 0 to half the sample rate, {@linkplain #with(MelScale)
   * scale} {@link MelScale#SLANEY}, {@linkplain #with(BandNormalization) normalization} {@link
   * BandNormalization#SLANEY}; on the thread of the caller.
   *
   * @return the defaults
   */
  public static MelSpectrogram withDefaults() {
    return DEFAULT;
  }

  private MelSpectrogram with(FrameOptions other) {
    return new MelSpectrogram(other, power, filters, parallel);
  }

  private MelSpectrogram with(MelFilterBank other) {
    return new MelSpectrogram(options, power, other, parallel);
  }

  /**
   * Returns these options for another sample rate.
   *
   * @param hertz the number of samples a second ({@code sr})
   * @return the new options
   * @throws IllegalArgumentException if the rate is not above 0 and finite
   */
  public MelSpectrogram withSampleRate(double hertz) {
    return with(filters.withSampleRate(hertz));
  }

  /**
   * Returns these options with another length of the transform.
   *
   * @param samples the number of samples, 1 to 2^28 ({@code n_fft})
   * @return the new options
   * @throws IllegalArgumentException if the length is out of range
   */
  public MelSpectrogram withFftLength(int samples) {
    return new MelSpectrogram(
        options.withFftLength(samples), power, filters.withFftLength(samples), parallel);
  }

  /**
   * Returns these options with another distance of frames.
   *
   * @param samples the number of samples, at least 1 ({@code hop_length})
   * @return the new options
   * @throws IllegalArgumentException if the distance is below 1
   */
  public MelSpectrogram withHopLength(int samples) {
    return with(options.withHopLength(samples));
  }

  /**
   * Returns these options with another length of the window.
   *
   * @param samples the number of samples, 1 to the length of the transform ({@code win_length})
   * @return the new options
   * @throws IllegalArgumentException if the length is below 1
   */
  public MelSpectrogram withWindowLength(int samples) {
    return with(options.withWindowLength(samples));
  }

  /**
   * Returns these options with another window, used in its periodic form.
   *
   * @param window the window
   * @return the new options
   */
  public MelSpectrogram with(WindowFunction window) {
    return with(options.with(window));
  }

  /**
   * Returns these options with frames that are centred or begin at their time.
   *
   * @param centred whether they are centred ({@code center})
   * @return the new options
   */
  public MelSpectrogram withCentring(boolean centred) {
    return with(options.withCentring(centred));
  }

  /**
   * Returns these options with another padding of centred frames.
   *
   * @param padding the padding ({@code pad_mode})
   * @return the new options
   */
  public MelSpectrogram with(Padding padding) {
    return with(options.with(padding));
  }

  /**
   * Returns these options with another exponent of the magnitudes.
   *
   * @param exponent 1 for magnitudes, 2 for powers; above 0 and finite ({@code power})
   * @return the new options
   * @throws IllegalArgumentException if the exponent is not above 0 and finite
   */
  public MelSpectrogram withPower(double exponent) {
    Require.positive("power", exponent);
    return new MelSpectrogram(options, exponent, filters, parallel);
  }

  /**
   * Returns these options with another number of bands.
   *
   * @param count the number of bands, at least 1 ({@code n_mels})
   * @return the new options
   * @throws IllegalArgumentException if the number is below 1
   */
  public MelSpectrogram withBands(int count) {
    return with(filters.withBands(count));
  }

  /**
   * Returns these options over another range of frequencies.
   *
   * @param fmin where the lowest band begins, in Hz, not negative
   * @param fmax where the highest band ends, in Hz: above {@code fmin}, and at most half the sample
   *     rate that is used
   * @return the new options
   * @throws IllegalArgumentException if the range is not such
   */
  public MelSpectrogram withFrequencies(double fmin, double fmax) {
    return with(filters.withFrequencies(fmin, fmax));
  }

  /**
   * Returns these options on another scale.
   *
   * @param scale the scale ({@code htk})
   * @return the new options
   */
  public MelSpectrogram with(MelScale scale) {
    return with(filters.with(scale));
  }

  /**
   * Returns these options with another normalization.
   *
   * @param normalization the normalization ({@code norm})
   * @return the new options
   */
  public MelSpectrogram with(BandNormalization normalization) {
    return with(filters.with(normalization));
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
  public MelSpectrogram withWorkers(Executor executor, int workers) {
    return new MelSpectrogram(options, power, filters, ParallelRows.of(executor, workers));
  }

  /**
   * Returns the filters.
   *
   * @return the filter bank of these options
   */
  public MelFilterBank filters() {
    return filters;
  }

  /**
   * Returns the number of bands.
   *
   * @return at least 1
   */
  public int bands() {
    return filters.bands();
  }

  /**
   * Returns the number of frames of a signal.
   *
   * @param length the number of samples of the signal
   * @return the number of frames; if centred and the FFT length is even, {@code 1 + length /
   *     hopLength}
   * @throws IllegalArgumentException if the signal has no sample or is shorter than one frame that
   *     is not centred
   */
  public int frames(int length) {
    return stft.frames(length);
  }

  /**
   * Returns the times of the frames: of their middles if centred, else of their first samples.
   *
   * @param length the number of samples of the signal
   * @return the times in seconds
   * @throws IllegalArgumentException if the options do not fit the length
   */
  public double[] times(int length) {
    return stft.times(length, filters.sampleRate());
  }

  /**
   * Returns the mel spectrogram of each signal.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal
   * @return {@code [signals, bands, frames]}
   * @throws IllegalArgumentException if the values are no whole signals, one is not finite, or the
   *     options do not fit the length or one another
   */
  public double[] apply(double[] values, int length) {
    return map(length).apply(values);
  }

  /**
   * Returns the mel spectrogram of each signal in single precision.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal
   * @return {@code [signals, bands, frames]}, computed in double precision and rounded once
   * @throws IllegalArgumentException if the values are no whole signals, one is not finite, or the
   *     options do not fit the length or one another
   */
  public float[] apply(float[] values, int length) {
    return map(length).apply(values);
  }

  /**
   * Returns the mel spectrogram of each channel of a clip.
   *
   * @param clip the clip, of the sample rate of these options
   * @return {@code [channels, bands, frames]}
   * @throws IllegalArgumentException if the clip has another sample rate or no frame, a sample is
   *     not finite, or the options do not fit the length or one another
   */
  public float[] apply(AudioClip clip) {
    return map(clip.frames()).apply(clip, filters.sampleRate());
  }

  /**
   * Returns the mel spectrogram of each signal.
   *
   * @param values the signals, {@code [..., time]}, such as {@code [batch, channels, time]}
   * @return {@code [..., bands, frames]}
   * @throws IllegalArgumentException if the array is empty, a value is not finite, or the options
   *     do not fit the length or one another
   */
  public INDArray apply(INDArray values) {
    return BatchArrays.apply(values, 1, item -> map(item[0]));
  }

  private BatchMap map(int length) {
    int[] shape = {bands(), frames(length)};
    return new BatchMap(length, shape, OfOne::new, parallel);
  }

  ParallelRows parallel() {
    return parallel;
  }

  private final class OfOne implements BatchMap.Function {
    @Override
    public void apply(double[] signal, double[] out, int at) {
      MelSpectrogram.this.apply(signal, out, at);
    }

    @Override
    public void apply(float[] values, int from, int size, double[] out) {
      MelSpectrogram.this.apply(values, from, size, out);
    }
  }

  /** Writes the spectrogram of one signal, {@code [bands, frames]}. */
  void apply(double[] signal, double[] out, int at) {
    stft.visitPowers(signal, sums(signal.length, out, at));
  }

  /** Writes the spectrogram of one signal in single precision. */
  void apply(float[] values, int from, int length, double[] out) {
    stft.visitPowers(values, from, length, sums(length, out, 0));
  }

  private Stft.PowerVisitor sums(int length, double[] out, int at) {
    int frames = frames(length);
    return (first, count, powers, stride) -> {
      Powers.raise(powers, power);
      filters.apply(powers, count, stride, out, at + first, frames);
    };
  }

  /** Returns all options but the threads: what computes the same says the same. */
  @Override
  public String toString() {
    return "MelSpectrogram[" + options + ", power=" + power + ", " + filters + "]";
  }
}
