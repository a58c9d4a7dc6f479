package io.github.anomalydata.audio;

import io.github.anomalydata.internal.NdArrays;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.SignalBatches;
import java.util.Arrays;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A piece of sound: samples as floats, {@code [channels, frames]}, and their rate. Full scale is
 * {@code [-1, 1]}; values beyond it, NaN and infinity are kept as they come. Immutable; there is at
 * least one channel, and may be no frame.
 */
public final class AudioClip {
  private final float[] samples;
  private final int channels;
  private final int frames;
  private final int sampleRate;

  /** Creates a clip that takes over the array. */
  AudioClip(float[] samples, int channels, int frames, int sampleRate) {
    this.samples = samples;
    this.channels = channels;
    this.frames = frames;
    this.sampleRate = sampleRate;
  }

  /**
   * Creates a clip.
   *
   * @param samples the samples, channel by channel: {@code samples[channel * frames + frame]};
   *     copied
   * @param channels the number of channels
   * @param sampleRate the number of frames a second, in Hz
   * @return the clip
   * @throws IllegalArgumentException if {@code channels} or {@code sampleRate} is less than 1, or
   *     the number of samples is no multiple of {@code channels}
   */
  public static AudioClip of(float[] samples, int channels, int sampleRate) {
    Require.atLeast("channels", channels, 1);
    Require.atLeast("sampleRate", sampleRate, 1);
    if (samples.length % channels != 0) {
      throw new IllegalArgumentException(
          "samples: a multiple of " + channels + " channels, got " + samples.length);
    }
    return new AudioClip(samples.clone(), channels, samples.length / channels, sampleRate);
  }

  /**
   * Creates a clip.
   *
   * @param samples the samples, {@code [channels, time]} of any floating-point type, strides and
   *     order; copied
   * @param sampleRate the number of frames a second, in Hz
   * @return the clip
   * @throws IllegalArgumentException if {@code samples} has another rank or no element, or {@code
   *     sampleRate} is less than 1
   */
  public static AudioClip of(INDArray samples, int sampleRate) {
    if (samples.rank() != 2 || samples.isEmpty()) {
      throw new IllegalArgumentException(
          "samples: shape [channels, time], got " + Arrays.toString(samples.shape()));
    }
    return of(SignalBatches.floats(samples), Math.toIntExact(samples.size(0)), sampleRate);
  }

  /**
   * Returns the number of channels.
   *
   * @return at least 1
   */
  public int channels() {
    return channels;
  }

  /**
   * Returns the number of frames, each of which holds one sample of every channel.
   *
   * @return at least 0
   */
  public int frames() {
    return frames;
  }

  /**
   * Returns the number of frames a second.
   *
   * @return the rate in Hz
   */
  public int sampleRate() {
    return sampleRate;
  }

  /**
   * Returns the length in time.
   *
   * @return {@code frames / sampleRate}, in seconds
   */
  public double seconds() {
    return (double) frames / sampleRate;
  }

  /**
   * Returns all samples.
   *
   * @return a new array, {@code [channels, frames]} in row-major order
   */
  public float[] samples() {
    return samples.clone();
  }

  /**
   * Returns the samples of one channel.
   *
   * @param channel its index
   * @return a new array of as many samples as there are frames
   * @throws IllegalArgumentException if there is no such channel
   */
  public float[] channel(int channel) {
    if (channel < 0 || channel >= channels) {
      throw new IllegalArgumentException(
          "channel: from 0 to " + (channels - 1) + ", got " + channel);
    }
    return Arrays.copyOfRange(samples, channel * frames, (channel + 1) * frames);
  }

  /**
   * Returns all samples as an array of ND4J.
   *
   * @return a new array of floats, {@code [channels, time]}, in 'c' order and no workspace; for a
   *     clip without frames, an empty one
   */
  public INDArray toNd4j() {
    return frames == 0
        ? Nd4j.create(DataType.FLOAT, channels, 0)
        : NdArrays.of(samples, channels, frames);
  }

  /** Returns the samples themselves, not to be changed. */
  float[] shared() {
    return samples;
  }

  @Override
  public String toString() {
    return "AudioClip[" + channels + " channels, " + frames + " frames, " + sampleRate + " Hz]";
  }
}
