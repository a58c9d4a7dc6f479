package io.github.anomalydata.mimii;

import java.util.random.RandomGenerator;

/** What is wrong with a simulated machine, added to its sound, whose power is about one. */
enum SimulatedFault {
  /** Something loose strikes every other turn or so, and the housing rings. */
  CLICKS {
    @Override
    void addTo(double[] sound, double rate, double shaft, RandomGenerator random) {
      double period = rate / (shaft * WhiteNoise.between(random, 0.4, 0.8));
      Resonance housing = new Resonance(WhiteNoise.between(random, 2500, 5500) / rate, 0.985);
      double next = WhiteNoise.between(random, 0, period);
      for (int i = 0; i < sound.length; i++) {
        double strike = 0;
        if (i >= next) {
          strike = WhiteNoise.between(random, 60, 100);
          next += period * WhiteNoise.between(random, 0.9, 1.1);
        }
        sound[i] += housing.next(strike);
      }
    }
  },

  /** A moving part touches a fixed one during a part of each revolution. */
  RUBBING {
    @Override
    void addTo(double[] sound, double rate, double shaft, RandomGenerator random) {
      Oscillator turn = new Oscillator(shaft / rate, WhiteNoise.between(random, 0, 1));
      Resonance contact = new Resonance(WhiteNoise.between(random, 3000, 6500) / rate, 0.8);
      double loudness = WhiteNoise.between(random, 2.0, 3.0);
      for (int i = 0; i < sound.length; i++) {
        double touch = Math.max(0, turn.next());
        sound[i] += loudness * touch * contact.next(WhiteNoise.next(random));
      }
    }
  },

  /** The mass is off the axis: the first harmonics grow, and loudness goes with the turn. */
  IMBALANCE {
    @Override
    void addTo(double[] sound, double rate, double shaft, RandomGenerator random) {
      double phase = WhiteNoise.between(random, 0, 1);
      Oscillator turn = new Oscillator(shaft / rate, phase);
      double depth = WhiteNoise.between(random, 0.3, 0.5);
      Oscillator[] harmonics = new Oscillator[HARMONICS];
      for (int k = 0; k < HARMONICS; k++) {
        harmonics[k] = new Oscillator((k + 1) * shaft / rate, (k + 1) * phase);
      }
      double loudness = WhiteNoise.between(random, 0.35, 0.55);
      for (int i = 0; i < sound.length; i++) {
        double wobble = 0;
        for (int k = 0; k < HARMONICS; k++) {
          wobble += harmonics[k].next();
        }
        sound[i] = sound[i] * (1 + depth * turn.next()) + loudness * wobble;
      }
    }
  };

  private static final int HARMONICS = 8;

  /**
   * Adds the fault.
   *
   * @param sound the sound of the machine, which is changed
   * @param rate samples a second
   * @param shaft revolutions a second
   * @param random the generator of this recording's fault
   */
  abstract void addTo(double[] sound, double rate, double shaft, RandomGenerator random);
}
