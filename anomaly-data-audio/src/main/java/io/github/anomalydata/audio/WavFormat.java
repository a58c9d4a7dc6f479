package io.github.anomalydata.audio;

import java.nio.ByteOrder;

/**
 * How the samples of a WAV file are stored.
 *
 * @param sampleRate frames a second
 * @param channels samples a frame
 * @param encoding the meaning of the bytes
 * @param bits the bits of a sample that count
 * @param bytes the bytes a sample takes
 * @param order the order of those bytes
 */
record WavFormat(
    int sampleRate, int channels, WavEncoding encoding, int bits, int bytes, ByteOrder order) {

  int frameBytes() {
    return channels * bytes;
  }
}
