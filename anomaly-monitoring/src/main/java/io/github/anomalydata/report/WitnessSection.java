package io.github.anomalydata.report;

import java.util.Arrays;

/** What the witness of a maximum mean discrepancy shows. */
final class WitnessSection {
  private static final int BUCKETS = 400;

  private WitnessSection() {}

  static Section of(double[] witness) {
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
    return Section.of("All features together", chart)
        .withText(
            "Above 0 there are more current rows like this one than the reference would have, below"
                + " 0 fewer. Rows far above 0 are those to look at.");
  }
}
