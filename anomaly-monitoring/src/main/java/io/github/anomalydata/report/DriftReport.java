package io.github.anomalydata.report;

import io.github.anomalydata.drift.Attribution;
import io.github.anomalydata.drift.DriftResult;
import io.github.anomalydata.drift.DriftResult.Column;
import io.github.anomalydata.drift.MixedTable;
import io.github.anomalydata.drift.TestResult.Tested;
import io.github.anomalydata.internal.Require;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The report of drift tests: a verdict with its reasons, a table of features, and for each of them
 * how the reference and the current values are distributed. Instances are immutable.
 *
 * <pre>{@code
 * DriftResult result = DriftTest.withDefaults().fit(reference).test(current, 42);
 * DriftReport.of(result, 0.05)
 *     .withTables(reference, current)
 *     .report()
 *     .writeHtml(Path.of("drift.html"));
 * }</pre>
 */
public final class DriftReport {
  private record Tables(MixedTable reference, MixedTable current) {}

  private final List<Column> columns;
  private final double alpha;
  private final String title;
  private final Optional<Verdict> verdict;
  private final Optional<Tables> tables;
  private final Map<String, String> facts;
  private final List<Section> sections;

  private DriftReport(
      List<Column> columns,
      double alpha,
      String title,
      Optional<Verdict> verdict,
      Optional<Tables> tables,
      Map<String, String> facts,
      List<Section> sections) {
    this.columns = columns;
    this.alpha = alpha;
    this.title = title;
    this.verdict = verdict;
    this.tables = tables;
    this.facts = facts;
    this.sections = List.copyOf(sections);
  }

  /**
   * Returns the report of a test of tables.
   *
   * @param result what the tests say
   * @param alpha the probability of any false alarm that is accepted, above 0 and below 1
   * @return the report
   * @throws IllegalArgumentException if {@code alpha} is out of its range
   */
  public static DriftReport of(DriftResult result, double alpha) {
    return of(result.columns(), alpha);
  }

  /**
   * Returns the report of tests of columns.
   *
   * @param columns what each test says
   * @param alpha the probability of any false alarm that is accepted, above 0 and below 1
   * @return the report
   * @throws IllegalArgumentException if {@code alpha} is out of its range
   */
  public static DriftReport of(List<Column> columns, double alpha) {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha: above 0 and below 1, got " + alpha);
    }
    return new DriftReport(
        columns.stream().sorted(mostSurprisingFirst()).toList(),
        alpha,
        "Drift report",
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        List.of());
  }

  private static Comparator<Column> mostSurprisingFirst() {
    return Comparator.comparing((Column column) -> !(column.result() instanceof Tested))
        .thenComparingDouble(Column::adjustedPValue)
        .thenComparingDouble(column -> -effect(column));
  }

  private static double effect(Column column) {
    return column.result() instanceof Tested tested ? tested.effectSize() : Double.NaN;
  }

  /**
   * Returns this report with another title.
   *
   * @param words the title, not blank
   * @return the report
   * @throws IllegalArgumentException if it is blank
   */
  public DriftReport withTitle(String words) {
    return new DriftReport(
        columns, alpha, Checks.named("words", words), verdict, tables, facts, sections);
  }

  /**
   * Returns this report with another verdict, of who knows more than these tests. Without it the
   * report says in how many features there is drift, and in which most.
   *
   * @param result the verdict
   * @return the report
   */
  public DriftReport with(Verdict result) {
    return new DriftReport(columns, alpha, title, Optional.of(result), tables, facts, sections);
  }

  /**
   * Returns this report with the data that were tested, which it draws: the columns in the order of
   * the tests, then those without a test.
   *
   * @param reference the reference
   * @param current the current rows, with the same columns
   * @return the report
   * @throws IllegalArgumentException if the columns differ, or are of another kind
   */
  public DriftReport withTables(MixedTable reference, MixedTable current) {
    if (!reference.columns().equals(current.columns())) {
      throw new IllegalArgumentException(
          "current: the columns " + reference.columns() + ", got " + current.columns());
    }
    for (String name : reference.columns()) {
      if (reference.isNumbers(name) != current.isNumbers(name)) {
        throw new IllegalArgumentException(
            "current: the kinds of the reference, got another in '" + name + "'");
      }
    }
    return new DriftReport(
        columns,
        alpha,
        title,
        verdict,
        Optional.of(new Tables(reference, current)),
        facts,
        sections);
  }

  /**
   * Returns this report with one more fact beside its verdict.
   *
   * @param name the name of the fact, not blank
   * @param value its value
   * @return the report
   * @throws IllegalArgumentException if the name is blank
   */
  public DriftReport withFact(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(facts);
    more.put(Checks.named("name", name), value);
    return new DriftReport(columns, alpha, title, verdict, tables, more, sections);
  }

  /**
   * Returns this report with what a maximum mean discrepancy tells of rows and columns.
   *
   * @param witness the witness at each current row, in the order of time, at least one
   * @param contributions what each column adds to the discrepancy, by its name; empty if not known
   * @return the report
   * @throws IllegalArgumentException if there is no row, or a number is not finite
   * @see io.github.anomalydata.drift.FittedMaximumMeanDiscrepancy#witness(double[][])
   * @see io.github.anomalydata.drift.FittedMaximumMeanDiscrepancy#contributions(double[][])
   */
  public DriftReport withDiscrepancy(double[] witness, Map<String, Double> contributions) {
    Require.atLeast("rows of witness", witness.length, 1);
    Checks.finite("witness", witness);
    double[] shares = contributions.values().stream().mapToDouble(share -> share).toArray();
    Checks.finite("contributions", shares);
    return with(DiscrepancySection.of(witness, contributions));
  }

  /**
   * Returns this report with what changed in which columns, and since when.
   *
   * @param attribution what was found
   * @return the report
   */
  public DriftReport with(Attribution attribution) {
    return with(AttributionSection.of(attribution));
  }

  /**
   * Returns this report with one more section, after that of features.
   *
   * @param section the section
   * @return the report
   */
  public DriftReport with(Section section) {
    List<Section> more = new ArrayList<>(sections);
    more.add(section);
    return new DriftReport(columns, alpha, title, verdict, tables, facts, more);
  }

  /**
   * Returns the report, to be written.
   *
   * @return the report
   */
  public Report report() {
    Report report = Report.of(title).with(verdict.orElseGet(() -> DriftVerdict.of(columns, alpha)));
    for (Map.Entry<String, String> fact : facts.entrySet()) {
      report = report.withFact(fact.getKey(), fact.getValue());
    }
    report = report.with(features());
    for (Section section : sections) {
      report = report.with(section);
    }
    Table notes = DriftTables.notes(columns);
    return notes.rows() == 0 ? report : report.with(Section.of("Notes", notes));
  }

  private Section features() {
    Section section =
        Section.of("Features", DriftTables.features(columns, alpha))
            .withText(
                "A feature has drifted where its p-value, adjusted for the number of tests, is at"
                    + " most "
                    + alpha
                    + ". The effect size says how far it moved, whatever the number of rows.");
    if (columns.stream().filter(column -> column.result() instanceof Tested).count() > 1) {
      section = section.with(DriftTables.effects(columns, alpha));
    }
    if (tables.isPresent()) {
      section = section.with(gallery(tables.get()));
    }
    return section;
  }

  private Gallery gallery(Tables data) {
    Set<String> names = new LinkedHashSet<>(columns.stream().map(Column::name).toList());
    names.retainAll(data.reference.columns());
    names.addAll(data.reference.columns());
    Gallery gallery = Gallery.of("Distributions");
    for (String name : names) {
      List<Plot> plots = plots(name, data);
      gallery = plots.isEmpty() ? gallery : gallery.with(name, plots.toArray(Plot[]::new));
    }
    return gallery;
  }

  private static List<Plot> plots(String name, Tables data) {
    if (!data.reference.isNumbers(name)) {
      return List.of(LabelPlot.of(name, data.reference.labels(name), data.current.labels(name)));
    }
    double[] before = data.reference.numbers(name);
    double[] now = data.current.numbers(name);
    if (hasNone(before) || hasNone(now)) {
      return List.of();
    }
    TwoSamples samples = TwoSamples.of(name, before, now);
    return List.of(
        samples.histograms(),
        samples.distributionFunctions(),
        samples.quantiles(),
        samples.overTime());
  }

  private static boolean hasNone(double[] values) {
    return Arrays.stream(values).noneMatch(Double::isFinite);
  }
}
