package io.github.anomalydata.drift.online;

import io.github.anomalydata.data.RandomStreams;
import io.github.anomalydata.drift.Dependence;
import io.github.anomalydata.internal.ParallelRows;
import io.github.anomalydata.internal.Require;
import io.github.anomalydata.internal.Workers;
import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Finds the threshold of a detector by simulation, so that a stream in which nothing changes raises
 * one false alarm in a given number of samples on average.
 *
 * <p>Streams are drawn from the reference in blocks of consecutive samples, with replacement, so
 * that they depend on their past as the reference does. With {@code tau} the samples of a stream up
 * to the first statistic above a threshold, and streams of {@code H} samples, the mean run length
 * of the threshold is estimated as the sum of {@code min(tau, H)} over all streams, divided by the
 * number of streams with {@code tau <= H}; its relative standard error is the reciprocal of the
 * root of that number. {@code H} is twice the target. The threshold is the least one whose estimate
 * is not below the target.
 *
 * <p>The reference stands for the process: a mean or a tail that it shows by chance is taken for
 * true. So it should hold more samples than the target, and better several times as many. An
 * estimated block length is taken eight times, at most a tenth of the reference: run lengths depend
 * on the variance of sums far more than p-values do. The result is the same for any number of
 * workers.
 *
 * <p>For {@link SlidingDiscrepancy}, which compares rows with each row of the reference, that is
 * drawn anew as well: the run length is the one that references of this size have on average.
 *
 * <p>Samples that depend on one another still resemble those of an alarm when it is over. Monitors
 * of such streams pass over samples after each alarm: over one less than a block of a given length
 * holds, or, where it is estimated, over twice as many as resemble one. That cool-down is part of
 * the run length.
 */
public final class Calibration {
  private static final double HORIZON = 2;

  /**
   * Run lengths grow exponentially with what the sums of samples lack in variance, which blocks of
   * the estimated length leave a tenth of.
   */
  private static final int LENGTHENED = 8;

  private static final int FEWEST_BLOCKS = 10;

  private final Dependence dependence;
  private final int replicates;
  private final Executor executor;
  private final int workers;

  private Calibration(Dependence dependence, int replicates, Executor executor, int workers) {
    this.dependence = dependence;
    this.replicates = replicates;
    this.executor = executor;
    this.workers = workers;
  }

  /**
   * Returns a calibration by 1,000 streams, whose block length is estimated, on the caller's thread
   * alone.
   *
   * @return the options
   */
  public static Calibration withDefaults() {
    return new Calibration(Dependence.estimated(), 1000, Runnable::run, 1);
  }

  /**
   * Returns one for a reference whose samples depend on those before them in another way.
   *
   * @param newDependence how they do
   * @return the options
   */
  public Calibration with(Dependence newDependence) {
    return new Calibration(newDependence, replicates, executor, workers);
  }

  /**
   * Returns one by more or fewer streams. With n of them the run length is known with a relative
   * standard error of about {@code 1.08 / sqrt(n)}.
   *
   * @param number the number of streams, at least 20
   * @return the options
   * @throws IllegalArgumentException if there are fewer
   */
  public Calibration withReplicates(int number) {
    return new Calibration(
        dependence, Require.atLeast("replicates", number, 20), executor, workers);
  }

  /**
   * Returns one that simulates on several threads.
   *
   * @param newExecutor runs all threads but the caller's
   * @param number the number of threads, that of the caller among them; at least 1
   * @return the options
   * @throws IllegalArgumentException if there are fewer
   */
  public Calibration withWorkers(Executor newExecutor, int number) {
    return new Calibration(
        dependence, replicates, newExecutor, Require.atLeast("workers", number, 1));
  }

  /**
   * Fits a detector to a reference.
   *
   * @param detector the detector
   * @param reference the samples of normal operation in the order of time, at least 2; not changed
   * @param target the mean run length while nothing changes
   * @param seed the seed of the simulation
   * @return the detector with its threshold
   * @throws IllegalArgumentException if there are fewer than 2 samples, one is not finite, 1e60 or
   *     more in magnitude, or of {@link Ddm} neither 0 nor 1, if all are equal and the detector
   *     takes their standard deviation as the unit, or if no threshold has such a run length: if
   *     the target is not above the samples before the first statistic, or the statistic rises
   *     above no threshold often enough
   */
  public FittedDetector fit(Detector detector, double[] reference, RunLength target, long seed) {
    return fit(detector, Samples.ofOneColumn(reference), target, seed);
  }

  /**
   * Fits a detector to a reference of rows, all columns of which are drawn together. An estimated
   * block length, and a cool-down, is that of the column where it is longest.
   *
   * @param detector the detector; any but {@link SlidingDiscrepancy} takes rows of one column
   * @param reference the rows of normal operation in the order of time, at least 2, all of one
   *     length; not changed
   * @param target the mean run length while nothing changes
   * @param seed the seed of the simulation
   * @return the detector with its threshold
   * @throws IllegalArgumentException if there are fewer than 2 rows, they differ in length or have
   *     another length than the detector takes, the rows of a window or of the reference that
   *     {@link SlidingDiscrepancy} keeps have 2^25 values or more, or as by {@link #fit(Detector,
   *     double[], RunLength, long)}
   */
  public FittedDetector fit(Detector detector, double[][] reference, RunLength target, long seed) {
    return fit(detector, Samples.of("reference", reference), target, seed);
  }

  /**
   * Fits a detector to a reference of rows, as {@link #fit(Detector, double[][], RunLength, long)}.
   *
   * @param detector the detector
   * @param reference the rows of normal operation in the order of time, {@code [rows, columns]}, a
   *     view or in any order; not changed
   * @param target the mean run length while nothing changes
   * @param seed the seed of the simulation
   * @return the detector with its threshold
   * @throws IllegalArgumentException if the array is empty or no matrix of real numbers, or as by
   *     {@link #fit(Detector, double[][], RunLength, long)}
   */
  public FittedDetector fit(Detector detector, INDArray reference, RunLength target, long seed) {
    return fit(detector, Samples.of("reference", reference), target, seed);
  }

  private FittedDetector fit(Detector detector, Samples all, RunLength target, long seed) {
    Fit fit = Fit.of(detector, all);
    Samples reference = Fit.newest(detector, all);
    int block = block(reference);
    int coolDown = coolDown(reference);
    double goal = target.samples() - coolDown;
    if (!(goal > 1)) {
      throw new IllegalArgumentException(
          "target: above the cool-down of "
              + coolDown
              + " samples, for which they depend on one another, got "
              + target.samples());
    }
    long horizon = (long) Math.ceil(HORIZON * goal);
    Records[] streams = new Records[replicates];
    Supplier<Simulation> simulations =
        fit.simulations(reference, block, seed, ParallelRows.of(executor, workers));
    Workers.run(
        replicates,
        workers,
        executor,
        () -> {
          Simulation simulation = simulations.get();
          return i -> {
            simulation.restart(i);
            Bootstrap draws = new Bootstrap(reference.count(), block, RandomStreams.of(seed, i));
            streams[i] = simulate(simulation, draws, horizon);
          };
        });
    return new FittedDetector(fit, threshold(streams, goal, horizon, block, seed), coolDown);
  }

  private int block(Samples reference) {
    int longest = 1;
    for (int k = 0; k < reference.columns(); k++) {
      longest = Math.max(longest, dependence.blockLength(reference.column(k)));
    }
    return dependence instanceof Dependence.Estimated && longest > 1
        ? Math.max(1, Math.min(LENGTHENED * longest, reference.count() / FEWEST_BLOCKS))
        : Math.min(longest, reference.count());
  }

  private int coolDown(Samples reference) {
    if (dependence instanceof Dependence.Blocks blocks) {
      return blocks.length() - 1;
    }
    int longest = 0;
    if (dependence instanceof Dependence.Estimated) {
      for (int k = 0; k < reference.columns(); k++) {
        double size = Dependence.effectiveSize(reference.column(k));
        longest = Math.max(longest, (int) (2 * (reference.count() / size - 1)));
      }
    }
    return longest;
  }

  private static Records simulate(Simulation simulation, Bootstrap draws, long horizon) {
    Records records = new Records();
    for (long time = 1; time <= horizon; time++) {
      int row = draws.next();
      records.add(time, simulation.next(row, draws.age()));
    }
    return records;
  }

  private Threshold threshold(
      Records[] streams, double target, long horizon, int block, long seed) {
    double[] candidates =
        Arrays.stream(streams).flatMapToDouble(Records::statistics).sorted().distinct().toArray();
    double first = runLength(streams, Double.NEGATIVE_INFINITY, horizon);
    if (first >= target) {
      throw new IllegalArgumentException(
          "target: above "
              + first
              + " samples, the mean time to the first statistic, got "
              + target);
    }
    int low = -1;
    int high = candidates.length;
    while (high - low > 1) {
      int middle = (low + high) >>> 1;
      if (runLength(streams, candidates[middle], horizon) >= target) {
        high = middle;
      } else {
        low = middle;
      }
    }
    double value = candidates[high];
    double runLength = runLength(streams, value, horizon);
    if (runLength == Double.POSITIVE_INFINITY) {
      throw new IllegalArgumentException(
          "target: a run length that some threshold has; below "
              + value
              + " it is shorter, and no stream of "
              + horizon
              + " samples rises above that, got "
              + target);
    }
    return new Threshold(
        value, runLength, runLength / Math.sqrt(alarms(streams, value)), block, replicates, seed);
  }

  private static double runLength(Records[] streams, double threshold, long horizon) {
    double samples = 0;
    for (Records stream : streams) {
      samples += stream.firstAbove(threshold, horizon);
    }
    return samples / alarms(streams, threshold);
  }

  private static double alarms(Records[] streams, double threshold) {
    return Arrays.stream(streams).filter(stream -> stream.greatest() > threshold).count();
  }
}
