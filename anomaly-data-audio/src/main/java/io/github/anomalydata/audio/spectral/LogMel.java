package io.github.anomalydata.audio.spectral;

import io.github.anomalydata.audio.AudioClip;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.signal.Padding;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Mel spectrograms in decibels, as images {@code [bands, frames]} or as vectors of consecutive
 * frames: from the samples of a clip to what a model takes, in one step and with the numbers of the
 * baselines.
 *
 * <table>
 * <caption>Presets</caption>
 * <tr><th></th><th>{@link #librosa}</th><th>{@link #torchaudio}</th><th>{@link #mimii2019}</th>
 *     <th>{@link #dcase2020}</th></tr>
 * <tr><th>sample rate</th><td>22,050</td><td>16,000</td><td>16,000</td><td>16,000</td></tr>
 * <tr><th>FFT, hop</th><td>2048, 512</td><td>400, 200</td><td>1024, 512</td><td>1024, 512</td></tr>
 * <tr><th>bands</th><td>128</td><td>128</td><td>64</td><td>128</td></tr>
 * <tr><th>scale, norm</th><td>Slaney, Slaney</td><td>HTK, none</td><td>Slaney, Slaney</td>
 *     <td>Slaney, Slaney</td></tr>
 * <tr><th>padding</th><td>zero</td><td>reflect</td><td>reflect</td><td>reflect</td></tr>
 * <tr><th>level</th><td>least 1e-10, top 80 dB</td><td>least 1e-10</td><td>offset 2^-52</td>
 *     <td>offset 2^-52</td></tr>
 * <tr><th>frames a vector</th><td>1</td><td>1</td><td>5</td><td>5</td></tr>
 * </table>
 *
 * <p>A clip of 10 s at 16 kHz has 313 frames of the baselines, so 309 vectors of 5 frames: {@code
 * 309 x 320} with 64 bands, {@code 309 x 640} with 128.
 */
public final class LogMel {
  private static final double EPSILON = 0x1p-52;
  private static final MelSpectrogram BASELINE =
      MelSpectrogram.withDefaults()
          .withSampleRate(16_000)
          .withFftLength(1024)
          .withHopLength(512)
          .with(Padding.REFLECT);
  private static final Decibels BASELINE_LEVEL =
      Decibels.ofPower().withOffset(EPSILON).withoutTop();

  private final MelSpectrogram mel;
  private final Decibels decibels;
  private final int stacked;

  private LogMel(MelSpectrogram mel, Decibels decibels, int stacked) {
    this.mel = mel;
    this.decibels = decibels;
    this.stacked = stacked;
  }

  /**
   * Returns a mel spectrogram in decibels, vectors of one frame.
   *
   * @param mel the spectrogram
   * @param decibels its level
   * @return the log-mel spectrogram
   */
  public static LogMel of(MelSpectrogram mel, Decibels decibels) {
    return new LogMel(mel, decibels, 1);
  }

  /**
   * Returns {@code librosa.power_to_db(librosa.feature.melspectrogram(y=y))} of librosa 0.9 and
   * later: the defaults of both.
   *
   * @return the preset
   */
  public static LogMel librosa() {
    return of(MelSpectrogram.withDefaults(), Decibels.ofPower());
  }

  /**
   * Returns {@code torchaudio.transforms.MelSpectrogram()} and {@code AmplitudeToDB()}: the
   * defaults of both. Four of its 128 bands lie between two bins and are always 0, of which
   * torchaudio warns.
   *
   * @return the preset
   */
  public static LogMel torchaudio() {
    return of(
        MelSpectrogram.withDefaults()
            .withSampleRate(16_000)
            .withFftLength(400)
            .withHopLength(200)
            .with(Padding.REFLECT)
            .with(MelScale.HTK)
            .with(BandNormalization.NONE),
        Decibels.ofPower().withoutTop());
  }

  /**
   * Returns the features of the baseline of H. Purohit et al., "MIMII Dataset: sound dataset for
   * malfunctioning industrial machine investigation and inspection", DCASE 2019, whose librosa 0.6
   * pads by reflection: 64 bands, {@code 10 log10(S + 2^-52)}, five frames a vector.
   *
   * @return the preset
   */
  public static LogMel mimii2019() {
    return of(BASELINE.withBands(64), BASELINE_LEVEL).withStackedFrames(5);
  }

  /**
   * Returns the features of the baseline of Y. Koizumi et al., "Description and discussion on DCASE
   * 2020 Challenge Task 2", DCASE 2020: those of {@link #mimii2019} with 128 bands.
   *
   * @return the preset
   */
  public static LogMel dcase2020() {
    return of(BASELINE.withBands(128), BASELINE_LEVEL).withStackedFrames(5);
  }

  /**
   * Returns this level and these vectors of another spectrogram.
   *
   * @param other the spectrogram
   * @return the new options
   */
  public LogMel with(MelSpectrogram other) {
    return new LogMel(other, decibels, stacked);
  }

  /**
   * Returns this spectrogram and these vectors in another level.
   *
   * @param other the level
   * @return the new options
   */
  public LogMel with(Decibels other) {
    return new LogMel(mel, other, stacked);
  }

  /**
   * Returns vectors of another number of frames.
   *
   * @param frames the number of consecutive frames of a vector, at least 1
   * @return the new options
   * @throws IllegalArgumentException if the number is below 1
   */
  public LogMel withStackedFrames(int frames) {
    return new LogMel(mel, decibels, Require.atLeast("stackedFrames", frames, 1));
  }

  /**
   * Returns the spectrogram before it is turned into decibels.
   *
   * @return its options
   */
  public MelSpectrogram mel() {
    return mel;
  }

  /**
   * Returns the level.
   *
   * @return its options
   */
  public Decibels decibels() {
    return decibels;
  }

  /**
   * Returns the number of frames of a vector.
   *
   * @return at least 1
   */
  public int stackedFrames() {
    return stacked;
  }

  /**
   * Returns the size of a vector.
   *
   * @return {@code stackedFrames * bands}
   */
  public int vectorSize() {
    return Math.multiplyExact(stacked, mel.bands());
  }

  /**
   * Returns the number of vectors of a signal.
   *
   * @param length the number of samples of the signal
   * @return {@code frames - stackedFrames + 1}
   * @throws IllegalArgumentException if the signal has fewer frames than a vector, or the options
   *     do not fit the length
   */
  public int vectors(int length) {
    int frames = mel.frames(length);
    if (frames < stacked) {
      throw new IllegalArgumentException(
          "length: a signal of at least "
              + stacked
              + " frames, got "
              + frames
              + " of "
              + length
              + " samples");
    }
    return frames - stacked + 1;
  }

  /**
   * Returns the log-mel spectrogram of each signal.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal
   * @return {@code [signals, bands, frames]} in dB
   * @throws IllegalArgumentException if the values are no whole signals, one is not finite, or the
   *     options do not fit the length or one another
   */
  public double[] apply(double[] values, int length) {
    return images(length).apply(values);
  }

  /**
   * Returns the log-mel spectrogram of each signal in single precision.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal
   * @return {@code [signals, bands, frames]} in dB, computed in double precision and rounded once
   * @throws IllegalArgumentException if the values are no whole signals, one is not finite, or the
   *     options do not fit the length or one another
   */
  public float[] apply(float[] values, int length) {
    return images(length).apply(values);
  }

  /**
   * Returns the log-mel spectrogram of each channel of a clip.
   *
   * @param clip the clip, of the sample rate of the spectrogram
   * @return {@code [channels, bands, frames]} in dB
   * @throws IllegalArgumentException if the clip has another sample rate or no frame, a sample is
   *     not finite, or the options do not fit the length or one another
   */
  public float[] apply(AudioClip clip) {
    return images(clip.frames()).apply(clip, mel.filters().sampleRate());
  }

  /**
   * Returns the log-mel spectrogram of each signal.
   *
   * @param values the signals, {@code [..., time]}, such as {@code [batch, channels, time]}
   * @return {@code [..., bands, frames]} in dB
   * @throws IllegalArgumentException if the array is empty, a value is not finite, or the options
   *     do not fit the length or one another
   */
  public INDArray apply(INDArray values) {
    return BatchArrays.apply(values, 1, item -> images(item[0]));
  }

  /**
   * Returns the vectors of each signal: vector v holds the bands of frame v, then those of frame v
   * + 1, and so on.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal
   * @return {@code [signals, vectors, vectorSize]} in dB
   * @throws IllegalArgumentException if the values are no whole signals, one is not finite, or the
   *     options do not fit the length or one another
   */
  public double[] vectors(double[] values, int length) {
    return stacks(length).apply(values);
  }

  /**
   * Returns the {@linkplain #vectors(double[], int) vectors} of each signal in single precision.
   *
   * @param values the signals, {@code [signals, length]}
   * @param length the number of samples of a signal
   * @return {@code [signals, vectors, vectorSize]} in dB
   * @throws IllegalArgumentException if the values are no whole signals, one is not finite, or the
   *     options do not fit the length or one another
   */
  public float[] vectors(float[] values, int length) {
    return stacks(length).apply(values);
  }

  /**
   * Returns the {@linkplain #vectors(double[], int) vectors} of each channel of a clip.
   *
   * @param clip the clip, of the sample rate of the spectrogram
   * @return {@code [channels, vectors, vectorSize]} in dB
   * @throws IllegalArgumentException if the clip has another sample rate or too few frames, a
   *     sample is not finite, or the options do not fit the length or one another
   */
  public float[] vectors(AudioClip clip) {
    return stacks(clip.frames()).apply(clip, mel.filters().sampleRate());
  }

  /**
   * Returns the {@linkplain #vectors(double[], int) vectors} of each signal.
   *
   * @param values the signals, {@code [..., time]}
   * @return {@code [..., vectors, vectorSize]} in dB
   * @throws IllegalArgumentException if the array is empty, a value is not finite, or the options
   *     do not fit the length or one another
   */
  public INDArray vectors(INDArray values) {
    return BatchArrays.apply(values, 1, item -> stacks(item[0]));
  }

  private BatchMap images(int length) {
    int[] shape = {mel.bands(), mel.frames(length)};
    return new BatchMap(length, shape, Images::new, mel.parallel());
  }

  private BatchMap stacks(int length) {
    int[] shape = {vectors(length), vectorSize()};
    return new BatchMap(length, shape, Stacks::new, mel.parallel());
  }

  private final class Images implements BatchMap.Function {
    @Override
    public void apply(double[] signal, double[] out, int at) {
      mel.apply(signal, out, at);
      decibels.apply(out, at, mel.bands() * mel.frames(signal.length));
    }

    @Override
    public void apply(float[] values, int from, int length, double[] out) {
      mel.apply(values, from, length, out);
      decibels.apply(out, 0, mel.bands() * mel.frames(length));
    }
  }

  private final class Stacks implements BatchMap.Function {
    private final Images images = new Images();

    @Override
    public void apply(double[] signal, double[] out, int at) {
      double[] image = new double[mel.bands() * mel.frames(signal.length)];
      images.apply(signal, image, 0);
      stack(image, out, at);
    }

    @Override
    public void apply(float[] values, int from, int length, double[] out) {
      double[] image = new double[mel.bands() * mel.frames(length)];
      images.apply(values, from, length, image);
      stack(image, out, 0);
    }
  }

  private void stack(double[] image, double[] out, int at) {
    int bands = mel.bands();
    int frames = image.length / bands;
    int place = at;
    for (int v = 0; v <= frames - stacked; v++) {
      for (int t = v; t < v + stacked; t++) {
        for (int b = 0; b < bands; b++) {
          out[place++] = image[b * frames + t];
        }
      }
    }
  }

  /** Returns all options but the threads: what computes the same says the same. */
  @Override
  public String toString() {
    return "LogMel[" + mel + ", " + decibels + ", stackedFrames=" + stacked + "]";
  }
}
