package io.github.anomalydata.turbofan;

import io.github.anomalydata.data.BatchBuffer;
import io.github.anomalydata.data.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
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
 * From the files of a subset to all its training windows as one array {@code [windows, 14, 30]},
 * scaled within each operating condition. {@code peers/turbofan.py} does the same with pandas and
 * NumPy; {@code benchmarks/compare turbofan} runs both and prints the ratio.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar TurbofanBenchmark -p data=DIR</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class TurbofanBenchmark {
  /** The folder of the files; empty to simulate FD002. */
  @Param("")
  public String data = "";

  /** The subset. */
  @Param("FD002")
  public String subset = "";

  private Path folder = Path.of("");
  private Turbofan opened;

  /**
   * Finds or makes the files.
   *
   * @throws IOException if they cannot be read or made
   */
  @Setup(Level.Trial)
  public void open() throws IOException {
    folder = data.isEmpty() ? Simulated.fleet(subset) : Path.of(data);
    opened = Turbofan.open(folder, subset);
  }

  /**
   * Reads and checks the three files.
   *
   * @return the data set
   * @throws IOException if they cannot be read
   */
  @Benchmark
  public Turbofan parse() throws IOException {
    return Turbofan.open(folder, subset);
  }

  /**
   * Finds the conditions, fits the scaler and scales.
   *
   * @return the prepared runs
   */
  @Benchmark
  public PreparedRuns scale() {
    return Preparation.withDefaults().fit(opened.train()).apply(opened.train());
  }

  /**
   * Reads, checks, scales and windows.
   *
   * @return all windows
   * @throws IOException if the files cannot be read
   */
  @Benchmark
  public BatchBuffer parseScaleWindow() throws IOException {
    EngineRuns train = Turbofan.open(folder, subset).train();
    PreparedRuns prepared = Preparation.withDefaults().fit(train).apply(train);
    Source windows = Windows.ofLength(30).over(prepared, RulTarget.clippedAt(125));
    BatchBuffer all = new BatchBuffer(windows.layout(), windows.size());
    IntStream.range(0, windows.size()).parallel().forEach(i -> read(windows, i, all));
    return all;
  }

  private static void read(Source windows, int index, BatchBuffer all) {
    try {
      windows.read(index, all, index);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
