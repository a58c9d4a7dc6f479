package io.github.anomalydata.report;

import static io.github.anomalydata.report.Thrown.assertThrown;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.anomalydata.drift.DriftAttribution;
import io.github.anomalydata.drift.DriftResult;
import io.github.anomalydata.drift.DriftTest;
import io.github.anomalydata.drift.MissingValues;
import io.github.anomalydata.drift.MixedTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DriftReportTest {
  private static final MixedTable REFERENCE =
      MixedTable.empty()
          .withNumbers("flow", Reports.numbers(100, 0, 1))
          .withNumbers("speed", Reports.numbers(100, 0, 2))
          .withLabels("mode", Collections.nCopies(100, "on"));
  private static final MixedTable CURRENT =
      MixedTable.empty()
          .withNumbers("flow", Reports.numbers(80, 0, 3))
          .withNumbers("speed", Reports.numbers(80, 2, 4))
          .withLabels("mode", Collections.nCopies(80, "on"));

  private static DriftResult test(MixedTable reference, MixedTable current) {
    return DriftTest.withDefaults()
        .with(MissingValues.TEST)
        .withPermutations(199)
        .fit(reference)
        .test(current, 42);
  }

  private static <T extends Block> T block(Report report, int section, Class<T> type) {
    return report.sections().get(section).blocks().stream()
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void verdictNamesWhatDrifted() {
    Verdict verdict =
        DriftReport.of(test(REFERENCE, CURRENT), 0.05).report().verdict().orElseThrow();
    assertEquals(Mark.ALARM, verdict.mark());
    assertEquals("Drift in 1 of 3 tests", verdict.headline());
    assertTrue(verdict.reasons().get(0).startsWith("speed: effect size "), verdict::toString);
    assertTrue(verdict.reasons().get(0).endsWith("adjusted p-value 0.0050"), verdict::toString);
  }

  @Test
  void verdictOfNoDriftSaysHowFarItWasFromTheLevel() {
    Verdict verdict =
        DriftReport.of(test(REFERENCE, REFERENCE), 0.05).report().verdict().orElseThrow();
    assertEquals(Mark.GOOD, verdict.mark());
    assertEquals("No drift found in 3 tests", verdict.headline());
    assertEquals(
        List.of("The smallest adjusted p-value is 1.0000, of flow; the level is 0.05."),
        verdict.reasons());
  }

  @Test
  void nothingToTestIsNoVerdictOnDrift() {
    MixedTable none = MixedTable.empty().withNumbers("flow", new double[] {Double.NaN});
    DriftResult result =
        DriftTest.withDefaults().with(MissingValues.IGNORE).fit(none).test(none, 1);
    Report report = DriftReport.of(result, 0.05).withTables(none, none).report();
    Verdict verdict = report.verdict().orElseThrow();
    assertEquals(Mark.NEUTRAL, verdict.mark());
    assertEquals("Nothing could be tested", verdict.headline());
    assertTrue(verdict.reasons().get(0).startsWith("1 not tested; flow: "), verdict::toString);
    assertEquals(0, block(report, 0, Gallery.class).entries().size());
  }

  @Test
  void otherVerdictTakesItsPlace() {
    Verdict verdict = Verdict.of(Mark.WARNING, "Watch it", "the detector says so");
    assertEquals(
        verdict,
        DriftReport.of(test(REFERENCE, CURRENT), 0.05).with(verdict).report().verdict().get());
  }

  @Test
  void mostSurprisingFeatureComesFirstInTableAndGallery() {
    Report report =
        DriftReport.of(test(REFERENCE, CURRENT), 0.05).withTables(REFERENCE, CURRENT).report();
    Table table = block(report, 0, Table.class);
    assertEquals("speed", table.columns().get(0).text(0));
    assertEquals("drift", table.columns().get(1).text(0));
    assertEquals("no drift", table.columns().get(1).text(1));
    Gallery gallery = block(report, 0, Gallery.class);
    assertEquals("speed", gallery.entries().get(0).name());
    assertEquals(
        List.of(
            "Distribution", "Empirical distribution function", "Quantiles", "In the order of time"),
        gallery.entries().get(0).plots().stream().map(Plot::title).toList());
  }

  @Test
  void labelsAreBarsOfShares() {
    Report report =
        DriftReport.of(test(REFERENCE, CURRENT), 0.05).withTables(REFERENCE, CURRENT).report();
    Chart chart =
        (Chart)
            block(report, 0, Gallery.class).entries().stream()
                .filter(entry -> entry.name().equals("mode"))
                .findFirst()
                .orElseThrow()
                .plots()
                .get(0);
    assertEquals(List.of("on"), chart.horizontal().categories());
    assertEquals(1, chart.series().get(0).values()[0], 1e-12);
  }

  @Test
  void rareLabelsAreShownTogether() {
    List<String> many = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      many.addAll(Collections.nCopies(31 - i, "label " + i));
    }
    Chart chart = LabelPlot.of("mode", many, many);
    assertEquals(20, chart.places().length);
    assertEquals("11 others", chart.horizontal().categories().get(19));
    assertEquals(1, Arrays.stream(chart.series().get(1).values()).sum(), 1e-12);
  }

  @Test
  void missingValuesAreTestsOfTheirOwn() {
    double[] gaps = Reports.numbers(100, 0, 1);
    Arrays.fill(gaps, 0, 40, Double.NaN);
    MixedTable current = MixedTable.empty().withNumbers("flow", gaps);
    MixedTable reference = MixedTable.empty().withNumbers("flow", Reports.numbers(100, 0, 1));
    Report report =
        DriftReport.of(test(reference, current), 0.05).withTables(reference, current).report();
    assertEquals("flow (missing)", block(report, 0, Table.class).columns().get(0).text(0));
    assertEquals(1, block(report, 0, Gallery.class).entries().size());
    Table table = block(report, 0, Table.class);
    assertEquals("40", table.columns().get(table.columns().size() - 1).text(0));
  }

  @Test
  void effectsAreNamedPoints() {
    Report report = DriftReport.of(test(REFERENCE, CURRENT), 0.05).report();
    Chart chart = block(report, 0, Chart.class);
    assertEquals("speed", chart.names().get(2));
    assertEquals(-Math.log10(0.005), chart.series().get(1).values()[2], 1e-12);
    assertTrue(Double.isNaN(chart.series().get(0).values()[2]));
  }

  @Test
  void notesOfTestsAreKept() {
    MixedTable constant = MixedTable.empty().withNumbers("flow", new double[] {3, 3, 3, 3});
    Report report = DriftReport.of(test(constant, constant), 0.05).report();
    Table notes = block(report, report.sections().size() - 1, Table.class);
    assertTrue(notes.columns().get(1).text(0).contains("interquartile range"));
  }

  @Test
  void columnsWithoutATestAreDrawnToo() {
    Report report =
        DriftReport.of(test(REFERENCE, CURRENT).columns().subList(0, 1), 0.05)
            .withTables(REFERENCE, CURRENT)
            .report();
    assertEquals(
        List.of("flow", "speed", "mode"),
        block(report, 0, Gallery.class).entries().stream().map(Gallery.Entry::name).toList());
  }

  @Test
  void tablesOfOtherColumnsAreRefused() {
    DriftReport report = DriftReport.of(test(REFERENCE, CURRENT), 0.05);
    assertThrown(
        IllegalArgumentException.class,
        () -> report.withTables(REFERENCE, MixedTable.empty()),
        "current",
        "[flow, speed, mode]");
    assertThrown(
        IllegalArgumentException.class,
        () ->
            report.withTables(
                MixedTable.empty().withLabels("flow", List.of("a")),
                MixedTable.empty().withNumbers("flow", new double[] {1})),
        "current",
        "'flow'");
  }

  @Test
  void discrepancyShowsRowsAndColumns() {
    Report report =
        DriftReport.of(test(REFERENCE, CURRENT), 0.05)
            .withDiscrepancy(new double[] {0.1, -0.2, 0.3}, Map.of("flow", 0.1, "speed", 0.4))
            .report();
    Chart witness = block(report, 1, Chart.class);
    assertArrayEquals(new double[] {0.1, -0.2, 0.3}, witness.series().get(0).values());
    assertEquals("2 of 3 current rows lie where the reference is rarer.", witness.description());
    Table table = block(report, 1, Table.class);
    assertEquals("speed", table.columns().get(0).text(0));
    assertEquals("0.4000", table.columns().get(1).text(0));
  }

  @Test
  void discrepancyIsFinite() {
    DriftReport report = DriftReport.of(test(REFERENCE, CURRENT), 0.05);
    assertThrown(
        IllegalArgumentException.class,
        () -> report.withDiscrepancy(new double[0], Map.of()),
        "rows of witness");
    assertThrown(
        IllegalArgumentException.class,
        () -> report.withDiscrepancy(new double[] {Double.NaN}, Map.of()),
        "witness",
        "NaN");
  }

  @Test
  void attributionSaysWhatChangedAndSinceWhen() {
    double[] late = Reports.numbers(80, 0, 5);
    for (int row = 40; row < 80; row++) {
      late[row] += 5;
    }
    MixedTable reference = MixedTable.empty().withNumbers("flow", Reports.numbers(100, 0, 1));
    MixedTable current = MixedTable.empty().withNumbers("flow", late);
    Report report =
        DriftReport.of(test(reference, current), 0.05)
            .with(DriftAttribution.withDefaults().attribute(reference, current, 42))
            .report();
    assertEquals("What changed", report.sections().get(1).title());
    Table table = block(report, 1, Table.class);
    assertEquals("flow", table.columns().get(0).text(1));
    assertEquals("mean", table.columns().get(1).text(1));
    assertEquals("40", table.columns().get(6).text(1));
  }

  @Test
  void attributionWithoutFindingsIsASentence() {
    Report report =
        DriftReport.of(test(REFERENCE, REFERENCE), 0.05)
            .with(DriftAttribution.withDefaults().attribute(REFERENCE, REFERENCE, 42))
            .report();
    assertTrue(report.sections().get(1).text().startsWith("Nothing was found"));
    assertEquals(List.of(), report.sections().get(1).blocks());
  }

  @Test
  void levelIsAProbability() {
    assertThrown(
        IllegalArgumentException.class,
        () -> DriftReport.of(List.of(), Double.NaN),
        "alpha",
        "NaN");
  }
}
