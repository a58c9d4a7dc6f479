package io.github.anomalydata.drift.online;

import io.github.anomalydata.internal.Require;

/**
 * The rate of errors of a model, 0 or 1 a sample, against the best that it has been: DDM of J. Gama
 * and others, "Learning with drift detection", 2004, doi:10.1007/978-3-540-28645-5_29. With p the
 * rate so far and s its standard deviation, the statistic is {@code (p + s - p') / s'}, where p'
 * and s' are those of the time when {@code p + s} was least; the paper warns at 2 and alarms at 3.
 *
 * <p>The rate is taken as {@code (errors + 0.5) / (samples + 1)}, so that a model that has not
 * erred yet has one. Since the longer the paper's detector runs, the less a change moves the rate,
 * and the more rarely it raises any alarm, this one forgets after {@code memory} samples and starts
 * anew.
 *
 * <p>The change is taken to have begun when {@code p + s} was least.
 *
 * @param warmUp the samples that are seen before the first alarm, at least 1
 * @param memory the samples after which it starts anew, above the warm-up
 */
public record Ddm(int warmUp, int memory) implements Detector {

  /**
   * Checks the options.
   *
   * @param warmUp the samples before the first alarm
   * @param memory the samples after which it starts anew
   * @throws IllegalArgumentException if the warm-up is below 1 or the memory not above it
   */
  public Ddm {
    Require.atLeast("warmUp", warmUp, 1);
    if (memory <= warmUp) {
      throw new IllegalArgumentException(
          "memory: above the warm-up of " + warmUp + ", got " + memory);
    }
  }

  /**
   * Returns one with a warm-up of 30 samples that forgets after 1,000.
   *
   * @return the options
   */
  public static Ddm withDefaults() {
    return new Ddm(30, 1000);
  }

  /**
   * Returns one with another warm-up.
   *
   * @param samples the samples before the first alarm, at least 1 and below the memory
   * @return the options
   * @throws IllegalArgumentException if it is out of this range
   */
  public Ddm withWarmUp(int samples) {
    return new Ddm(samples, memory);
  }

  /**
   * Returns one with another memory.
   *
   * @param samples the samples after which it starts anew, above the warm-up
   * @return the options
   * @throws IllegalArgumentException if it is not above the warm-up
   */
  public Ddm withMemory(int samples) {
    return new Ddm(warmUp, samples);
  }
}
