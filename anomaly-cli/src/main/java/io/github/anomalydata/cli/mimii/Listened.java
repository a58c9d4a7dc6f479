package io.github.anomalydata.cli.mimii;

import io.github.anomalydata.audio.AudioClip;
import io.github.anomalydata.audio.Channels;
import io.github.anomalydata.audio.WavFile;
import io.github.anomalydata.mimii.Recording;
import java.io.IOException;
import java.util.stream.IntStream;

/**
 * What was found out about a recording by reading it.
 *
 * @param recording the recording
 * @param level the level of the mean of all channels, in dB of full scale
 * @param peak the greatest magnitude of any sample, 1 at full scale
 * @param constantChannels how many channels have one value throughout
 */
record Listened(Recording recording, double level, double peak, int constantChannels) {

  static Listened to(Recording recording) throws IOException {
    AudioClip all = clip(recording, Channels.all());
    double peak = 0;
    int constant = 0;
    double[] mean = new double[all.frames()];
    for (int channel = 0; channel < all.channels(); channel++) {
      float[] samples = all.channel(channel);
      boolean varies = false;
      for (int i = 0; i < samples.length; i++) {
        peak = Math.max(peak, Math.abs(samples[i]));
        varies |= samples[i] != samples[0];
        mean[i] += samples[i] / all.channels();
      }
      constant += varies ? 0 : 1;
    }
    double squares = IntStream.range(0, mean.length).mapToDouble(i -> mean[i] * mean[i]).sum();
    double power = mean.length == 0 ? 0 : squares / mean.length;
    return new Listened(recording, power > 0 ? 10 * Math.log10(power) : Double.NaN, peak, constant);
  }

  static AudioClip clip(Recording recording, Channels channels) throws IOException {
    try (WavFile wav = WavFile.open(recording.file())) {
      return wav.read(channels);
    }
  }
}
