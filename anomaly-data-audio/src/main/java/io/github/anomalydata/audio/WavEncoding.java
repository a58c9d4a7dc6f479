package io.github.anomalydata.audio;

/** How a WAV file stores a sample, and how that becomes a float. */
public enum WavEncoding {
  /**
   * Integers of {@code b} bytes, 1 to 8: unsigned with offset 128 if {@code b} is 1, else signed.
   * The value is the integer divided by {@code 2^(8b - 1)}, so that it lies in {@code [-1, 1)}. A
   * depth that fills no whole byte, such as 12 or 20 bits, is left-justified in its bytes, as the
   * format demands, and needs no other divisor.
   */
  PCM,

  /** IEEE 754 numbers of 32 or 64 bits, taken as they are; NaN and infinity too. */
  FLOAT,

  /** ITU-T G.711 A-law, 8 bits; the value is the 16-bit integer it stands for over 32768. */
  A_LAW,

  /** ITU-T G.711 mu-law, 8 bits; the value is the 16-bit integer it stands for over 32768. */
  MU_LAW
}
