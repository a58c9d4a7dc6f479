package io.github.anomalydata.drift;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The maximum mean discrepancy of two samples of as many rows, with a Gaussian kernel of given
 * bandwidth. {@code peers/mmd.py} computes the same with NumPy in single precision; {@code
 * benchmarks/compare mmd} runs both and prints the ratios.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar MmdBenchmark.statistic -p rows=1000,100000</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
public class MmdBenchmark {
  private static final String VECTORS = "--add-modules=jdk.incubator.vector";

  /** The number of rows of each sample. */
  @Param("5000")
  public int rows;

  /** The number of columns. */
  @Param("64")
  public int columns;

  /** The number of permutations. */
  @Param("200")
  public int permutations;

  /** The number of threads. */
  @Param("2")
  public int workers;

  private double[][] current = new double[0][];
  private ExecutorService executor;
  private FittedMaximumMeanDiscrepancy test;

  /** Makes the samples. */
  @Setup(Level.Trial)
  public void prepare() {
    SplittableRandom random = new SplittableRandom(42);
    executor = Executors.newFixedThreadPool(Math.max(1, workers - 1));
    test =
        MaximumMeanDiscrepancy.withDefaults()
            .with(Kernel.gaussian(0.05))
            .withPermutations(permutations)
            .withWorkers(executor, workers)
            .fit(sample(random));
    current = sample(random);
  }

  private double[][] sample(SplittableRandom random) {
    double[][] sample = new double[rows][];
    Arrays.setAll(sample, i -> random.doubles(columns).toArray());
    return sample;
  }

  /** Ends the threads. */
  @TearDown(Level.Trial)
  public void close() {
    executor.shutdown();
  }

  /**
   * Computes the statistic on the Vector API.
   *
   * @return the statistic
   */
  @Benchmark
  @Fork(
      value = 1,
      jvmArgs = {"-Xmx1g", VECTORS})
  public double statistic() {
    return test.statistic(current);
  }

  /**
   * Computes the statistic without the Vector API.
   *
   * @return the statistic
   */
  @Benchmark
  @Fork(value = 1, jvmArgs = "-Xmx1g")
  public double statisticPlain() {
    return test.statistic(current);
  }

  /**
   * Tests on the Vector API.
   *
   * @return the result
   */
  @Benchmark
  @Fork(
      value = 1,
      jvmArgs = {"-Xmx1g", VECTORS})
  public TestResult permutations() {
    return test.test(current, 42);
  }

  /**
   * Tests without the Vector API.
   *
   * @return the result
   */
  @Benchmark
  @Fork(value = 1, jvmArgs = "-Xmx1g")
  public TestResult permutationsPlain() {
    return test.test(current, 42);
  }
}
