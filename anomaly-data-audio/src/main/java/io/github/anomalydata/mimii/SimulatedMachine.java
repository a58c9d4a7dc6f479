package io.github.anomalydata.mimii;

import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.data.SampleKey;
import java.util.random.RandomGenerator;

/**
 * A machine of a kind: the hum of its shaft with harmonics, and the noise of its bearings and air,
 * which its turns or strokes modulate. What tells it from others of its kind is drawn once.
 */
final class SimulatedMachine {
  private static final int HARMONICS = 24;
  private static final int BANDS = 3;
  private static final int CHARACTER = 0;
  private static final int SOUND = 1;
  private static final int FAULT = 2;

  private final Machine kind;
  private final String id;
  private final long seed;
  private final double shaft;
  private final double strokes;
  private final double[] harmonics = new double[HARMONICS];
  private final double[] bands = new double[BANDS];
  private final double[] bandLoudness = new double[BANDS];

  SimulatedMachine(Machine kind, String id, long seed) {
    this.kind = kind;
    this.id = id;
    this.seed = seed;
    RandomGenerator random = stream("character", 0, CHARACTER);
    shaft = WhiteNoise.between(random, 20, 35);
    strokes =
        switch (kind) {
          case SLIDER -> WhiteNoise.between(random, 0.5, 1);
          case VALVE -> WhiteNoise.between(random, 1.5, 3);
          default -> WhiteNoise.between(random, 2, 4);
        };
    for (int k = 0; k < HARMONICS; k++) {
      harmonics[k] = WhiteNoise.between(random, 0.2, 1) / StrictMath.pow(k + 1, 0.7);
    }
    for (int b = 0; b < BANDS; b++) {
      bands[b] = WhiteNoise.between(random, 400, 6000);
      bandLoudness[b] = WhiteNoise.between(random, 1.5, 3);
    }
  }

  private RandomGenerator stream(String label, int index, int purpose) {
    return RandomStreams.of(seed, 0, new SampleKey(kind + "/" + id + "/" + label, index), purpose);
  }

  /**
   * Returns the sound of a recording, whatever noise will be added.
   *
   * @param label whether it has a fault
   * @param index the number of the recording
   * @param length the number of samples
   */
  double[] sound(Label label, int index, int length) {
    return sound(label, index, length, 1);
  }

  /**
   * Returns the sound of a recording at another speed.
   *
   * @param label whether it has a fault
   * @param index the number of the recording
   * @param length the number of samples
   * @param pace how fast it turns, 1 for as fast as it does by itself
   */
  double[] sound(Label label, int index, int length, double pace) {
    double rate = SimulatedMixture.SAMPLE_RATE;
    RandomGenerator random = stream(label.name(), index, SOUND);
    double speed = pace * shaft * WhiteNoise.between(random, 0.99, 1.01);
    double[] sound = new double[length];
    addHum(sound, rate, speed, random);
    addBands(sound, rate, speed, random);
    shape(sound, rate, random);
    if (label == Label.ABNORMAL) {
      SimulatedFault[] faults = SimulatedFault.values();
      RandomGenerator fault = stream(label.name(), index, FAULT);
      faults[index % faults.length].addTo(sound, rate, speed, fault);
    }
    double loudness = WhiteNoise.between(random, 0.95, 1.05);
    for (int i = 0; i < length; i++) {
      sound[i] *= loudness;
    }
    return sound;
  }

  private void addHum(double[] sound, double rate, double speed, RandomGenerator random) {
    double power = 0;
    for (double harmonic : harmonics) {
      power += harmonic * harmonic / 2;
    }
    double scale = Math.sqrt(0.5 / power);
    for (int k = 0; k < HARMONICS; k++) {
      Oscillator wave = new Oscillator((k + 1) * speed / rate, WhiteNoise.between(random, 0, 1));
      for (int i = 0; i < sound.length; i++) {
        sound[i] += scale * harmonics[k] * wave.next();
      }
    }
  }

  private void addBands(double[] sound, double rate, double speed, RandomGenerator random) {
    for (int b = 0; b < BANDS; b++) {
      Resonance band = new Resonance(bands[b] / rate, 0.9);
      Oscillator turn = new Oscillator(speed / rate, WhiteNoise.between(random, 0, 1));
      for (int i = 0; i < sound.length; i++) {
        double noise = band.next(WhiteNoise.next(random));
        sound[i] += bandLoudness[b] * noise * (1 + 0.3 * turn.next());
      }
    }
  }

  /** Lets the sound come and go with the strokes of the machine. */
  private void shape(double[] sound, double rate, RandomGenerator random) {
    double phase = WhiteNoise.between(random, 0, 1);
    Oscillator stroke = new Oscillator(strokes / rate, phase);
    for (int i = 0; i < sound.length; i++) {
      double wave = stroke.next();
      sound[i] *=
          switch (kind) {
            case SLIDER -> 0.2 + Math.min(1, Math.max(0, 0.5 + 2 * wave));
            case VALVE -> 0.3 + 1.5 * Math.max(0, wave) * Math.max(0, wave);
            case PUMP -> 1 + 0.3 * wave;
            default -> 1 + 0.05 * wave;
          };
    }
  }

  @Override
  public String toString() {
    return kind + "/" + id;
  }
}
