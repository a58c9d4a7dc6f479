package io.github.anomalydata.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The tests of a decision: what each of them measures. */
final class DetectorTests {
  static final String LATENTS = "latents";
  static final String SCORES = "scores";

  private final DriftDetector options;
  private final int reference;
  private final int current;
  private final List<Column> columns = new ArrayList<>();
  private Optional<JointKernel> kernel = Optional.empty();
  private Optional<Decision.Untested> untestedKernel = Optional.empty();

  /**
   * A test of a column.
   *
   * @param test the test
   * @param measure what it measures
   */
  record Column(ColumnTest test, Measure measure) {}

  DetectorTests(DriftDetector options, int reference, int current) {
    this.options = options;
    this.reference = reference;
    this.current = current;
  }

  /** Adds the test of all latents at once. */
  void add(FittedMaximumMeanDiscrepancy latents, Rows sample) {
    if (reference >= 2 && current >= 2) {
      kernel = Optional.of(JointKernel.of(latents, sample));
      return;
    }
    untestedKernel =
        Optional.of(
            new Decision.Untested(
                Measure.LATENT_DISCREPANCY,
                LATENTS,
                new TestResult.InsufficientData(
                    FittedMaximumMeanDiscrepancy.NAME, "fewer than 2 rows", reference, current)));
  }

  /** Adds the tests of single latents. */
  void add(List<Series> latents, Rows sample, Distance distance) {
    boolean none = sample.count() == 0;
    for (int k = 0; k < latents.size(); k++) {
      Series before = latents.get(k);
      Series now = Series.of("latents", sample.column(k));
      Blocks blocks = none ? Blocks.NONE : Blocks.of(options.dependence(), before, now);
      ColumnTest test =
          new ColumnTest(
              new ColumnTest.Subject(String.valueOf(k), DriftResult.Aspect.VALUES, 0, 0),
              NumberComparison.name(distance),
              Presence.all(reference, current),
              none ? null : new NumberComparison(before, now, distance),
              none ? "no values" : "",
              blocks,
              blocks.notes(),
              CategoryChanges.NONE);
      columns.add(new Column(test, Measure.LATENT_DISTANCE));
    }
  }

  /** Adds the tests of scores. */
  void add(FittedScoreTest scores, Series sample) {
    Measure[] measures = {
      Measure.SCORE_DISTRIBUTION,
      Measure.SCORE_SHIFT,
      Measure.SCORE_SPREAD,
      Measure.SCORE_EXCEEDANCE
    };
    List<ColumnTest> tests = scores.tests(sample);
    for (int i = 0; i < tests.size(); i++) {
      columns.add(new Column(tests.get(i), measures[i]));
    }
  }

  /** Adds the tests of features. */
  void add(FittedDriftTest features, MixedTable sample) {
    for (ColumnTest test : features.tests(sample)) {
      Measure ofValues =
          sample.isNumeric(test.subject().column())
              ? Measure.FEATURE_DISTANCE
              : Measure.FEATURE_CATEGORIES;
      boolean missing = test.subject().aspect() == DriftResult.Aspect.MISSING;
      columns.add(new Column(test, missing ? Measure.FEATURE_MISSING : ofValues));
    }
  }

  /** Returns the tests of all columns, each with what it measures. */
  List<Column> columns() {
    return columns;
  }

  Optional<Decision.Untested> untestedKernel() {
    return untestedKernel;
  }

  JointTest joint() {
    return new JointTest(reference, current, columns.stream().map(Column::test).toList(), kernel);
  }
}
