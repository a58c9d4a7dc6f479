package io.github.anomalydata.report;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a maximum mean discrepancy tells of rows and columns. */
final class DiscrepancySection {
  private static final int BUCKETS = 400;

  private DiscrepancySection() {}

  static Section of(double[] witness, Map<String, Double> contributions) {
    Thinned line = Thinned.of(witness, 0, BUCKETS);
    long above = Arrays.stream(witness).filter(value -> value > 0).count();
    Chart chart =
        Chart.of("MMD witness", Axis.of("current row"), Axis.of("witness"), line.places())
            .withLine("witness", Tone.ORANGE, line.values())
            .withLimit("as dense as the reference", Tone.GREY, 0)
            .withDescription(
                above
                    + " of "
                    + witness.length
                    + " current rows lie where the reference is rarer.");
    Section section =
        Section.of("All features together", chart)
            .withText(
                "Above 0 there are more current rows like this one than the reference would have,"
                    + " below 0 fewer. Rows far above 0 are those to look at.");
    return contributions.isEmpty() ? section : section.with(table(contributions));
  }

  private static Table table(Map<String, Double> contributions) {
    List<Map.Entry<String, Double>> greatestFirst =
        contributions.entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .toList();
    return Table.of("What each feature adds to the discrepancy")
        .withText("feature", greatestFirst.stream().map(Map.Entry::getKey).toList())
        .withNumbers(
            "contribution",
            Digits.decimals(4),
            greatestFirst.stream().mapToDouble(Map.Entry::getValue).toArray());
  }
}
