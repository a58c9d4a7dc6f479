package io.github.anomalydata.augment;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
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
 * A batch {@code [batch, channels, time]} in single precision through noise, scaling, time warp and
 * channel dropout, on one thread. {@code peers/augment.py} does the same with NumPy over the whole
 * batch, and the nearest that tsaug has; {@code benchmarks/compare augment} runs all three and
 * prints the ratios.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar AugmentBenchmark -prof gc</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class AugmentBenchmark {
  /** The number of windows. */
  @Param("64")
  public int batch;

  /** The number of channels. */
  @Param("14")
  public int channels;

  /** The number of steps. */
  @Param("512")
  public int time;

  private final RandomGenerator random = new SplittableRandom(42);
  private final Augmentation augmentation =
      Sequence.of(
          GaussianNoise.withDefaults(),
          Scaling.withDefaults(),
          TimeWarp.withDefaults(),
          ChannelDropout.withDefaults());
  private float[] values = new float[0];
  private INDArray array = Nd4j.empty();

  /** Makes the windows. */
  @Setup(Level.Trial)
  public void prepare() {
    values = new float[batch * channels * time];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextDouble(-1, 1);
    }
    array = Nd4j.createFromArray(values).reshape('c', batch, channels, time);
  }

  /**
   * Augments an array of Java.
   *
   * @return the result
   */
  @Benchmark
  public float[] values() {
    return augmentation.apply(values, channels, time, random);
  }

  /**
   * Augments an array of ND4J.
   *
   * @return the result
   */
  @Benchmark
  public INDArray array() {
    INDArray result = augmentation.apply(array, random);
    result.close();
    return result;
  }
}
