package io.github.anomalydata.drift;

import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.internal.ParallelRows;
import java.util.random.RandomGenerator;

/**
 * The estimate from random Fourier features: the Gaussian kernel is the mean of \( \cos(w \cdot (x
 * - y)) \) over normal frequencies w of variance \( 2 \gamma \), and the discrepancy is that of
 * each frequency's mean waves (A. Rahimi and B. Recht, "Random features for large-scale kernel
 * machines", 2007).
 */
final class FourierFeatures {
  private static final long PURPOSE = 0x72666673;

  private FourierFeatures() {}

  static DiscrepancyEstimate of(
      Kernel.Gaussian kernel,
      Estimator estimator,
      Rows x,
      Rows y,
      int frequencies,
      long seed,
      ParallelRows workers) {
    double[] draws = new double[frequencies];
    workers.run(
        frequencies,
        (from, to) -> {
          for (int f = from; f < to; f++) {
            for (int k = 0; k < kernel.gammas().size(); k++) {
              double deviation = Math.sqrt(2 * kernel.gammas().get(k));
              double[] frequency = frequency(x.columns(), deviation, f, k, seed);
              draws[f] += draw(frequency, estimator, x, y);
            }
          }
        });
    return DiscrepancyEstimate.meanOf(draws);
  }

  private static double[] frequency(int columns, double deviation, int f, int kernel, long seed) {
    RandomGenerator random = RandomStreams.of(seed, PURPOSE + kernel, f);
    double[] frequency = new double[columns];
    for (int k = 0; k < columns; k += 2) {
      // Box and Muller; StrictMath, so that a seed means the same on every machine.
      double radius = deviation * Math.sqrt(-2 * StrictMath.log(1 - random.nextDouble()));
      double angle = 2 * Math.PI * random.nextDouble();
      frequency[k] = radius * StrictMath.cos(angle);
      if (k + 1 < columns) {
        frequency[k + 1] = radius * StrictMath.sin(angle);
      }
    }
    return frequency;
  }

  /** Returns the discrepancy of the waves of one frequency. */
  private static double draw(double[] frequency, Estimator estimator, Rows x, Rows y) {
    double[] origin = new double[frequency.length];
    System.arraycopy(x.values(), 0, origin, 0, origin.length);
    double[] a = waves(frequency, origin, x);
    double[] b = waves(frequency, origin, y);
    // Each row with itself counts 1.
    double own = estimator == Estimator.UNBIASED ? 1 : 0;
    return estimator.of(
        a[0] * a[0] + a[1] * a[1] - own * x.count(),
        b[0] * b[0] + b[1] * b[1] - own * y.count(),
        a[0] * b[0] + a[1] * b[1],
        x.count(),
        y.count());
  }

  /** Returns the sums of cosines and sines. */
  private static double[] waves(double[] frequency, double[] origin, Rows rows) {
    double cosines = 0;
    double sines = 0;
    for (int i = 0; i < rows.count(); i++) {
      double phase = 0;
      for (int k = 0; k < frequency.length; k++) {
        phase += frequency[k] * (rows.values()[i * frequency.length + k] - origin[k]);
      }
      cosines += Math.cos(phase);
      sines += Math.sin(phase);
    }
    return new double[] {cosines, sines};
  }
}
