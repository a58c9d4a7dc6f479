package io.github.anomalydata.audio;

import io.github.anomalydata.data.DataFileException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Reads a {@code fmt} chunk. The bytes of a sample follow from the size of a frame, not from the
 * depth, which may be any that fits. The rate in bytes is not read, since nothing needs it.
 */
final class WavFormatReader {
  static final int LENGTH = 16;
  static final int EXTENSIBLE_LENGTH = 40;

  private static final int EXTENSIBLE = 0xFFFE;

  /** What follows the tag in the sub-format of WAVE_FORMAT_EXTENSIBLE: two shorts, eight bytes. */
  private static final int GUID_SHORTS = 0x0000_0010;

  private static final long GUID_BYTES = 0x8000_00AA_0038_9B71L;

  private final String file;
  private final long start;
  private final ByteBuffer chunk;

  /** Creates a reader of a chunk of at least 16 bytes that lies at the given place of a file. */
  WavFormatReader(String file, long start, ByteBuffer chunk) {
    this.file = file;
    this.start = start;
    this.chunk = chunk;
  }

  WavFormat read() throws DataFileException {
    int tag = unsigned(0);
    int channels = unsigned(2);
    long sampleRate = chunk.getInt(4) & 0xFFFF_FFFFL;
    int frameBytes = unsigned(12);
    int depth = unsigned(14);
    int bits = depth;
    int tagAt = 0;
    if (tag == EXTENSIBLE) {
      requireSubFormat();
      int valid = unsigned(18);
      bits = valid >= 1 && valid <= depth ? valid : depth;
      tagAt = 24;
      // Only its lower half can be a tag; a larger one ends up unknown.
      tag = chunk.getInt(tagAt);
    }
    if (channels == 0) {
      throw error(2, "at least 1 channel", "0");
    }
    if (sampleRate < 1 || sampleRate > Integer.MAX_VALUE) {
      throw error(4, "a sample rate from 1 to " + Integer.MAX_VALUE + " Hz", "" + sampleRate);
    }
    if (frameBytes == 0 || frameBytes % channels != 0) {
      throw error(12, "frames of whole bytes for " + channels + " channels", frameBytes + " bytes");
    }
    WavEncoding encoding = encoding(tag, tagAt);
    int bytes = frameBytes / channels;
    requireDepth(encoding, depth, bytes);
    return new WavFormat((int) sampleRate, channels, encoding, bits, bytes, chunk.order());
  }

  private void requireSubFormat() throws DataFileException {
    if (chunk.capacity() < EXTENSIBLE_LENGTH) {
      throw error(-4, "an extensible fmt chunk of 40 bytes", chunk.capacity() + " bytes");
    }
    int shorts = unsigned(28) << 16 | unsigned(30);
    long bytes = chunk.duplicate().order(ByteOrder.BIG_ENDIAN).getLong(32);
    if (shorts != GUID_SHORTS || bytes != GUID_BYTES) {
      throw error(24, "a sub-format that stands for a format tag", "another GUID");
    }
  }

  private WavEncoding encoding(int tag, int at) throws DataFileException {
    return switch (tag) {
      case 1 -> WavEncoding.PCM;
      case 3 -> WavEncoding.FLOAT;
      case 6 -> WavEncoding.A_LAW;
      case 7 -> WavEncoding.MU_LAW;
      default ->
          throw error(
              at,
              "format 1 (PCM), 3 (float), 6 (A-law) or 7 (mu-law)",
              "0x" + Integer.toHexString(tag));
    };
  }

  private void requireDepth(WavEncoding encoding, int depth, int bytes) throws DataFileException {
    boolean fits =
        switch (encoding) {
          case PCM -> depth >= 1 && depth <= 8 * bytes && bytes <= Long.BYTES;
          case FLOAT -> depth == 8 * bytes && (bytes == Float.BYTES || bytes == Double.BYTES);
          case A_LAW, MU_LAW -> depth == 8 && bytes == 1;
        };
    if (!fits) {
      throw error(14, "a depth that " + encoding + " has", depth + " bits in " + bytes + " bytes");
    }
  }

  private int unsigned(int at) {
    return chunk.getShort(at) & 0xFFFF;
  }

  private DataFileException error(int at, String rule, String found) {
    return new DataFileException(file, "byte " + (start + at), rule, found);
  }
}
