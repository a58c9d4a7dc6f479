package io.github.anomalydata.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Every column of a table against a reference that is prepared once, columns shared by threads.
 * {@code peers/drift.py} does so with scipy, and {@code benchmarks/compare drift} runs both and
 * prints the ratios.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar ColumnsBenchmark -p distance=WASSERSTEIN</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgs = "-Xmx2g")
public class ColumnsBenchmark {
  /** The distance. */
  @Param({
    "KOLMOGOROV_SMIRNOV",
    "WASSERSTEIN",
    "CRAMER_VON_MISES",
    "ANDERSON_DARLING",
    "ENERGY",
    "KUIPER"
  })
  public Distance distance = Distance.KOLMOGOROV_SMIRNOV;

  /** The rows of both tables. */
  @Param("100000")
  public int rows;

  /** The number of columns. */
  @Param("64")
  public int columns;

  /** The number of threads. */
  @Param("2")
  public int workers;

  private final List<double[]> current = new ArrayList<>();
  private final List<FittedUnivariateTest> tests = new ArrayList<>();
  private ExecutorService executor;

  /** Makes the tables and prepares the reference. */
  @Setup(Level.Trial)
  public void prepare() {
    SplittableRandom random = new SplittableRandom(42);
    UnivariateTest test = UnivariateTest.withDefaults().with(distance);
    for (int column = 0; column < columns; column++) {
      tests.add(test.fit(random.doubles(rows, -1, 1).toArray()));
      current.add(random.doubles(rows, -1, 1).toArray());
    }
    executor = Executors.newFixedThreadPool(workers);
  }

  /** Ends the threads. */
  @TearDown(Level.Trial)
  public void close() {
    executor.shutdown();
  }

  /**
   * Computes the statistic of each column.
   *
   * @return the statistics
   * @throws InterruptedException if the thread is interrupted
   */
  @Benchmark
  public List<Future<Double>> statistic() throws InterruptedException {
    return all(column -> () -> tests.get(column).statistic(current.get(column)));
  }

  /**
   * Tests each column; only of {@link Distance#KOLMOGOROV_SMIRNOV} without permutations.
   *
   * @return the results
   * @throws InterruptedException if the thread is interrupted
   */
  @Benchmark
  public List<Future<TestResult>> test() throws InterruptedException {
    return all(column -> () -> tests.get(column).test(current.get(column), column));
  }

  private <T> List<Future<T>> all(IntFunction<Callable<T>> task) throws InterruptedException {
    List<Future<T>> results =
        executor.invokeAll(IntStream.range(0, columns).mapToObj(task).toList());
    for (Future<T> result : results) {
      try {
        result.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a test failed", e);
      }
    }
    return results;
  }
}
