package io.github.anomalydata.audio;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.anomalydata.data.DataFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Walks the chunks of a WAV file up to its samples. The size of the whole that the first chunk
 * gives, and the {@code fact} chunk, are not read: recorders leave them wrong, and nothing needs
 * them.
 */
final class WavHeaderReader {
  private static final int CHUNK_HEAD = 8;

  /** A file of nothing but empty chunks is not walked for minutes. */
  private static final int MAX_CHUNKS = 10_000;

  private static final int DS64_LENGTH = 28;
  private static final long UNKNOWN = 0xFFFF_FFFFL;

  private final FileChannel channel;
  private final String file;
  private final long size;
  private final Truncation truncation;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private @Nullable WavFormat format;
  private long longDataSize = -1;

  WavHeaderReader(FileChannel channel, String file, Truncation truncation) throws IOException {
    this.channel = channel;
    this.file = file;
    this.size = channel.size();
    this.truncation = truncation;
  }

  WavHeader read() throws IOException {
    ByteBuffer riff = bytes(0, 12, "the header of a RIFF file");
    String kind = id(riff, 0);
    switch (kind) {
      case "RIFF", "RF64", "BW64" -> order = ByteOrder.LITTLE_ENDIAN;
      case "RIFX" -> order = ByteOrder.BIG_ENDIAN;
      default -> throw error(0, "RIFF, RIFX, RF64 or BW64", quote(kind));
    }
    if (!id(riff, 8).equals("WAVE")) {
      throw error(8, "WAVE", quote(id(riff, 8)));
    }
    boolean large = kind.equals("RF64") || kind.equals("BW64");
    long at = riff.capacity();
    for (int i = 0; i < MAX_CHUNKS; i++) {
      ByteBuffer head = bytes(at, CHUNK_HEAD, "a data chunk");
      String id = id(head, 0);
      long length = head.getInt(4) & 0xFFFF_FFFFL;
      long body = at + CHUNK_HEAD;
      if (id.equals("data")) {
        return data(body, large && length == UNKNOWN ? longDataSize(at) : length);
      }
      if (length > size - body) {
        throw error(
            at + 4,
            "a chunk " + quote(id) + " of at most " + (size - body) + " bytes",
            length + " in its header");
      }
      if (id.equals("fmt ")) {
        if (format != null) {
          throw error(at, "one fmt chunk", "a second one");
        }
        format = new WavFormatReader(file, body, fmt(body, length)).read();
      } else if (large && id.equals("ds64")) {
        longDataSize = ds64(body, length);
      }
      at = body + length + (length & 1);
    }
    throw error(at, "a data chunk after at most " + MAX_CHUNKS + " others", "more of them");
  }

  private ByteBuffer fmt(long body, long length) throws IOException {
    if (length < WavFormatReader.LENGTH) {
      throw error(
          body - 4, "a fmt chunk of at least " + WavFormatReader.LENGTH + " bytes", "" + length);
    }
    int read = (int) Math.min(length, WavFormatReader.EXTENSIBLE_LENGTH);
    return bytes(body, read, "a fmt chunk");
  }

  private long ds64(long body, long length) throws IOException {
    if (length < DS64_LENGTH) {
      throw error(body - 4, "a ds64 chunk of at least " + DS64_LENGTH + " bytes", "" + length);
    }
    long claimed = bytes(body, DS64_LENGTH, "a ds64 chunk").getLong(8);
    if (claimed < 0) {
      throw error(body + 8, "a data size of less than 2^63 bytes", Long.toUnsignedString(claimed));
    }
    return claimed;
  }

  private long longDataSize(long at) throws IOException {
    if (longDataSize < 0) {
      throw error(at, "a ds64 chunk before the data chunk", "none");
    }
    return longDataSize;
  }

  private WavHeader data(long body, long claimed) throws IOException {
    if (format == null) {
      throw error(body - CHUNK_HEAD, "a fmt chunk before the data chunk", "none");
    }
    long present = Math.min(claimed, size - body);
    int frameBytes = format.frameBytes();
    if (truncation == Truncation.REFUSE) {
      if (present < claimed) {
        throw error(body, claimed + " bytes of samples", present + " to the end of the file");
      }
      if (claimed % frameBytes != 0) {
        throw error(body - 4, "a multiple of frames of " + frameBytes + " bytes", claimed + "");
      }
    }
    return new WavHeader(format, body, present / frameBytes, claimed);
  }

  private ByteBuffer bytes(long at, int count, String rule) throws IOException {
    if (count > size - at) {
      throw error(Math.min(at, size), rule, "the end of the file");
    }
    ByteBuffer buffer = ByteBuffer.allocate(count).order(order);
    WavFile.fill(channel, file, at, buffer);
    return buffer;
  }

  private static String id(ByteBuffer bytes, int at) {
    byte[] id = new byte[4];
    bytes.get(at, id);
    return new String(id, ISO_8859_1);
  }

  private static String quote(String id) {
    boolean printable = id.chars().allMatch(c -> c >= ' ' && c <= '~');
    return printable ? '"' + id + '"' : "0x" + HexFormat.of().formatHex(id.getBytes(ISO_8859_1));
  }

  private DataFileException error(long at, String rule, String found) {
    return new DataFileException(file, "byte " + at, rule, found);
  }
}
