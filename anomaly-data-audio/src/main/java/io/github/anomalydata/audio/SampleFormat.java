package io.github.anomalydata.audio;

/** How {@link WavWriter} stores a sample. */
public enum SampleFormat {
  /**
   * Integers of 16 bits: the sample times 32768, rounded to the nearest integer, halves to the even
   * one, and clipped to {@code [-32768, 32767]}. So what {@link WavFile} read of 16 bits or less is
   * written back without a change, and {@code 1.0} becomes 32767.
   */
  PCM16,

  /** IEEE 754 numbers of 32 bits: the sample as it is, beyond full scale too. */
  FLOAT32
}
