package io.github.anomalydata.report;

import io.github.anomalydata.drift.Attribution;
import io.github.anomalydata.drift.Attribution.ColumnChange;
import io.github.anomalydata.drift.Attribution.Since;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What changed in which columns, and since when. */
final class AttributionSection {
  private static final Digits FOUR = Digits.significant(4);
  private static final Digits WHOLE = Digits.decimals(0);

  private AttributionSection() {}

  static Section of(Attribution attribution) {
    List<ColumnChange> findings = attribution.findings();
    Section section = Section.of("What changed");
    if (findings.isEmpty()) {
      return section.withText(
          "Nothing was found, at a probability of "
              + attribution.level()
              + " of any false finding.");
    }
    return section
        .withText(
            "The most telling first; the probability of any false finding is at most "
                + attribution.level()
                + ". Rows count from 0 in the current data.")
        .with(
            Table.of("Findings")
                .withText("feature", text(findings, ColumnChange::column))
                .withText("change", text(findings, AttributionSection::change))
                .withNumbers("before", FOUR, numbers(findings, ColumnChange::before))
                .withNumbers("now", FOUR, numbers(findings, ColumnChange::after))
                .withNumbers(
                    "effect size", Digits.decimals(3), numbers(findings, ColumnChange::effectSize))
                .withNumbers(
                    "adjusted p",
                    Digits.decimals(4),
                    numbers(findings, ColumnChange::adjustedPValue))
                .withNumbers("since row", WHOLE, numbers(findings, f -> since(f, Since::row)))
                .withNumbers("earliest", WHOLE, numbers(findings, f -> since(f, Since::earliest)))
                .withNumbers("latest", WHOLE, numbers(findings, f -> since(f, Since::latest))));
  }

  private static String change(ColumnChange finding) {
    String word = finding.change().name().toLowerCase(Locale.ROOT);
    return finding.detail().isEmpty() ? word : word + ": " + finding.detail();
  }

  private static double since(ColumnChange finding, Function<Since, Integer> row) {
    return finding.since().map(row).map(Integer::doubleValue).orElse(Double.NaN);
  }

  private static List<String> text(
      List<ColumnChange> findings, Function<ColumnChange, String> property) {
    return findings.stream().map(property).toList();
  }

  private static double[] numbers(
      List<ColumnChange> findings, ToDoubleFunction<ColumnChange> property) {
    return findings.stream().mapToDouble(property).toArray();
  }
}
