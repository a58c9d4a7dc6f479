package io.github.anomalydata.signal;

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
 * Spectra over time of a batch of signals. {@code peers/signal.py} does the same with scipy and
 * librosa; {@code benchmarks/compare signal} runs both and prints the ratio.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar SpectrumBenchmark -p batch=8</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx2g", "--add-modules=jdk.incubator.vector"})
public class SpectrumBenchmark {
  /** The number of samples of a signal. */
  @Param("160000")
  public int length;

  /** The number of signals. */
  @Param({"1", "8"})
  public int batch;

  /** The number of threads. */
  @Param("1")
  public int parallelism;

  private ExecutorService executor = Executors.newSingleThreadExecutor();
  private double[] signals = {};
  private Spectrogram spectrogram = Spectrogram.withDefaults();
  private Stft stft = Stft.withDefaults().withFftLength(1024).withHopLength(512);
  private Welch welch = Welch.withDefaults();

  /** Makes the signals. */
  @Setup(Level.Trial)
  public void make() {
    signals = new SplittableRandom(1).doubles((long) batch * length).toArray();
    if (parallelism > 1) {
      spectrogram = spectrogram.withWorkers(executor, parallelism);
      stft = stft.withWorkers(executor, parallelism);
      welch = welch.withWorkers(executor, parallelism);
    }
  }

  /** Ends the threads. */
  @TearDown(Level.Trial)
  public void end() {
    executor.shutdown();
  }

  /**
   * The spectrogram with the defaults of scipy: segments of 256 samples.
   *
   * @return the spectrograms
   */
  @Benchmark
  public double[] spectrogram() {
    return spectrogram.apply(signals, length);
  }

  /**
   * The short-time transform with frames of 1024 samples, 512 apart.
   *
   * @return the spectra
   */
  @Benchmark
  public double[] stft() {
    return stft.forward(signals, length);
  }

  /**
   * Welch's spectrum with the defaults of scipy.
   *
   * @return the spectra
   */
  @Benchmark
  public double[] welch() {
    return welch.apply(signals, length);
  }
}
