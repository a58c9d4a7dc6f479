package io.github.anomalydata.drift;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /** Checks the columns of a table, and that it has all values if it must. */
  MixedTable requireAlike(MixedTable current) {
    current.requireLike(reference);
    requirePresent("current", current);
    return current;
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
    return JointTest.of(rows, current.rows(), tests(current))
        .result(options.permutations(), options.workers(), seed, start);
  }

  /** Returns the tests of a table. */
  List<ColumnTest> tests(MixedTable current) {
    requireAlike(current);
    List<ColumnTest> tests = new ArrayList<>();
    current.values().forEach((name, values) -> tests.addAll(column(name).tests(values)));
    return tests;
  }
}
