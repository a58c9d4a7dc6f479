package io.github.anomalydata.exchange;

/** Numbers of 16 bits: 1 sign bit, 5 exponent bits, 10 fraction bits. */
final class Half {
  private Half() {}

  /** Returns the same number as a {@code float}, which holds every one of them exactly. */
  static float toFloat(short bits) {
    int sign = (bits & 0x8000) << 16;
    int exponent = (bits >> 10) & 0x1F;
    int fraction = bits & 0x3FF;
    if (exponent == 0) {
      float magnitude = fraction * 0x1p-24f;
      return sign == 0 ? magnitude : -magnitude;
    }
    int wide = exponent == 0x1F ? 0xFF : exponent + (127 - 15);
    return Float.intBitsToFloat(sign | (wide << 23) | (fraction << 13));
  }
}
