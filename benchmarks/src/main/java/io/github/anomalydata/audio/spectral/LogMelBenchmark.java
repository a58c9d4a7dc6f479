package io.github.anomalydata.audio.spectral;

import java.util.SplittableRandom;
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
 * The log-mel spectrogram of a clip of 10 s at 16 kHz, on one thread. {@code peers/audio.py} does
 * the same with librosa; {@code benchmarks/compare audio} runs both and prints the ratio.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar LogMelBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx2g", "--add-modules=jdk.incubator.vector"})
public class LogMelBenchmark {
  /** The features: those of the baseline of MIMII or of DCASE 2020. */
  @Param({"mimii2019", "dcase2020"})
  public String preset = "";

  private float[] clip = {};
  private LogMel mel = LogMel.mimii2019();

  /** Makes the clip. */
  @Setup(Level.Trial)
  public void make() {
    mel = preset.equals("mimii2019") ? LogMel.mimii2019() : LogMel.dcase2020();
    SplittableRandom random = new SplittableRandom(1);
    clip = new float[160_000];
    for (int i = 0; i < clip.length; i++) {
      clip[i] = (float) random.nextDouble(-1, 1);
    }
  }

  /**
   * From samples to decibels.
   *
   * @return the bands
   */
  @Benchmark
  public float[] image() {
    return mel.apply(clip, clip.length);
  }
}
