package io.github.anomalydata.drift.calibration;

import io.github.anomalydata.drift.Dependence;
import io.github.anomalydata.drift.Distance;
import io.github.anomalydata.drift.DriftResult;
import io.github.anomalydata.drift.DriftTest;
import io.github.anomalydata.internal.ParallelRows;

/** Counts how often a test at a level of 0.05 rejects pairs of samples. */
final class Experiment {
  private static final double LEVEL = 0.05;

  private final int runs;
  private final ParallelRows workers;

  Experiment(int runs, ParallelRows workers) {
    this.runs = runs;
    this.workers = workers;
  }

  /** What a test says of two samples. */
  @FunctionalInterface
  interface Verdict {
    /**
     * Tests a sample.
     *
     * @param reference the reference, column by column
     * @param current the current sample
     * @param seed the seed of permutations
     * @return whether it rejects
     */
    boolean rejects(double[][] reference, double[][] current, long seed);
  }

  /** The test of each column, at one level for all. */
  static Verdict columns(Distance distance, Dependence dependence) {
    DriftTest test = DriftTest.withDefaults().with(distance).with(dependence).withPermutations(199);
    return (reference, current, seed) -> {
      DriftResult result =
          test.fit(SimulatedProcess.table(reference)).test(SimulatedProcess.table(current), seed);
      return result.reject(LEVEL);
    };
  }

  /** Counts rejections of pairs, the same ones for any test. */
  Rate rate(Verdict verdict, SimulatedProcess reference, SimulatedProcess current) {
    boolean[] rejected = new boolean[runs];
    workers.run(
        runs,
        (from, to) -> {
          for (int run = from; run < to; run++) {
            rejected[run] =
                verdict.rejects(reference.draw(2L * run), current.draw(2L * run + 1), run);
          }
        });
    int count = 0;
    for (boolean one : rejected) {
      count += one ? 1 : 0;
    }
    return new Rate(count, runs);
  }
}
