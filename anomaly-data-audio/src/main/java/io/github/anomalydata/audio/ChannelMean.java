package io.github.anomalydata.audio;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** The mean over the channels of frames, with room for the sums of so many frames. */
final class ChannelMean {
  private final float[] values;
  private final double[] sums;

  ChannelMean(int frames) {
    this.values = new float[frames];
    this.sums = new double[frames];
  }

  void decode(
      SampleDecoder decoder, ByteBuffer in, WavFormat format, float[] out, int at, int count) {
    Arrays.fill(sums, 0);
    for (int channel = 0; channel < format.channels(); channel++) {
      decoder.decode(in, channel * format.bytes(), format.frameBytes(), values, 0, count);
      for (int i = 0; i < count; i++) {
        sums[i] += values[i];
      }
    }
    for (int i = 0; i < count; i++) {
      out[at + i] = (float) (sums[i] / format.channels());
    }
  }
}
