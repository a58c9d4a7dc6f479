package io.github.anomalydata.drift;

import io.github.anomalydata.internal.ParallelRows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Tests of the same rows, which take the same splits.
 *
 * @param reference the rows of the reference
 * @param current the current rows
 * @param columns the tests of columns
 * @param kernel the test of all latents at once
 */
record JointTest(
    int reference, int current, List<ColumnTest> columns, Optional<JointKernel> kernel) {

  static JointTest of(int reference, int current, List<ColumnTest> columns) {
    return new JointTest(reference, current, columns, Optional.empty());
  }

  /**
   * Statistics of splits, that of the kernel first, then those of the columns that have any.
   *
   * @param splits the splits
   * @param observed each statistic of the rows as they are, as it is compared with those of splits
   * @param statistics each statistic of each split
   * @param kernel what the kernel says of the splits
   */
  record Outcome(
      Permutations splits,
      double[] observed,
      double[][] statistics,
      Optional<KernelComparison.Splits> kernel) {

    /** Returns the p-value of a test. */
    Probability probability(int test) {
      return Probability.of(splits, observed[test], statistics[test]);
    }
  }

  /** Returns the blocks of all tests: those of the test whose blocks are longest. */
  Blocks blocks() {
    return Stream.concat(
            kernel.stream().map(JointKernel::blocks), columns.stream().map(ColumnTest::blocks))
        .max(Comparator.comparingInt(Blocks::length))
        .orElse(Blocks.NONE);
  }

  /** Returns the rows of a block. */
  int blockLength() {
    return blocks().length();
  }

  /** Returns why no test can be made, or nothing. */
  Optional<String> shortage() {
    if (kernel.isEmpty() && columns.stream().noneMatch(ColumnTest::isTestable)) {
      return Optional.of("no values");
    }
    Blocks blocks = blocks();
    return blocks.areTooFew(reference, current)
        ? Optional.of(blocks.shortage(reference, current))
        : Optional.empty();
  }

  /**
   * Computes the statistics of splits.
   *
   * @param permutations the number of splits at most
   * @param workers the threads that share them
   * @param seed the seed of the splits
   */
  Outcome run(int permutations, ParallelRows workers, long seed) {
    List<ColumnTest> tests = columns.stream().filter(ColumnTest::isTestable).toList();
    boolean partial = tests.stream().anyMatch(test -> test.presence().isPartial());
    Permutations all = Permutations.of(reference, current, permutations, blockLength(), seed);
    Permutations splits = partial ? all.drawn() : all;
    List<double[]> statistics = new ArrayList<>();
    Optional<KernelComparison.Splits> joint = kernel.map(test -> test.splits(splits, workers));
    joint.ifPresent(of -> statistics.add(of.statistics()));
    statistics.addAll(List.of(statistics(tests, splits, partial, workers)));
    double[] observed =
        DoubleStream.concat(
                joint.stream().mapToDouble(KernelComparison.Splits::compared),
                tests.stream().mapToDouble(test -> test.observed(splits.blockLength())))
            .toArray();
    return new Outcome(splits, observed, statistics.toArray(double[][]::new), joint);
  }

  private static double[][] statistics(
      List<ColumnTest> tests, Permutations splits, boolean partial, ParallelRows workers) {
    List<Supplier<ColumnTest.Statistic>> suppliers =
        tests.stream().map(ColumnTest::statistic).toList();
    double[][] statistics = new double[suppliers.size()][splits.count()];
    workers.run(
        splits.count(),
        (from, to) -> {
          List<ColumnTest.Statistic> own = suppliers.stream().map(Supplier::get).toList();
          long[] mask = new long[splits.words()];
          int[] order = new int[partial ? splits.rows() : 0];
          for (int split = from; split < to; split++) {
            if (partial) {
              splits.fill(split, order, mask);
            } else {
              splits.fill(split, mask);
            }
            for (int i = 0; i < statistics.length; i++) {
              statistics[i][split] = own.get(i).of(order, mask);
            }
          }
        });
    return statistics;
  }

  /**
   * Tests the columns alone.
   *
   * @param permutations the number of splits at most
   * @param workers the threads that share them
   * @param seed the seed of the splits
   * @param start when the test started
   */
  DriftResult result(int permutations, ParallelRows workers, long seed, long start) {
    int blockLength = blockLength();
    Optional<String> shortage = shortage();
    if (shortage.isPresent()) {
      List<DriftResult.Column> results =
          columns.stream().map(test -> test.insufficient(shortage.get())).toList();
      return new DriftResult(results, blockLength, 0, seed, elapsed(start));
    }
    Outcome outcome = run(permutations, workers, seed);
    double[] pValues = outcome.splits().pValues(outcome.observed(), outcome.statistics());
    double[] adjusted = MaxT.adjust(outcome.splits(), outcome.observed(), outcome.statistics());
    double[] holm = Holm.adjust(pValues);
    Duration elapsed = elapsed(start);
    List<DriftResult.Column> results = new ArrayList<>();
    int i = 0;
    for (ColumnTest test : columns) {
      if (!test.isTestable()) {
        results.add(test.insufficient());
        continue;
      }
      TestResult result =
          test.samples()
              .result(
                  outcome.probability(i),
                  blockLength,
                  new ArrayList<>(test.notes()),
                  seed,
                  elapsed);
      results.add(test.result(result, adjusted[i], holm[i]));
      i++;
    }
    return new DriftResult(results, blockLength, outcome.splits().count(), seed, elapsed);
  }

  static Duration elapsed(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
