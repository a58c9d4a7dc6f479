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
 * The samples that a monitor of one variable takes in a second.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar MonitorBenchmark -p monitor=CUSUM</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx512m")
public class MonitorBenchmark {
  private static final int SAMPLES = 1 << 16;

  /** The monitors and their default options. */
  public enum Choice {
    /** Cumulative sums. */
    CUSUM(Cusum.withDefaults()),
    /** A moving average. */
    EWMA(Ewma.withDefaults()),
    /** Sums against the stream's own mean. */
    PAGE_HINKLEY(PageHinkley.withDefaults()),
    /** A window that grows. */
    ADWIN(Adwin.withDefaults()),
    /** Errors. */
    DDM(Ddm.withDefaults()),
    /** The newest 100 samples. */
    KS(SlidingWindow.of(SlidingWindow.Distance.KOLMOGOROV_SMIRNOV)),
    /** The newest 100 samples. */
    CVM(SlidingWindow.of(SlidingWindow.Distance.CRAMER_VON_MISES));

    private final Detector detector;

    Choice(Detector detector) {
      this.detector = detector;
    }
  }

  /** The monitor. */
  @Param public Choice monitor = Choice.CUSUM;

  private double[] stream = {};
  private int next;
  private Monitor started;

  /** Starts a monitor that never raises an alarm. */
  @Setup(Level.Trial)
  public void start() {
    SplittableRandom random = new SplittableRandom(1);
    stream =
        monitor == Choice.DDM
            ? random.doubles(SAMPLES).map(u -> u < 0.1 ? 1 : 0).toArray()
            : random.doubles(SAMPLES).toArray();
    started = FittedDetector.of(monitor.detector, stream, 1e9).start();
  }

  /** Looks at a sample. */
  @Benchmark
  public boolean update() {
    next = (next + 1) % SAMPLES;
    return started.update(stream[next]).isPresent();
  }
}
