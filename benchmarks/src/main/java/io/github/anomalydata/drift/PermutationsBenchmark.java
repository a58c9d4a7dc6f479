package io.github.anomalydata.drift;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.LongFunction;
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
 * Each test of one variable with its permutations, shared by threads, in blocks of 10 rows; and
 * that of a table of 16 columns of numbers and 4 of labels.
 *
 * <pre>java -jar benchmarks/target/benchmarks.jar PermutationsBenchmark -p test=ENERGY</pre>
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgs = "-Xmx1g")
public class PermutationsBenchmark {
  private static final Dependence BLOCKS = Dependence.blocks(10);

  /** The test: a distance of numbers or of labels, or one of these names. */
  @Param({
    "KOLMOGOROV_SMIRNOV",
    "WASSERSTEIN",
    "CRAMER_VON_MISES",
    "ANDERSON_DARLING",
    "ENERGY",
    "KUIPER",
    "CHI_SQUARED",
    "POPULATION_STABILITY",
    "JENSEN_SHANNON",
    "HELLINGER",
    "weighted",
    "table"
  })
  public String test = "";

  /** The rows of both samples. */
  @Param("1000")
  public int rows;

  /** The number of permutations. */
  @Param("999")
  public int permutations;

  /** The number of threads. */
  @Param({"1", "2"})
  public int workers;

  private final SplittableRandom random = new SplittableRandom(42);
  private ExecutorService executor;
  private LongFunction<Object> work = seed -> seed;
  private long seed;

  /** Makes the samples and prepares the reference. */
  @Setup(Level.Trial)
  public void prepare() {
    executor = Executors.newFixedThreadPool(Math.max(1, workers - 1));
    if (test.equals("table")) {
      FittedDriftTest table =
          DriftTest.withDefaults()
              .with(BLOCKS)
              .withPermutations(permutations)
              .withWorkers(executor, workers)
              .fit(table());
      MixedTable current = table();
      work = s -> table.test(current, s);
    } else if (Arrays.stream(CategoryDistance.values()).anyMatch(d -> d.name().equals(test))) {
      FittedCategoryTest labels =
          CategoryTest.withDefaults()
              .with(CategoryDistance.valueOf(test))
              .with(BLOCKS)
              .withPermutations(permutations)
              .withWorkers(executor, workers)
              .fit(labels());
      List<Integer> current = labels();
      work = s -> labels.test(current, s);
    } else {
      numbers();
    }
  }

  private void numbers() {
    UnivariateTest options =
        UnivariateTest.withDefaults()
            .with(BLOCKS)
            .withPermutations(permutations)
            .withWorkers(executor, workers);
    double[] current = values();
    if (test.equals("weighted")) {
      FittedWeightedTest weighted =
          options.with(Distance.WASSERSTEIN).fit(values(), random.doubles(rows, 1, 2).toArray());
      double[] weights = random.doubles(rows, 1, 2).toArray();
      work = s -> weighted.test(current, weights, s);
    } else {
      FittedUnivariateTest fitted = options.with(Distance.valueOf(test)).fit(values());
      work = s -> fitted.test(current, s);
    }
  }

  private double[] values() {
    return random.doubles(rows, -1, 1).toArray();
  }

  private List<Integer> labels() {
    return random.ints(rows, 0, 10).boxed().toList();
  }

  private MixedTable table() {
    MixedTable table = MixedTable.empty();
    for (int column = 0; column < 20; column++) {
      String name = String.valueOf(column);
      table = column < 16 ? table.withNumbers(name, values()) : table.withLabels(name, labels());
    }
    return table;
  }

  /** Ends the threads. */
  @TearDown(Level.Trial)
  public void close() {
    executor.shutdown();
  }

  /**
   * Tests a sample.
   *
   * @return the result
   */
  @Benchmark
  public Object test() {
    return work.apply(seed++);
  }
}
