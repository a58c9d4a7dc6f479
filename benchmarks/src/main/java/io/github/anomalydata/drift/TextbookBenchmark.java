package io.github.anomalydata.drift;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The textbook's maximum mean discrepancy in ND4J, in single precision: three matrices of scalar
 * products, squared distances, exponentials and means; and one matrix of kernel values, theirs and
 * ours. {@link MmdBenchmark} is without matrices.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar TextbookBenchmark -p rows=5000 -p columns=64
 * </pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx1g", "--add-modules=jdk.incubator.vector"})
public class TextbookBenchmark {
  private static final double GAMMA = 0.05;

  /** The number of rows of each sample. */
  @Param("5000")
  public int rows;

  /** The number of columns. */
  @Param("64")
  public int columns;

  private INDArray x = Nd4j.empty();
  private INDArray y = Nd4j.empty();

  /** Makes the samples of {@link MmdBenchmark}. */
  @Setup
  public void prepare() {
    SplittableRandom random = new SplittableRandom(42);
    x = sample(random);
    y = sample(random);
  }

  private INDArray sample(SplittableRandom random) {
    double[][] sample = new double[rows][];
    Arrays.setAll(sample, i -> random.doubles(columns).toArray());
    return Nd4j.create(sample).castTo(DataType.FLOAT);
  }

  private static INDArray kernel(INDArray x, INDArray y) {
    INDArray distances = x.mmul(y.transpose()).muli(-2);
    distances.addiColumnVector(x.mul(x).sum(true, 1));
    distances.addiRowVector(y.mul(y).sum(1));
    return Transforms.exp(distances.muli(-GAMMA), false);
  }

  /**
   * Computes the statistic by three matrices.
   *
   * @return the statistic, with the diagonal taken off
   */
  @Benchmark
  public double statistic() {
    double n = rows;
    double within = 0;
    for (INDArray sample : new INDArray[] {x, y}) {
      within += (kernel(sample, sample).sumNumber().doubleValue() - n) / (n * (n - 1));
    }
    return within - 2 * kernel(x, y).meanNumber().doubleValue();
  }

  /**
   * Computes a matrix the textbook's way.
   *
   * @return the matrix
   */
  @Benchmark
  public INDArray matrix() {
    return kernel(x, y);
  }

  /**
   * Computes a matrix our way, in double precision.
   *
   * @return the matrix
   */
  @Benchmark
  public INDArray ownMatrix() {
    return Kernel.gaussian(GAMMA).matrix(x, y);
  }
}
