package io.github.anomalydata.image;

import io.github.anomalydata.data.DataFileException;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** Decompresses the pixels of a PNG file, chunk after chunk. */
final class PngInflater implements AutoCloseable {
  private final FileBytes file;
  private final List<PngImage.Chunk> chunks;
  private final Inflater inflater = new Inflater();
  private int next;

  PngInflater(FileBytes file, List<PngImage.Chunk> chunks) {
    this.file = file;
    this.chunks = chunks;
  }

  /** Fills an array. */
  void read(byte[] bytes) throws DataFileException {
    if (inflate(bytes) < bytes.length) {
      throw bad("more compressed pixels", "their end");
    }
  }

  /** Refuses pixels whose checksum is wrong. */
  void requireEnd() throws DataFileException {
    if (inflate(new byte[1]) > 0 || !inflater.finished()) {
      throw bad("the end of the compressed pixels and their checksum", "something else");
    }
  }

  private int inflate(byte[] bytes) throws DataFileException {
    int done = 0;
    try {
      while (done < bytes.length && !inflater.finished()) {
        int count = inflater.inflate(bytes, done, bytes.length - done);
        done += count;
        if (count == 0) {
          if (inflater.needsDictionary() || (inflater.needsInput() && next == chunks.size())) {
            return done;
          }
          if (inflater.needsInput()) {
            PngImage.Chunk chunk = chunks.get(next++);
            inflater.setInput(file.array(), chunk.at(), chunk.length());
          }
        }
      }
      return done;
    } catch (DataFormatException e) {
      throw bad("pixels compressed with Deflate", String.valueOf(e.getMessage()));
    }
  }

  DataFileException bad(String rule, Object found) {
    PngImage.Chunk chunk = chunks.get(Math.max(0, next - 1));
    return file.bad(chunk.at() + (long) chunk.length() - inflater.getRemaining(), rule, found);
  }

  @Override
  public void close() {
    inflater.end();
  }
}
