package io.github.anomalydata.audio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.anomalydata.internal.io.AtomicFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Writes WAV files: RIFF, little-endian, with nothing but what the samples need, so that the same
 * clip gives the same bytes. Immutable.
 */
public final class WavWriter {
  private static final WavWriter DEFAULT = new WavWriter(SampleFormat.PCM16);
  private static final int FRAME_BYTES_LIMIT = 0xFFFF;
  private static final int BUFFER_BYTES = 1 << 16;
  private static final long SIZE_LIMIT = 0xFFFF_FFFFL;

  private final SampleFormat format;

  private WavWriter(SampleFormat format) {
    this.format = format;
  }

  /**
   * Returns a writer of {@linkplain #with(SampleFormat) samples} as {@link SampleFormat#PCM16}.
   *
   * @return the writer
   */
  public static WavWriter withDefaults() {
    return DEFAULT;
  }

  /**
   * Returns a writer of another format.
   *
   * @param format how samples are stored
   * @return the writer
   */
  public WavWriter with(SampleFormat format) {
    return new WavWriter(format);
  }

  /**
   * Writes a file.
   *
   * @param path the file, replaced once the new one is whole; on failure it stays as it was
   * @param clip what to write
   * @return how many samples were clipped; 0 for {@link SampleFormat#FLOAT32}
   * @throws IllegalArgumentException if a sample is NaN or infinite, or the clip has more channels,
   *     a higher rate or more samples than the fields of a WAV file can tell
   * @throws IOException if the file cannot be written
   */
  public long write(Path path, AudioClip clip) throws IOException {
    byte[] header = header(clip);
    requireFinite(clip);
    AtomicFile.write(path, out -> write(out, header, clip));
    return clipped(clip);
  }

  /**
   * Writes to a stream, which stays open and is not flushed.
   *
   * @param out the stream
   * @param clip what to write
   * @return how many samples were clipped; 0 for {@link SampleFormat#FLOAT32}
   * @throws IllegalArgumentException if a sample is NaN or infinite, or the clip has more channels,
   *     a higher rate or more samples than the fields of a WAV file can tell; nothing is written
   *     then
   * @throws IOException if the stream cannot be written
   */
  public long write(OutputStream out, AudioClip clip) throws IOException {
    byte[] header = header(clip);
    requireFinite(clip);
    write(out, header, clip);
    return clipped(clip);
  }

  private int sampleBytes() {
    return format == SampleFormat.PCM16 ? Short.BYTES : Float.BYTES;
  }

  private byte[] header(AudioClip clip) {
    boolean pcm = format == SampleFormat.PCM16;
    int bytes = sampleBytes();
    // What is not PCM must have a fact chunk, and the size of its extension, which is empty.
    int fmtLength = pcm ? 16 : 18;
    int length = 12 + 8 + fmtLength + (pcm ? 0 : 12) + 8;
    long frameBytes = (long) clip.channels() * bytes;
    long dataLength = frameBytes * clip.frames();
    if (frameBytes > FRAME_BYTES_LIMIT) {
      throw new IllegalArgumentException(
          "channels: at most " + FRAME_BYTES_LIMIT / bytes + ", got " + clip.channels());
    }
    if (frameBytes * clip.sampleRate() > SIZE_LIMIT) {
      throw new IllegalArgumentException(
          "sampleRate: at most " + SIZE_LIMIT / frameBytes + " Hz, got " + clip.sampleRate());
    }
    if (dataLength + length - 8 > SIZE_LIMIT) {
      throw new IllegalArgumentException(
          "frames: less than 4 GiB of samples, got " + dataLength + " bytes");
    }
    ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    chunk(header, "RIFF", dataLength + length - 8).put("WAVE".getBytes(ISO_8859_1));
    chunk(header, "fmt ", fmtLength)
        .putShort((short) (pcm ? 1 : 3))
        .putShort((short) clip.channels())
        .putInt(clip.sampleRate())
        .putInt((int) (frameBytes * clip.sampleRate()))
        .putShort((short) frameBytes)
        .putShort((short) (8 * bytes));
    if (!pcm) {
      header.putShort((short) 0);
      chunk(header, "fact", 4).putInt(clip.frames());
    }
    chunk(header, "data", dataLength);
    return header.array();
  }

  private static ByteBuffer chunk(ByteBuffer header, String id, long length) {
    return header.put(id.getBytes(ISO_8859_1)).putInt((int) length);
  }

  private static void requireFinite(AudioClip clip) {
    float[] samples = clip.shared();
    for (int i = 0; i < samples.length; i++) {
      if (!Float.isFinite(samples[i])) {
        throw new IllegalArgumentException(
            "clip: finite samples, got "
                + samples[i]
                + " at frame "
                + i % clip.frames()
                + " of channel "
                + i / clip.frames());
      }
    }
  }

  private void write(OutputStream out, byte[] header, AudioClip clip) throws IOException {
    out.write(header);
    float[] samples = clip.shared();
    int channels = clip.channels();
    int most = Math.max(1, BUFFER_BYTES / (channels * sampleBytes()));
    ByteBuffer buffer =
        ByteBuffer.allocate(Math.min(most, clip.frames()) * channels * sampleBytes())
            .order(ByteOrder.LITTLE_ENDIAN);
    for (int frame = 0; frame < clip.frames(); frame++) {
      for (int channel = 0; channel < channels; channel++) {
        float sample = samples[channel * clip.frames() + frame];
        if (format == SampleFormat.PCM16) {
          buffer.putShort((short) Math.max(-32768, Math.min(32767, scaled(sample))));
        } else {
          buffer.putFloat(sample);
        }
      }
      if (!buffer.hasRemaining() || frame == clip.frames() - 1) {
        out.write(buffer.array(), 0, buffer.position());
        buffer.clear();
      }
    }
  }

  private static double scaled(float sample) {
    return Math.rint(sample * 32768.0);
  }

  private long clipped(AudioClip clip) {
    long count = 0;
    if (format == SampleFormat.PCM16) {
      for (float sample : clip.shared()) {
        double value = scaled(sample);
        count += value < -32768 || value > 32767 ? 1 : 0;
      }
    }
    return count;
  }
}
