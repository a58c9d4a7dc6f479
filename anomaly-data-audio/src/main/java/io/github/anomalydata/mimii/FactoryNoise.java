package io.github.anomalydata.mimii;

import java.util.random.RandomGenerator;

/**
 * The noise of a factory at several microphones: a rumble that all of them hear, and a hiss of each
 * one's own.
 */
final class FactoryNoise {
  private static final double RUMBLE_POLE = 0.97;
  private static final double HISS_POLE = 0.6;
  private static final double RUMBLE = 1.5;
  private static final int HUMS = 4;

  private FactoryNoise() {}

  /**
   * Returns noise.
   *
   * @param channels the number of microphones
   * @param length the number of samples of each
   * @param rate samples a second
   * @param rms the root of its mean power over all samples of all channels
   * @param random the generator of this recording's noise
   * @return the samples, {@code [channels][length]}
   */
  static double[][] of(int channels, int length, double rate, double rms, RandomGenerator random) {
    double[] rumble = rumble(length, rate, random);
    double[][] noise = new double[channels][length];
    double power = 0;
    for (double[] channel : noise) {
      double hiss = 0;
      for (int i = 0; i < length; i++) {
        hiss = HISS_POLE * hiss + WhiteNoise.next(random);
        channel[i] = rumble[i] + hiss;
        power += channel[i] * channel[i];
      }
    }
    double scale = rms / Math.sqrt(power / ((double) channels * length));
    for (double[] channel : noise) {
      for (int i = 0; i < length; i++) {
        channel[i] *= scale;
      }
    }
    return noise;
  }

  private static double[] rumble(int length, double rate, RandomGenerator random) {
    double[] rumble = new double[length];
    double low = 0;
    for (int i = 0; i < length; i++) {
      low = RUMBLE_POLE * low + (1 - RUMBLE_POLE) * WhiteNoise.next(random);
      rumble[i] = RUMBLE * 5 * low;
    }
    for (int h = 0; h < HUMS; h++) {
      double frequency = WhiteNoise.between(random, 45, 400);
      Oscillator hum = new Oscillator(frequency / rate, WhiteNoise.between(random, 0, 1));
      double loudness = WhiteNoise.between(random, 0, 0.2);
      for (int i = 0; i < length; i++) {
        rumble[i] += loudness * hum.next();
      }
    }
    return rumble;
  }
}
