package io.github.anomalydata.mimii;

import io.github.anomalydata.audio.AudioClip;
import io.github.anomalydata.audio.Resampler;
import io.github.anomalydata.audio.WavFile;
import io.github.anomalydata.data.DataFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reads recordings of one shape: that of the first. Safe for use by several threads. */
final class ClipLoader {
  /** How many times longer than what is in the file a recording may become. */
  private static final int MAX_STRETCH = 8;

  private final ClipFeatures features;
  private final int channels;
  private final int frames;
  private final String parameters;
  private final Map<Integer, Resampler> resamplers = new ConcurrentHashMap<>();

  private ClipLoader(ClipFeatures features, int channels, int frames) {
    this.features = features;
    this.channels = channels;
    this.frames = frames;
    // Images and vectors are computed alike and share what is in the cache.
    this.parameters =
        (features.kind() == ClipFeatures.Kind.WAVEFORM ? "waveform" : features.logMel().toString())
            + "\n"
            + features.channels()
            + " "
            + channels
            + "\n"
            + features.sampleRate()
            + " "
            + features.otherRate()
            + "\n"
            + frames;
  }

  static ClipLoader open(ClipFeatures features, Path first) throws IOException {
    try (WavFile wav = WavFile.open(first)) {
      int frames = frames(wav, first, resampler(features, wav, first));
      if (frames < 1) {
        throw new DataFileException(first, "", "at least 1 frame", "none");
      }
      int channels = wav.read(0, 0, features.channels()).channels();
      return new ClipLoader(features, channels, frames);
    }
  }

  private static Resampler resampler(ClipFeatures features, WavFile wav, Path file)
      throws DataFileException {
    int rate = features.sampleRate();
    String rule = "a sample rate of " + rate + " Hz";
    if (wav.sampleRate() != rate && features.otherRate() == OtherRate.REFUSED) {
      throw otherRate(wav, file, rule);
    }
    if ((long) MAX_STRETCH * wav.sampleRate() < rate) {
      throw otherRate(wav, file, rule + " or at least an eighth of it");
    }
    try {
      return Resampler.of(wav.sampleRate(), rate);
    } catch (IllegalArgumentException e) {
      throw otherRate(wav, file, rule + " or one that can be brought to it");
    }
  }

  private static DataFileException otherRate(WavFile wav, Path file, String rule) {
    return new DataFileException(file, "", rule, wav.sampleRate() + " Hz");
  }

  /** Returns the number of frames that a file has at the sample rate of the features. */
  private static int frames(WavFile wav, Path file, Resampler resampler) throws DataFileException {
    try {
      return resampler.length(Math.toIntExact(wav.frames()));
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw new DataFileException(
          file, "", "sound that fits in an array", wav.frames() + " frames");
    }
  }

  /** Returns the number of channels that are taken. */
  int channels() {
    return channels;
  }

  /** Returns the number of frames of each recording, at the sample rate of the features. */
  int frames() {
    return frames;
  }

  /**
   * Returns the samples {@code [channels, time]} or the images {@code [channels, bands, frames]}.
   */
  float[] load(Path file) throws IOException {
    FeatureCache cache = features.cache().orElse(null);
    return cache == null ? compute(file) : cache.get(file, parameters, () -> compute(file));
  }

  private float[] compute(Path file) throws IOException {
    try (WavFile wav = WavFile.open(file)) {
      Resampler resampler = resamplers.get(wav.sampleRate());
      if (resampler == null) {
        resampler = resampler(features, wav, file);
        resamplers.put(wav.sampleRate(), resampler);
      }
      // Checked before anything is read: a wrong file may be a large one.
      if (frames(wav, file, resampler) != frames) {
        throw new DataFileException(
            file,
            "",
            frames + " frames, as the first recording has",
            wav.frames() + " frames at " + wav.sampleRate() + " Hz");
      }
      AudioClip clip = read(wav, file);
      try {
        return features(wav.sampleRate() == features.sampleRate() ? clip : resampler.apply(clip));
      } catch (IllegalArgumentException e) {
        // The options fit every recording of this shape: it is a sample that does not.
        throw new DataFileException(
            file, "", "sound that has a spectrum", String.valueOf(e.getMessage()));
      }
    }
  }

  private AudioClip read(WavFile wav, Path file) throws IOException {
    AudioClip clip;
    try {
      clip = wav.read(features.channels());
    } catch (IllegalArgumentException e) {
      throw new DataFileException(
          file,
          "",
          features.channels() + ", as in the first recording",
          String.valueOf(e.getMessage()));
    }
    if (clip.channels() != channels) {
      throw new DataFileException(
          file,
          "",
          channels + " channels, as the first recording has",
          String.valueOf(clip.channels()));
    }
    return clip;
  }

  private float[] features(AudioClip clip) {
    return features.kind() == ClipFeatures.Kind.WAVEFORM
        ? clip.samples()
        : features.logMel().apply(clip);
  }
}
