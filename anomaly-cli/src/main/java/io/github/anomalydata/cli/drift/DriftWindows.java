package io.github.anomalydata.cli.drift;

import io.github.anomalydata.drift.DriftResult;
import io.github.anomalydata.drift.DriftTest;
import io.github.anomalydata.drift.FittedDriftTest;
import io.github.anomalydata.drift.MixedTable;
import io.github.anomalydata.drift.TestResult.Tested;
import io.github.anomalydata.report.Section;
import io.github.anomalydata.report.TimeLine;
import java.util.Arrays;

/** The current rows in windows, each tested against the reference by itself. */
final class DriftWindows {
  private DriftWindows() {}

  /**
   * Returns the line of windows. The level is shared among them, by C. E. Bonferroni.
   *
   * @param test the test of a window
   * @param reference the reference
   * @param current the current rows
   * @param count the number of windows
   * @param alpha the level of all windows together
   * @param seed the seed of the permutations
   */
  static Section section(
      DriftTest test,
      MixedTable reference,
      MixedTable current,
      int count,
      double alpha,
      long seed) {
    FittedDriftTest fitted = test.fit(reference);
    TimeLine line = TimeLine.ofRows("greatest effect size");
    for (int i = 0; i < count; i++) {
      int from = (int) ((long) i * current.rows() / count);
      int to = (int) ((i + 1L) * current.rows() / count);
      DriftResult result = fitted.test(rows(current, from, to), seed);
      double effect =
          result.columns().stream()
              .map(DriftResult.Column::result)
              .filter(Tested.class::isInstance)
              .mapToDouble(tested -> ((Tested) tested).effectSize())
              .max()
              .orElse(Double.NaN);
      line = line.withWindow(from, to, effect, result.reject(alpha / count));
    }
    return Section.of("Windows of current rows", line.chart())
        .withText(
            "Each window is tested against the whole reference. An alarm is a p-value, adjusted for"
                + " the number of columns and of windows, of at most "
                + alpha
                + ".");
  }

  private static MixedTable rows(MixedTable table, int from, int to) {
    MixedTable part = MixedTable.empty();
    for (String name : table.columns()) {
      part =
          table.isNumbers(name)
              ? part.withNumbers(name, Arrays.copyOfRange(table.numbers(name), from, to))
              : part.withLabels(name, table.labels(name).subList(from, to));
    }
    return part;
  }
}
