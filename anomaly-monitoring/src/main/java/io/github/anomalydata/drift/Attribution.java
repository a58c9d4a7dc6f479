package io.github.anomalydata.drift;

import io.github.anomalydata.internal.Require;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What changed between two tables: in which columns, in what, from where to where, and since when.
 *
 * @param tests what was looked at, in the order of the columns
 * @param untested the columns, or parts of them, that had too little data, and why
 * @param level the probability of any false finding that was accepted
 * @param blockLength the rows of a block that was permuted as one
 * @param permutations the number of permutations, 0 where none was made
 * @param seed the seed of the permutations
 * @param elapsed the time it took
 */
public record Attribution(
    List<ColumnChange> tests,
    Map<String, String> untested,
    double level,
    int blockLength,
    int permutations,
    long seed,
    Duration elapsed) {

  /** What of a column may change. */
  public enum Change {
    /** Its mean. Before and after are means, the effect is in standard deviations before. */
    MEAN,
    /**
     * How far its values are from their median. Before and after are mean distances from the median
     * of the sample, the effect is the natural logarithm of their ratio, within [-20, 20].
     */
    SPREAD,
    /**
     * Its distribution once each sample has median 0 and interquartile range 1; where that range is
     * 0, the mean distance from the median takes its place. Before and after are the shares of
     * values up to the place that the detail names, where they differ most; the effect is their
     * difference.
     */
    SHAPE,
    /**
     * Its rank correlation with other columns, whatever happened to their values. Before and after
     * are those with the column that the detail names, which changed most; the effect is their
     * difference.
     */
    CORRELATION,
    /** How often it has no value. Before and after are rates, the effect is their difference. */
    MISSING,
    /**
     * How often it has each of its labels. Before and after are the shares of the label that the
     * detail names, whose share changed most; the effect is their difference.
     */
    CATEGORIES
  }

  /**
   * One thing that may have changed in a column.
   *
   * @param column the column
   * @param change what of it
   * @param before the value in the reference, as {@link Change} says
   * @param after the value in the current table
   * @param effectSize how much it changed, as {@link Change} says
   * @param detail what the values are about, empty where {@link Change} says all
   * @param deviations by how many standard deviations of the splits the statistic is above their
   *     mean
   * @param pValue the p-value on its own, above 0 and at most 1
   * @param adjustedPValue the p-value adjusted for all tests of both tables together
   * @param since when it changed, where the adjusted p-value is at most the level
   */
  public record ColumnChange(
      String column,
      Change change,
      double before,
      double after,
      double effectSize,
      String detail,
      double deviations,
      double pValue,
      double adjustedPValue,
      Optional<Since> since) {

    /**
     * Checks the values.
     *
     * @param column the column
     * @param change what of it
     * @param before the value in the reference, finite
     * @param after the value in the current table, finite
     * @param effectSize how much it changed, finite
     * @param detail what the values are about
     * @param deviations by how many standard deviations of the splits, finite
     * @param pValue the p-value on its own, above 0 and at most 1
     * @param adjustedPValue the adjusted p-value, above 0 and at most 1
     * @param since when it changed
     * @throws IllegalArgumentException if a value is out of its range
     */
    public ColumnChange {
      Rules.finite("before", before);
      Rules.finite("after", after);
      Rules.finite("effectSize", effectSize);
      Rules.finite("deviations", deviations);
      Rules.probability("pValue", pValue);
      Rules.probability("adjustedPValue", adjustedPValue);
    }
  }

  /**
   * Since when a change holds, if it came at once: the step that fits best by least squares, among
   * all places in the current table. The interval is the basic bootstrap interval of M. Hušková and
   * C. Kirch, "Bootstrapping confidence intervals for the change-point of time series", 2008,
   * doi:10.1111/j.1467-9892.2008.00589.x.
   *
   * @param row the first current row that is changed, from 0: at 0 all of them are
   * @param earliest the lower end of the interval
   * @param latest the upper end of the interval
   * @param confidence the probability with which the interval holds the row
   */
  public record Since(int row, int earliest, int latest, double confidence) {

    /**
     * Checks the values.
     *
     * @param row the first current row that is changed
     * @param earliest the lower end of the interval, at least 0 and at most the row
     * @param latest the upper end of the interval, at least the row
     * @param confidence the probability, above 0 and below 1
     * @throws IllegalArgumentException if a value is out of its range
     */
    public Since {
      Require.atLeast("earliest", earliest, 0);
      Require.atLeast("row", row, earliest);
      Require.atLeast("latest", latest, row);
      if (!(confidence > 0 && confidence < 1)) {
        throw new IllegalArgumentException("confidence: above 0 and below 1, got " + confidence);
      }
    }
  }

  /**
   * Copies the lists and checks the values.
   *
   * @param tests what was looked at
   * @param untested what had too little data
   * @param level the probability of any false finding, above 0 and below 1
   * @param blockLength the rows of a block, at least 1
   * @param permutations the number of permutations, at least 0
   * @param seed the seed of the permutations
   * @param elapsed the time it took, not negative
   * @throws IllegalArgumentException if a value is out of its range
   */
  public Attribution {
    tests = List.copyOf(tests);
    untested = Map.copyOf(untested);
    Rules.level(level);
    Require.atLeast("blockLength", blockLength, 1);
    Require.atLeast("permutations", permutations, 0);
    Rules.notNegative("elapsed", elapsed);
  }

  /**
   * Returns what changed: the tests whose adjusted p-value is at most the level.
   *
   * @return the findings, the most telling first
   */
  public List<ColumnChange> findings() {
    return tests.stream()
        .filter(test -> test.adjustedPValue() <= level)
        .sorted(Comparator.comparingDouble(test -> -test.deviations()))
        .toList();
  }

  /**
   * Returns the columns by how much their most telling test says, whether it is a finding or not:
   * where to look first.
   *
   * @return the names of the columns that were tested, the most telling first
   */
  public List<String> ranking() {
    List<ColumnChange> sorted = new ArrayList<>(tests);
    sorted.sort(Comparator.comparingDouble(test -> -test.deviations()));
    LinkedHashSet<String> names = new LinkedHashSet<>();
    sorted.forEach(test -> names.add(test.column()));
    return List.copyOf(names);
  }
}
