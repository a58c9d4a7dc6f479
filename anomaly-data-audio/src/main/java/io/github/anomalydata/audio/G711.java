package io.github.anomalydata.audio;

/** The two logarithmic codes of ITU-T G.711, as 16-bit integers over 32768. */
final class G711 {
  private static final float SCALE = 0x1p-15f;

  private G711() {}

  static float[] aLaw() {
    float[] values = new float[256];
    for (int code = 0; code < 256; code++) {
      int bits = code ^ 0x55;
      int segment = bits >> 4 & 7;
      int step = (bits & 0xF) << 4;
      int magnitude = segment == 0 ? step + 8 : step + 0x108 << segment - 1;
      values[code] = ((bits & 0x80) != 0 ? magnitude : -magnitude) * SCALE;
    }
    return values;
  }

  static float[] muLaw() {
    float[] values = new float[256];
    for (int code = 0; code < 256; code++) {
      int bits = ~code;
      int magnitude = (((bits & 0xF) << 3) + 0x84 << (bits >> 4 & 7)) - 0x84;
      values[code] = ((bits & 0x80) != 0 ? -magnitude : magnitude) * SCALE;
    }
    return values;
  }
}
