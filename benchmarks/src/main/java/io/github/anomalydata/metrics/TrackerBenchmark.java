package io.github.anomalydata.metrics;

import io.github.anomalydata.metrics.prometheus.PrometheusMetrics;
import io.github.anomalydata.metrics.prometheus.PrometheusOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
 * The time a batch takes to be logged: median, p99 and more.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar TrackerBenchmark -p scores=64 -p sync=NEVER</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class TrackerBenchmark {
  private static final Duration LATENCY = Duration.ofMillis(12);

  /** The number of scores of a batch. */
  @Param({"1", "64"})
  public int scores;

  /** When batches are forced to the disk. */
  @Param({"NEVER", "INTERVAL"})
  public Sync sync = Sync.NEVER;

  /** Whether Prometheus is shown each batch. */
  @Param({"false", "true"})
  public boolean prometheus;

  private double[] batch = {};
  private Path folder = Path.of("");
  private MetricsTracker tracker;

  /** Opens a history in a folder of its own. */
  @Setup(Level.Trial)
  public void open() throws IOException {
    SplittableRandom random = new SplittableRandom(1);
    batch = random.doubles(scores).map(u -> -Math.log(u)).toArray();
    folder = Files.createTempDirectory("tracker");
    tracker =
        MetricsTracker.open(
            folder.resolve("metrics.jsonl"),
            TrackerOptions.withDefaults().with(sync).withRetention(1 << 28, Duration.ofDays(1)));
    if (prometheus) {
      PrometheusMetrics.over(tracker, PrometheusOptions.withDefaults());
    }
  }

  /** Deletes the history. */
  @TearDown(Level.Trial)
  public void delete() throws IOException {
    tracker.close();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  /**
   * Logs a batch.
   *
   * @return its number
   */
  @Benchmark
  public long log() {
    return tracker.logBatch(batch, LATENCY, 0.1, 3);
  }
}
