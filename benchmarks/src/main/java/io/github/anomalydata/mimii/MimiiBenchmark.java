package io.github.anomalydata.mimii;

import io.github.anomalydata.audio.spectral.LogMel;
import io.github.anomalydata.data.batch.Batching;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * An epoch of log-mel spectrograms {@code [16, 1, 64, 313]} of all recordings of a tree, from 8
 * channels of 10 s each, through the iterator: {@code clips / score} is the rate. {@code
 * peers/mimii.py} does the same with PyTorch's DataLoader; {@code benchmarks/compare mimii} runs
 * both and prints the ratio.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar MimiiBenchmark -p data=DIR</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx2g", "--add-modules=jdk.incubator.vector"})
public class MimiiBenchmark {
  /** The folder of the tree; empty to simulate 64 recordings. */
  @Param("")
  public String data = "";

  /** The threads that make batches. */
  @Param("2")
  public int workers;

  private Recordings recordings;
  private FeatureCache cache;

  /**
   * Finds or makes the recordings, and fills the cache.
   *
   * @throws IOException if they cannot be read or made
   */
  @Setup(Level.Trial)
  public void open() throws IOException {
    Path folder = data.isEmpty() ? simulated() : Path.of(data);
    recordings = Mimii.open(folder);
    cache = FeatureCache.open(Files.createTempDirectory("cache"), 1L << 30);
    cached();
  }

  private static Path simulated() throws IOException {
    Path folder = Files.createTempDirectory("mimii").resolve("tree");
    MimiiSimulator.withDefaults()
        .withMachines(Machine.FAN)
        .withSnrs(Snr.PLUS_6_DB)
        .withIds(1)
        .withNormal(48)
        .withAbnormal(16)
        .write(folder, 42);
    return folder;
  }

  private int epoch(ClipFeatures features) throws IOException {
    Batching batching = Batching.of(16).withShuffle(42).withWorkers(workers);
    try (MimiiDataSetIterator batches =
        MimiiDataSetIterator.over(recordings)
            .features(features)
            .target(ClipTarget.NONE)
            .batching(batching)
            .build()) {
      int clips = 0;
      while (batches.hasNext()) {
        clips += batches.next().numExamples();
      }
      return clips;
    }
  }

  /**
   * Reads every recording and computes its spectrogram.
   *
   * @return the number of recordings
   * @throws IOException if one cannot be read
   */
  @Benchmark
  public int images() throws IOException {
    return epoch(ClipFeatures.images(LogMel.mimii2019()));
  }

  /**
   * Reads every spectrogram from the cache.
   *
   * @return the number of recordings
   * @throws IOException if one cannot be read
   */
  @Benchmark
  public int cached() throws IOException {
    return epoch(ClipFeatures.images(LogMel.mimii2019()).with(cache));
  }
}
