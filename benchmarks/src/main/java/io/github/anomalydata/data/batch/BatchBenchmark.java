package io.github.anomalydata.data.batch;

import io.github.anomalydata.data.Field;
import io.github.anomalydata.data.Sample;
import io.github.anomalydata.data.SampleKey;
import io.github.anomalydata.data.SampleLayout;
import io.github.anomalydata.data.SampleTransform;
import io.github.anomalydata.data.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.dataset.DataSet;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The time of a batch of 64 windows {@code [14, 30]} through the iterator, without any work on the
 * samples and with a transform that costs about 20 microseconds a sample.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar BatchBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class BatchBenchmark {
  private static final int BATCH = 64;
  private static final int BATCHES = 256;

  /** The number of workers. */
  @Param({"0", "1", "2"})
  public int workers;

  /** The multiplications of the transform for each sample. */
  @Param({"0", "20000"})
  public int work;

  private List<Sample> samples = List.of();
  private SourceDataSetIterator batches;
  private int nextByHand;

  /** Makes the samples and the iterator. */
  @Setup(Level.Trial)
  public void open() {
    SampleLayout layout = SampleLayout.of(Field.of("sensors", 14, 30), Field.of("rul", 1));
    samples = new ArrayList<>();
    for (int i = 0; i < BATCH * BATCHES; i++) {
      samples.add(
          Sample.of(new SampleKey("sample", i), layout, new float[14 * 30], new float[] {i}));
    }
    Batching batching = Batching.of(BATCH).withWorkers(workers);
    SampleTransform transform =
        (sample, random) -> {
          float[] values = sample.values(0).clone();
          float x = values[0];
          for (int i = 0; i < work; i++) {
            x = x * 0.999f + 0.001f;
          }
          values[0] = x;
          return Sample.of(sample.key(), sample.layout(), values, sample.values(1));
        };
    batches =
        SourceDataSetIterator.over(
            Source.of(samples), work == 0 ? batching : batching.withTransform(transform, 1));
  }

  /** Closes the iterator. */
  @TearDown(Level.Trial)
  public void close() {
    batches.close();
  }

  /**
   * Takes a batch, of the next epoch if this one is over.
   *
   * @return the batch
   */
  @Benchmark
  public DataSet next() {
    if (!batches.hasNext()) {
      batches.reset();
    }
    return batches.next();
  }

  /**
   * Makes a batch with the loop that needs no iterator: what {@link #next} takes more is the
   * iterator's own.
   *
   * @return the batch
   */
  @Benchmark
  public DataSet byHand() {
    float[] features = new float[BATCH * 14 * 30];
    float[] labels = new float[BATCH];
    for (int row = 0; row < BATCH; row++) {
      Sample sample = samples.get(nextByHand);
      nextByHand = (nextByHand + 1) % samples.size();
      System.arraycopy(sample.values(0), 0, features, row * 14 * 30, 14 * 30);
      labels[row] = sample.values(1)[0];
    }
    return new DataSet(
        Nd4j.create(features, new long[] {BATCH, 14, 30}, DataType.FLOAT),
        Nd4j.create(labels, new long[] {BATCH, 1}, DataType.FLOAT));
  }
}
