package io.github.anomalydata.mimii;

import io.github.anomalydata.audio.AudioClip;
import io.github.anomalydata.audio.WavFile;
import io.github.anomalydata.data.DataFileException;
import java.io.IOException;
import java.nio.file.Path;

/** Reads recordings of one shape: that of the first. Safe for use by several threads. */
final class ClipLoader {
  private final ClipFeatures features;
  private final int channels;
  private final int frames;
  private final String parameters;

  private ClipLoader(ClipFeatures features, int channels, int frames) {
    this.features = features;
    this.channels = channels;
    this.frames = frames;
    // Images and vectors are computed alike and share what is in the cache.
    this.parameters =
        (features.kind() == ClipFeatures.Kind.WAVEFORM ? "waveform" : features.logMel().toString())
            + "\n"
            + features.channels()
            + "\n"
            + features.sampleRate()
            + "\n"
            + frames;
  }

  static ClipLoader open(ClipFeatures features, Path first) throws IOException {
    try (WavFile wav = WavFile.open(first)) {
      requireRate(wav, first, features.sampleRate());
      if (wav.frames() < 1 || wav.frames() > Integer.MAX_VALUE) {
        throw new DataFileException(
            first, "", "1 to " + Integer.MAX_VALUE + " frames", String.valueOf(wav.frames()));
      }
      int channels = wav.read(0, 0, features.channels()).channels();
      return new ClipLoader(features, channels, (int) wav.frames());
    }
  }

  private static void requireRate(WavFile wav, Path file, int rate) throws DataFileException {
    if (wav.sampleRate() != rate) {
      throw new DataFileException(
          file, "", "a sample rate of " + rate + " Hz", wav.sampleRate() + " Hz");
    }
  }

  /** Returns the number of channels that are taken. */
  int channels() {
    return channels;
  }

  /** Returns the number of frames of each recording. */
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
    AudioClip clip = read(file);
    if (features.kind() == ClipFeatures.Kind.WAVEFORM) {
      return clip.samples();
    }
    try {
      return features.logMel().apply(clip);
    } catch (IllegalArgumentException e) {
      // The options fit every recording of this shape: it is a sample that does not.
      throw new DataFileException(
          file, "", "sound that has a spectrum", String.valueOf(e.getMessage()));
    }
  }

  private AudioClip read(Path file) throws IOException {
    try (WavFile wav = WavFile.open(file)) {
      requireRate(wav, file, features.sampleRate());
      if (wav.frames() != frames) {
        throw new DataFileException(
            file, "", frames + " frames, as the first recording has", wav.frames() + " frames");
      }
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
            file, "", channels + " channels, as the first recording has", clip.channels() + "");
      }
      return clip;
    }
  }
}
