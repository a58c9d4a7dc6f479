package io.github.anomalydata.audio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Turns stored samples into floats. */
@FunctionalInterface
interface SampleDecoder {
  /**
   * Decodes samples of one channel.
   *
   * @param in the bytes, in the order of the file
   * @param from the place of the first sample
   * @param step the distance from one sample to the next, in bytes
   * @param out where the floats go
   * @param at the place of the first of them
   * @param count how many
   */
  void decode(ByteBuffer in, int from, int step, float[] out, int at, int count);

  static SampleDecoder of(WavFormat format) {
    return switch (format.encoding()) {
      case A_LAW -> table(G711.aLaw());
      case MU_LAW -> table(G711.muLaw());
      case FLOAT -> format.bytes() == Float.BYTES ? float32() : float64();
      case PCM ->
          switch (format.bytes()) {
            case 1 -> table(unsigned());
            case Short.BYTES -> int16();
            case Integer.BYTES -> int32();
            default -> integer(format.bytes(), format.order());
          };
    };
  }

  private static float[] unsigned() {
    float[] values = new float[256];
    for (int i = 0; i < 256; i++) {
      values[i] = (i - 128) * 0x1p-7f;
    }
    return values;
  }

  private static SampleDecoder table(float[] values) {
    return (in, from, step, out, at, count) -> {
      for (int i = 0; i < count; i++) {
        out[at + i] = values[in.get(from + i * step) & 0xFF];
      }
    };
  }

  private static SampleDecoder int16() {
    return (in, from, step, out, at, count) -> {
      for (int i = 0; i < count; i++) {
        out[at + i] = in.getShort(from + i * step) * 0x1p-15f;
      }
    };
  }

  private static SampleDecoder int32() {
    return (in, from, step, out, at, count) -> {
      for (int i = 0; i < count; i++) {
        out[at + i] = in.getInt(from + i * step) * 0x1p-31f;
      }
    };
  }

  private static SampleDecoder float32() {
    return (in, from, step, out, at, count) -> {
      for (int i = 0; i < count; i++) {
        out[at + i] = in.getFloat(from + i * step);
      }
    };
  }

  private static SampleDecoder float64() {
    return (in, from, step, out, at, count) -> {
      for (int i = 0; i < count; i++) {
        out[at + i] = (float) in.getDouble(from + i * step);
      }
    };
  }

  /** Integers of a width that Java has no type for, from their highest byte down. */
  private static SampleDecoder integer(int bytes, ByteOrder order) {
    boolean big = order == ByteOrder.BIG_ENDIAN;
    int highest = big ? 0 : bytes - 1;
    int down = big ? 1 : -1;
    // A power of two: the one rounding is that of the integer to a float.
    float scale = Math.scalb(1f, 1 - 8 * bytes);
    return (in, from, step, out, at, count) -> {
      for (int i = 0; i < count; i++) {
        int top = from + i * step + highest;
        long value = in.get(top);
        for (int b = 1; b < bytes; b++) {
          value = value << 8 | in.get(top + b * down) & 0xFF;
        }
        out[at + i] = value * scale;
      }
    };
  }
}
