package io.github.anomalydata.mimii;

import io.github.anomalydata.audio.AudioClip;
import java.util.random.RandomGenerator;

/** The sound of a machine at a ring of microphones in a factory. */
final class SimulatedMixture {
  static final int SAMPLE_RATE = 16_000;
  static final int CHANNELS = 8;

  /** The root of the mean power of a normal machine: loud faults and noise stay in full scale. */
  private static final double LEVEL = 0.02;

  /** How many samples later, and how much louder, each microphone hears the machine. */
  private static final int[] DELAYS = {0, 1, 3, 4, 5, 4, 3, 1};

  private static final double[] GAINS = {1.1, 1.05, 0.98, 0.92, 0.9, 0.92, 0.98, 1.05};
  private static final double MEAN_SQUARED_GAIN = meanSquare(GAINS);

  private SimulatedMixture() {}

  /**
   * Mixes.
   *
   * @param sound the sound of the machine
   * @param power the mean power of its normal sound
   * @param snr the ratio of that power, at the microphones, to that of the noise
   * @param channels the number of microphones, the first ones of the ring
   * @param random the generator of this recording's noise
   * @return the recording, of as many frames as there are samples
   */
  static AudioClip mix(
      double[] sound, double power, Snr snr, int channels, RandomGenerator random) {
    double gain = LEVEL / Math.sqrt(power * MEAN_SQUARED_GAIN);
    double rms = LEVEL / StrictMath.pow(10, snr.decibels() / 20.0);
    double[][] noise = FactoryNoise.of(channels, sound.length, SAMPLE_RATE, rms, random);
    float[] samples = new float[channels * sound.length];
    for (int c = 0; c < channels; c++) {
      for (int i = 0; i < sound.length; i++) {
        double machine = i < DELAYS[c] ? 0 : gain * GAINS[c] * sound[i - DELAYS[c]];
        samples[c * sound.length + i] = (float) (machine + noise[c][i]);
      }
    }
    return AudioClip.of(samples, channels, SAMPLE_RATE);
  }

  static double meanSquare(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum / values.length;
  }
}
