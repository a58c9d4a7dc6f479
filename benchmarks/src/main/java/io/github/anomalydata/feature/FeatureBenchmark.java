package io.github.anomalydata.feature;

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
 * The features of a batch of windows {@code [batch, channels, time]}, in double precision. {@code
 * peers/features.py} computes those of the preset {@code all} with NumPy and scipy over the whole
 * batch, and those of {@code tsfel} with tsfel; {@code benchmarks/compare features} runs both and
 * prints the ratios.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar FeatureBenchmark -p preset=all -p workers=2</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class FeatureBenchmark {
  /** The features. */
  @Param({"all", "statistical", "frequency", "tsfel"})
  public String preset = "";

  /** The number of windows. */
  @Param("10000")
  public int batch;

  /** The number of channels. */
  @Param("14")
  public int channels;

  /** The number of samples. */
  @Param("50")
  public int time;

  /** The number of threads. */
  @Param("2")
  public int workers;

  private double[] windows = new double[0];
  private ExecutorService executor;
  private FeatureExtractor extractor;

  /** Makes the windows. */
  @Setup(Level.Trial)
  public void prepare() {
    SplittableRandom random = new SplittableRandom(42);
    windows = random.doubles((long) batch * channels * time, -1, 1).toArray();
    executor = Executors.newFixedThreadPool(Math.max(1, workers - 1));
    extractor =
        FeatureExtractor.of(FeatureSet.preset(preset, 100, time), 100)
            .withChannels(channels)
            .withWorkers(executor, workers);
  }

  /** Ends the threads. */
  @TearDown(Level.Trial)
  public void close() {
    executor.shutdown();
  }

  /**
   * Computes the features of all windows.
   *
   * @return the features
   */
  @Benchmark
  public double[] extract() {
    return extractor.extract(windows, time);
  }
}
