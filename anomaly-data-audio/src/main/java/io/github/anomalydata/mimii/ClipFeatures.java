package io.github.anomalydata.mimii;

import io.github.anomalydata.audio.Channels;
import io.github.anomalydata.audio.spectral.LogMel;
import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.data.Source;
import io.github.anomalydata.internal.Require;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a model sees of a recording: its sound, a mel spectrogram as an image, or vectors of
 * consecutive frames of it. Immutable.
 *
 * <p>All recordings have to be of the sample rate of the features, unless they are to be
 * {@linkplain #with(OtherRate) resampled}, and as long as the first one: to pad or cut them would
 * change what a model learns.
 */
public final class ClipFeatures {
  private static final int MIMII_RATE = 16_000;

  /** The shapes of features. */
  enum Kind {
    WAVEFORM,
    IMAGE,
    VECTORS
  }

  private final Kind kind;
  private final LogMel logMel;
  private final Channels channels;
  private final int sampleRate;
  private final OtherRate otherRate;
  private final @Nullable FeatureCache cache;

  private ClipFeatures(
      Kind kind,
      LogMel logMel,
      Channels channels,
      int sampleRate,
      OtherRate otherRate,
      @Nullable FeatureCache cache) {
    this.kind = kind;
    this.logMel = logMel;
    this.channels = channels;
    this.sampleRate = sampleRate;
    this.otherRate = otherRate;
    this.cache = cache;
  }

  /**
   * Takes the sound: one sample {@code [channels, time]} for each recording, at 16 kHz.
   *
   * @return the features of channel 0
   */
  public static ClipFeatures waveform() {
    return waveform(MIMII_RATE);
  }

  /**
   * Takes the sound at another sample rate.
   *
   * @param sampleRate the rate all recordings have, in Hz, at least 1
   * @return the features of channel 0
   * @throws IllegalArgumentException if the rate is below 1
   */
  public static ClipFeatures waveform(int sampleRate) {
    return new ClipFeatures(
        Kind.WAVEFORM,
        LogMel.mimii2019(),
        Channels.of(0),
        Require.atLeast("sampleRate", sampleRate, 1),
        OtherRate.REFUSED,
        null);
  }

  /**
   * Takes spectrograms: one sample {@code [channels, bands, frames]} for each recording.
   *
   * @param logMel how they are computed, which tells the sample rate
   * @return the features of channel 0, as images of one channel
   * @throws IllegalArgumentException if its sample rate is not whole
   */
  public static ClipFeatures images(LogMel logMel) {
    return new ClipFeatures(
        Kind.IMAGE, logMel, Channels.of(0), rate(logMel), OtherRate.REFUSED, null);
  }

  /**
   * Takes vectors of consecutive frames of a spectrogram, as the published baselines do: for each
   * recording as many samples {@code [stackedFrames * bands]} as there are such runs of frames. The
   * spectrograms of all recordings are kept in memory once they are read: 80 kB for 10 s of MIMII.
   *
   * @param logMel how they are computed, such as {@link LogMel#mimii2019()} for vectors of 320 and
   *     309 of them in 10 s; it tells the sample rate
   * @return the features of channel 0
   * @throws IllegalArgumentException if its sample rate is not whole
   */
  public static ClipFeatures vectors(LogMel logMel) {
    return new ClipFeatures(
        Kind.VECTORS, logMel, Channels.of(0), rate(logMel), OtherRate.REFUSED, null);
  }

  private static int rate(LogMel logMel) {
    double rate = logMel.mel().filters().sampleRate();
    if (rate != (int) rate) {
      throw new IllegalArgumentException("sampleRate: whole, as that of files is, got " + rate);
    }
    return (int) rate;
  }

  /**
   * Returns the features of other channels; by default of channel 0, as the baselines do.
   *
   * @param newChannels the channels; for vectors a single one, or the mean
   * @return the features
   */
  public ClipFeatures with(Channels newChannels) {
    return new ClipFeatures(kind, logMel, newChannels, sampleRate, otherRate, cache);
  }

  /**
   * Returns the features with a rule for recordings of another sample rate; by default they are
   * {@link OtherRate#REFUSED}.
   *
   * @param newOtherRate the rule
   * @return the features
   */
  public ClipFeatures with(OtherRate newOtherRate) {
    return new ClipFeatures(kind, logMel, channels, sampleRate, newOtherRate, cache);
  }

  /**
   * Returns the features with a cache for what is computed.
   *
   * @param newCache the cache
   * @return the features
   */
  public ClipFeatures with(FeatureCache newCache) {
    return new ClipFeatures(kind, logMel, channels, sampleRate, otherRate, newCache);
  }

  /**
   * Returns the features of recordings.
   *
   * @param recordings the recordings
   * @param target what a model is to predict of them
   * @return the samples, in the order of the recordings; the group of each is that of its
   *     recording, so that splits keep the vectors of a recording together, and the same stretch of
   *     sound at every SNR
   * @throws IllegalArgumentException if the channels are not in the first recording or are several
   *     for vectors, a recording without a label needs one, or recordings are too short
   * @throws DataFileException if the first recording is no WAV file, is empty, or has another
   *     sample rate and that is refused
   * @throws IOException if the first recording cannot be read
   */
  public Source over(Recordings recordings, ClipTarget target) throws IOException {
    target.require(recordings);
    ClipLoader loader = ClipLoader.open(this, recordings.list().get(0).file());
    return kind == Kind.VECTORS
        ? new VectorSource(this, recordings, target, loader)
        : new ClipSource(this, recordings, target, loader);
  }

  Kind kind() {
    return kind;
  }

  LogMel logMel() {
    return logMel;
  }

  Channels channels() {
    return channels;
  }

  int sampleRate() {
    return sampleRate;
  }

  OtherRate otherRate() {
    return otherRate;
  }

  Optional<FeatureCache> cache() {
    return Optional.ofNullable(cache);
  }

  /**
   * Returns all options but the cache: what computes the same says the same.
   *
   * @return the options
   */
  @Override
  public String toString() {
    String what = kind == Kind.WAVEFORM ? "" : ", " + logMel;
    return "ClipFeatures["
        + kind
        + ", "
        + channels
        + ", "
        + sampleRate
        + " Hz, others "
        + otherRate
        + what
        + "]";
  }
}
