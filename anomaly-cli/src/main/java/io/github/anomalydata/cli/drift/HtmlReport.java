package io.github.anomalydata.cli.drift;

import io.github.anomalydata.report.Digits;
import io.github.anomalydata.report.DriftReport;
import java.util.List;

/** The results of the command as a report to look at. */
final class HtmlReport {
  private static final Digits WHOLE = Digits.decimals(0);

  private HtmlReport() {}

  /**
   * Returns the report.
   *
   * @param results the results
   * @param alpha the level of all columns together
   * @param reference the reference
   * @param current the current rows
   * @param labels the columns whose values are labels
   */
  static DriftReport of(
      DriftSummary results,
      double alpha,
      DriftTable reference,
      DriftTable current,
      List<Integer> labels) {
    return DriftReport.of(results.columns(), alpha)
        .withTables(reference.mixed(labels), current.mixed(labels))
        .withFact("reference", reference.name())
        .withFact("current", current.name())
        .withFact("rows", WHOLE.format(reference.rows()) + " and " + WHOLE.format(current.rows()))
        .withFact("level", String.valueOf(alpha))
        .withFact("adjusted by", results.adjustment());
  }
}
