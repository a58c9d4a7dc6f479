package io.github.anomalydata.drift.online;

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
 * The rows of 32 columns that a monitor of their discrepancy takes in a second.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar SlidingDiscrepancyBenchmark</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx512m")
public class SlidingDiscrepancyBenchmark {
  private static final int COLUMNS = 32;

  /** The rows of the window. */
  @Param({"100", "500"})
  public int window;

  /** The rows of the reference. */
  @Param({"1000", "5000", "20000"})
  public int reference;

  private double[][] stream = {};
  private int next;
  private Monitor started;

  /** Starts a monitor that never raises an alarm. */
  @Setup(Level.Trial)
  public void start() {
    SplittableRandom random = new SplittableRandom(1);
    double[][] rows = new double[reference][];
    for (int i = 0; i < reference; i++) {
      rows[i] = random.doubles(COLUMNS).toArray();
    }
    stream = rows;
    SlidingDiscrepancy options =
        SlidingDiscrepancy.withDefaults().withSize(window).withReferenceRows(reference);
    started = FittedDetector.of(options, rows, 1e9).start();
  }

  /** Looks at a row. */
  @Benchmark
  public boolean update() {
    next = (next + 1) % stream.length;
    return started.updateRow(stream[next]).isPresent();
  }
}
