package io.github.anomalydata.audio.augment;

import io.github.anomalydata.signal.Stft;

/**
 * Changes the speed of sound and keeps its pitch, with the numbers of {@code
 * librosa.effects.time_stretch}: the frames of the short-time transform are read at another speed,
 * their magnitudes interpolated, and each frequency goes on from its phase by what it advanced
 * between the two frames. After J. L. Flanagan and R. M. Golden, "Phase vocoder", Bell System
 * Technical Journal, 1966.
 */
final class PhaseVocoder {
  private static final int HOP = 512;
  private static final Stft STFT = Stft.withDefaults().withFftLength(4 * HOP).withHopLength(HOP);

  private PhaseVocoder() {}

  /** Returns a signal of {@code length / rate} samples, rounded to even. */
  static double[] stretch(double[] signal, double rate) {
    int frames = STFT.frames(signal.length);
    int stretched = (int) Math.ceil(frames / rate);
    double[] spectra = STFT.forward(signal, signal.length);
    double[] out = new double[STFT.bins() * stretched * 2];
    for (int k = 0; k < STFT.bins(); k++) {
      stretch(spectra, k, frames, rate, out, stretched);
    }
    int length = Math.max(1, (int) Math.rint(signal.length / rate));
    return STFT.inverse(out, stretched, length);
  }

  private static void stretch(
      double[] spectra, int k, int frames, double rate, double[] out, int stretched) {
    double[] magnitudes = new double[frames + 2];
    double[] angles = new double[frames + 2];
    for (int t = 0; t < frames; t++) {
      double re = spectra[2 * (k * frames + t)];
      double im = spectra[2 * (k * frames + t) + 1];
      magnitudes[t] = Math.sqrt(re * re + im * im);
      angles[t] = StrictMath.atan2(im, re);
    }
    double advance = Math.PI * HOP * k / (STFT.bins() - 1);
    double phase = angles[0];
    for (int t = 0; t < stretched; t++) {
      int before = (int) (t * rate);
      double share = t * rate - before;
      double magnitude = (1 - share) * magnitudes[before] + share * magnitudes[before + 1];
      out[2 * (k * stretched + t)] = magnitude * StrictMath.cos(phase);
      out[2 * (k * stretched + t) + 1] = magnitude * StrictMath.sin(phase);
      double more = angles[before + 1] - angles[before] - advance;
      phase += advance + more - 2 * Math.PI * Math.rint(more / (2 * Math.PI));
    }
  }
}
