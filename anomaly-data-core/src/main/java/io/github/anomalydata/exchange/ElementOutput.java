package io.github.anomalydata.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Writes elements to a stream through one buffer. */
final class ElementOutput {
  private static final int CHUNK = 1 << 17;

  private final OutputStream out;
  private final ByteBuffer buffer;

  ElementOutput(OutputStream out, ByteOrder byteOrder) {
    this.out = out;
    this.buffer = ByteBuffer.allocate(CHUNK).order(byteOrder);
  }

  void write(ElementType type, Object values) throws IOException {
    int size = Elements.length(values);
    for (int done = 0; done < size; ) {
      if (buffer.remaining() < type.bytes()) {
        flush();
      }
      int count = Math.min(size - done, buffer.remaining() / type.bytes());
      Elements.put(buffer, values, done, count);
      buffer.position(buffer.position() + count * type.bytes());
      done += count;
    }
  }

  void flush() throws IOException {
    out.write(buffer.array(), 0, buffer.position());
    buffer.clear();
  }
}
