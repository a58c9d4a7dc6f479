package io.github.anomalydata.audio;

import io.github.anomalydata.data.DataFileException;
import io.github.anomalydata.internal.io.InputFile;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An open WAV file: what its header says, and samples of any range of frames, which are read from
 * their place without the rest.
 *
 * <p>Read are RIFF, RIFX (big-endian), RF64 and BW64 (beyond 4 GB) files in every {@link
 * WavEncoding}, plain or as WAVE_FORMAT_EXTENSIBLE, with any number of channels and any other
 * chunks. Floats are those that libsndfile gives (Python: {@code soundfile.read(path,
 * dtype="float32")}), and of depths it does not know, those that scipy's integers stand for. Where
 * the two disagree, that is for 24 bits in 4 bytes of plain PCM, scipy is followed.
 *
 * <p>A header is believed only as far as the file bears it out: no memory is allocated for samples
 * that are not there. Compressed formats such as ADPCM are refused.
 *
 * <p>Threads may share a file. Interrupting one that reads closes it, as it does every {@link
 * FileChannel}.
 *
 * @see <a href="https://www.mmsp.ece.mcgill.ca/Documents/AudioFormats/WAVE/WAVE.html">P. Kabal:
 *     Audio file format specifications, WAVE</a>
 * @see <a href="https://www.itu.int/rec/R-REC-BS.2088">ITU-R BS.2088: RF64 and BW64</a>
 */
public final class WavFile implements Closeable {
  private static final Logger LOGGER = LoggerFactory.getLogger(WavFile.class);
  private static final int BUFFER_BYTES = 1 << 16;

  /** The longest array that every JVM can make. */
  private static final int MAX_SAMPLES = Integer.MAX_VALUE - 8;

  private final FileChannel channel;
  private final String file;
  private final WavHeader header;
  private final SampleDecoder decoder;

  private WavFile(FileChannel channel, String file, WavHeader header) {
    this.channel = channel;
    this.file = file;
    this.header = header;
    this.decoder = SampleDecoder.of(header.format());
  }

  /**
   * Opens a file, which must be whole.
   *
   * @param path the file
   * @return the file, to be closed
   * @throws DataFileException if the file is no WAV file, its encoding is none of {@link
   *     WavEncoding}, its header contradicts itself, or it is {@linkplain Truncation truncated}
   * @throws IOException if the file cannot be read
   */
  public static WavFile open(Path path) throws IOException {
    return open(path, Truncation.REFUSE);
  }

  /**
   * Opens a file.
   *
   * @param path the file
   * @param truncation what to do if the file holds less than its header says
   * @return the file, to be closed
   * @throws DataFileException if the file is no WAV file, its encoding is none of {@link
   *     WavEncoding}, its header contradicts itself, or it is truncated and that is refused
   * @throws IOException if the file cannot be read
   */
  public static WavFile open(Path path, Truncation truncation) throws IOException {
    String file = path.toString();
    FileChannel channel = FileChannel.open(InputFile.of(path));
    try {
      WavHeader header = new WavHeaderReader(channel, file, truncation).read();
      if (header.missingBytes() > 0) {
        LOGGER.warn(
            "{}: {} of {} bytes of samples are missing; {} frames are there",
            file,
            header.missingBytes(),
            header.claimed(),
            header.frames());
      }
      return new WavFile(channel, file, header);
    } catch (IOException | RuntimeException | Error e) {
      try {
        channel.close();
      } catch (IOException suppressed) {
        e.addSuppressed(suppressed);
      }
      throw e;
    }
  }

  /**
   * Returns the number of frames a second.
   *
   * @return the rate in Hz
   */
  public int sampleRate() {
    return header.format().sampleRate();
  }

  /**
   * Returns the number of channels.
   *
   * @return at least 1
   */
  public int channels() {
    return header.format().channels();
  }

  /**
   * Returns the number of whole frames that the file holds.
   *
   * @return at least 0
   */
  public long frames() {
    return header.frames();
  }

  /**
   * Returns how samples are stored.
   *
   * @return the encoding
   */
  public WavEncoding encoding() {
    return header.format().encoding();
  }

  /**
   * Returns how many bits of a sample count.
   *
   * @return such as 16; with an odd depth less than {@code 8 * bytesPerSample()}
   */
  public int bits() {
    return header.format().bits();
  }

  /**
   * Returns how many bytes a sample takes.
   *
   * @return from 1 to 8
   */
  public int bytesPerSample() {
    return header.format().bytes();
  }

  /**
   * Returns how many bytes of samples the header promises beyond the whole frames that are there.
   *
   * @return 0 unless the file is truncated and that was {@linkplain Truncation#KEEP allowed}
   */
  public long missingBytes() {
    return header.missingBytes();
  }

  /**
   * Reads the whole file.
   *
   * @param channels which channels
   * @return the clip
   * @throws IllegalArgumentException if {@code channels} names one that the file lacks, or there
   *     are more samples than an array can hold
   * @throws DataFileException if the file became shorter since it was opened
   * @throws IOException if the file cannot be read
   */
  public AudioClip read(Channels channels) throws IOException {
    if (frames() > MAX_SAMPLES) {
      throw new IllegalArgumentException(
          "frames: at most " + MAX_SAMPLES + " in one clip, got " + frames());
    }
    return read(0, (int) frames(), channels);
  }

  /**
   * Reads a range of frames, and nothing else.
   *
   * @param from the first frame
   * @param frames how many; may be 0
   * @param channels which channels
   * @return the clip
   * @throws IllegalArgumentException if the range is not within the file, {@code channels} names
   *     one that the file lacks, or there are more samples than an array can hold
   * @throws DataFileException if the file became shorter since it was opened
   * @throws IOException if the file cannot be read
   */
  public AudioClip read(long from, int frames, Channels channels) throws IOException {
    if (from < 0 || frames < 0 || from > frames() - frames) {
      throw new IllegalArgumentException(
          "from, frames: within the " + frames() + " of the file, got " + from + ", " + frames);
    }
    int[] indices = channels.indices(channels());
    int rows = channels.isMean() ? 1 : indices.length;
    if ((long) rows * frames > MAX_SAMPLES) {
      throw new IllegalArgumentException(
          "frames: at most " + MAX_SAMPLES / rows + " in one clip, got " + frames);
    }
    float[] samples = new float[rows * frames];
    int frameBytes = header.format().frameBytes();
    int most = Math.min(frames, Math.max(1, BUFFER_BYTES / frameBytes));
    ByteBuffer buffer = ByteBuffer.allocate(most * frameBytes).order(header.format().order());
    ChannelMean mean = new ChannelMean(channels.isMean() ? most : 0);
    for (int done = 0; done < frames; ) {
      int count = Math.min(most, frames - done);
      buffer.clear().limit(count * frameBytes);
      fill(channel, file, header.start() + (from + done) * frameBytes, buffer);
      if (channels.isMean()) {
        mean.decode(decoder, buffer, header.format(), samples, done, count);
      } else {
        for (int row = 0; row < rows; row++) {
          int first = indices[row] * bytesPerSample();
          decoder.decode(buffer, first, frameBytes, samples, row * frames + done, count);
        }
      }
      done += count;
    }
    return new AudioClip(samples, rows, frames, sampleRate());
  }

  /** Fills a buffer from a place of a file. */
  static void fill(FileChannel channel, String file, long at, ByteBuffer buffer)
      throws IOException {
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, at + buffer.position()) < 0) {
        throw new DataFileException(
            file,
            "byte " + (at + buffer.position()),
            buffer.remaining() + " more bytes",
            "the end of the file");
      }
    }
  }

  /**
   * Closes the file.
   *
   * @throws IOException if it cannot be closed
   */
  @Override
  public void close() throws IOException {
    channel.close();
  }

  @Override
  public String toString() {
    return "WavFile["
        + file
        + ", "
        + channels()
        + " channels, "
        + frames()
        + " frames, "
        + sampleRate()
        + " Hz, "
        + encoding()
        + " "
        + bits()
        + " bits]";
  }
}
