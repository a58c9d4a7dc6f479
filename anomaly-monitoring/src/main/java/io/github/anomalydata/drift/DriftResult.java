package io.github.anomalydata.drift;

import io.github.anomalydata.internal.Require;
import java.time.Duration;
import java.util.List;

/**
 * What the tests of all columns of a table say together.
 *
 * @param columns what each test says, those of one column after one another
 * @param blockLength the rows of a block that was permuted as one in all columns, 1 for rows that
 *     do not depend on one another
 * @param permutations the number of permutations, the same ones for all tests; 0 where none was
 *     made
 * @param seed the seed of the permutations
 * @param elapsed the time all tests took
 */
public record DriftResult(
    List<Column> columns, int blockLength, int permutations, long seed, Duration elapsed) {

  /** What a test is about. */
  public enum Aspect {
    /** The values that a column has. */
    VALUES,
    /** Whether rows have a value. */
    MISSING
  }

  /**
   * One test of one column.
   *
   * @param name the column
   * @param aspect what of it is tested
   * @param result the result on its own. Its time is that of all tests, which share their splits;
   *     its sizes are the rows that have a value.
   * @param adjustedPValue the p-value adjusted for all tests together by the splits they share,
   *     after P. H. Westfall and S. S. Young, 1993; 1 where there was too little data
   * @param holmPValue the p-value adjusted by {@link Holm}, which does not know what the tests have
   *     in common; 1 where there was too little data
   * @param missingReference the rows of the reference that have no value
   * @param missingCurrent the current rows that have none
   * @param categories the labels that only one sample has; none for numbers
   */
  public record Column(
      String name,
      Aspect aspect,
      TestResult result,
      double adjustedPValue,
      double holmPValue,
      int missingReference,
      int missingCurrent,
      CategoryChanges categories) {

    /**
     * Checks the values.
     *
     * @param name the column
     * @param aspect what of it is tested
     * @param result the result on its own
     * @param adjustedPValue the adjusted p-value, above 0 and at most 1
     * @param holmPValue the p-value adjusted by Holm, above 0 and at most 1
     * @param missingReference the rows of the reference without a value, at least 0
     * @param missingCurrent the current rows without one, at least 0
     * @param categories the labels that only one sample has
     * @throws IllegalArgumentException if a value is out of its range
     */
    public Column {
      Rules.probability("adjustedPValue", adjustedPValue);
      Rules.probability("holmPValue", holmPValue);
      Require.atLeast("missingReference", missingReference, 0);
      Require.atLeast("missingCurrent", missingCurrent, 0);
    }

    /**
     * Tells whether this test rejects, at a level that all tests of the table share.
     *
     * @param alpha the probability of any false alarm that is accepted, above 0 and below 1
     * @return whether the adjusted p-value is at most {@code alpha}
     * @throws IllegalArgumentException if {@code alpha} is not above 0 and below 1
     */
    public boolean reject(double alpha) {
      Rules.level(alpha);
      return result instanceof TestResult.Tested && adjustedPValue <= alpha;
    }
  }

  /**
   * Checks the values.
   *
   * @param columns what each test says
   * @param blockLength the rows of a block, at least 1
   * @param permutations the number of permutations, at least 0
   * @param seed the seed of the permutations
   * @param elapsed the time all tests took, not negative
   * @throws IllegalArgumentException if a value is out of its range
   */
  public DriftResult {
    columns = List.copyOf(columns);
    Require.atLeast("blockLength", blockLength, 1);
    Require.atLeast("permutations", permutations, 0);
    Rules.notNegative("elapsed", elapsed);
  }

  /**
   * Tells whether any test rejects that both tables come from one distribution.
   *
   * @param alpha the probability of a false alarm that is accepted, above 0 and below 1
   * @return whether any adjusted p-value is at most {@code alpha}
   * @throws IllegalArgumentException if {@code alpha} is not above 0 and below 1
   */
  public boolean reject(double alpha) {
    return !drifted(alpha).isEmpty();
  }

  /**
   * Returns the tests that reject.
   *
   * @param alpha the probability of any false alarm that is accepted, above 0 and below 1
   * @return those whose adjusted p-value is at most {@code alpha}
   * @throws IllegalArgumentException if {@code alpha} is not above 0 and below 1
   */
  public List<Column> drifted(double alpha) {
    Rules.level(alpha);
    return columns.stream().filter(column -> column.reject(alpha)).toList();
  }
}
