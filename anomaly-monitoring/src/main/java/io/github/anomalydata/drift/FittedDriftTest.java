package io.github.anomalydata.drift;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A test of tables against a reference that is prepared once. Any number of threads may use it at
 * the same time.
 */
public final class FittedDriftTest {
  private final DriftTest options;
  private final MixedTable reference;
  private final int rows;
  private final Map<String, FittedColumn> columns = new LinkedHashMap<>();

  FittedDriftTest(DriftTest options, MixedTable reference) {
    this.options = options;
    this.reference = reference;
    this.rows = reference.rows();
    requirePresent("reference", reference);
    reference
        .values()
        .forEach((name, column) -> columns.put(name, FittedColumn.of(options, name, column)));
  }

  private void requirePresent(String name, MixedTable table) {
    if (options.missingValues() == MissingValues.FAIL) {
      table.values().forEach((column, values) -> requirePresent(name, column, values));
    }
  }

  private static void requirePresent(String name, String column, MixedTable.Column values) {
    for (int row = 0; row < values.rows(); row++) {
      if (values.isMissing(row)) {
        throw new IllegalArgumentException(
            name + ": no missing value, got one in column '" + column + "' at row " + row);
      }
    }
  }

  private FittedColumn column(String name) {
    FittedColumn column = columns.get(name);
    if (column == null) {
      throw new AssertionError(name);
    }
    return column;
  }

  /**
   * Tests a table.
   *
   * @param current the table, with the columns of the reference in the same order
   * @param seed the seed of the permutations
   * @return the result, with {@link TestResult.InsufficientData} for each column that has no value
   *     in either table, and for all where the blocks are so long that no p-value could reach 0.05
   * @throws IllegalArgumentException if the columns or their kinds are others, a value is missing
   *     and that fails, or a number is 1e250 or more in magnitude
   */
  public DriftResult test(MixedTable current, long seed) {
    long start = System.nanoTime();
    current.requireLike(reference);
    requirePresent("current", current);
    List<ColumnTest> tests = new ArrayList<>();
    current.values().forEach((name, values) -> tests.addAll(column(name).tests(values)));
    Blocks blocks =
        tests.stream()
            .map(ColumnTest::blocks)
            .max(Comparator.comparingInt(Blocks::length))
            .orElse(Blocks.NONE);
    int length = blocks.length();
    boolean any = tests.stream().anyMatch(ColumnTest::isTestable);
    if (!any || blocks.areTooFew(rows, current.rows())) {
      String reason = any ? blocks.shortage(rows, current.rows()) : "no values";
      List<DriftResult.Column> results =
          tests.stream().map(test -> test.insufficient(reason)).toList();
      return new DriftResult(results, length, 0, seed, elapsed(start));
    }
    boolean partial = tests.stream().anyMatch(test -> test.presence().isPartial());
    Permutations all = Permutations.of(rows, current.rows(), options.permutations(), length, seed);
    Permutations splits = partial ? all.drawn() : all;
    double[][] statistics = statistics(tests, splits, partial);
    return result(tests, splits, statistics, length, seed, start);
  }

  private static Duration elapsed(long start) {
    return Duration.ofNanos(System.nanoTime() - start);
  }

  /** Returns each statistic of each split. */
  private double[][] statistics(List<ColumnTest> tests, Permutations splits, boolean partial) {
    List<Supplier<ColumnTest.Statistic>> suppliers =
        tests.stream().filter(ColumnTest::isTestable).map(ColumnTest::statistic).toList();
    double[][] statistics = new double[suppliers.size()][splits.count()];
    options
        .workers()
        .run(
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

  private static DriftResult result(
      List<ColumnTest> tests,
      Permutations splits,
      double[][] statistics,
      int blockLength,
      long seed,
      long start) {
    double[] observed =
        tests.stream()
            .filter(ColumnTest::isTestable)
            .mapToDouble(
                test -> test.samples().observed(test.blocks().atLeast(blockLength).widening()))
            .toArray();
    double[] pValues = new double[observed.length];
    for (int i = 0; i < pValues.length; i++) {
      pValues[i] = splits.pValue(observed[i], statistics[i]);
    }
    double[] adjusted = MaxT.adjust(splits, observed, statistics);
    double[] holm = Holm.adjust(pValues);
    Duration elapsed = elapsed(start);
    List<DriftResult.Column> results = new ArrayList<>();
    int i = 0;
    for (ColumnTest test : tests) {
      if (!test.isTestable()) {
        results.add(test.insufficient("no values"));
        continue;
      }
      Probability probability = new Probability(pValues[i], splits.kind(), splits.count());
      List<String> notes = new ArrayList<>(test.notes());
      TestResult result = test.samples().result(probability, blockLength, notes, seed, elapsed);
      results.add(test.result(result, adjusted[i], holm[i]));
      i++;
    }
    return new DriftResult(results, blockLength, splits.count(), seed, elapsed);
  }
}
