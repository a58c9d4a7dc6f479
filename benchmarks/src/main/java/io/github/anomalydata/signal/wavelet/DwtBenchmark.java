package io.github.anomalydata.signal.wavelet;

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
 * A batch of signals to four levels of db4 and back. {@code peers/signal.py} does the same with
 * PyWavelets; {@code benchmarks/compare signal} runs both and prints the ratio.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar DwtBenchmark -p batch=16 -p parallelism=2</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx2g", "--add-modules=jdk.incubator.vector"})
public class DwtBenchmark {
  private static final int LEVEL = 4;

  /** The number of samples of a signal. */
  @Param("160000")
  public int length;

  /** The number of signals. */
  @Param({"1", "16"})
  public int batch;

  /** The number of threads. */
  @Param("1")
  public int parallelism;

  private ExecutorService executor = Executors.newSingleThreadExecutor();
  private Dwt dwt = Dwt.of(Wavelet.of("db4"));
  private double[] signals = {};
  private WaveletBands bands = dwt.forward(new double[1]);

  /** Makes the signals. */
  @Setup(Level.Trial)
  public void make() {
    dwt = parallelism == 1 ? dwt : dwt.withWorkers(executor, parallelism);
    signals = new SplittableRandom(1).doubles((long) batch * length).toArray();
    bands = dwt.decompose(signals, batch, LEVEL);
  }

  /** Ends the threads. */
  @TearDown(Level.Trial)
  public void end() {
    executor.shutdown();
  }

  /**
   * Transforms the batch.
   *
   * @return the bands
   */
  @Benchmark
  public WaveletBands decompose() {
    return dwt.decompose(signals, batch, LEVEL);
  }

  /**
   * Takes the bands back to signals.
   *
   * @return the signals
   */
  @Benchmark
  public double[] reconstruct() {
    return dwt.reconstruct(bands);
  }
}
