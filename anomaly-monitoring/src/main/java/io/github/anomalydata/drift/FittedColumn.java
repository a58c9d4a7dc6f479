package io.github.anomalydata.drift;

import io.github.anomalydata.drift.ColumnTest.Subject;
import io.github.anomalydata.drift.DriftResult.Aspect;
import io.github.anomalydata.drift.MixedTable.Column;
import io.github.anomalydata.drift.MixedTable.Labels;
import io.github.anomalydata.drift.MixedTable.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A column of the reference, prepared for tests. */
abstract class FittedColumn {
  private static final String NO_VALUES = "no values";

  final DriftTest options;
  private final String name;
  private final Column reference;

  private FittedColumn(DriftTest options, String name, Column reference) {
    this.options = options;
    this.name = name;
    this.reference = reference;
  }

  static FittedColumn of(DriftTest options, String name, Column reference) {
    return reference instanceof Numbers numbers
        ? new OfNumbers(options, name, numbers)
        : new OfLabels(options, name, (Labels) reference);
  }

  /** Returns the tests against a column of the same kind. */
  List<ColumnTest> tests(Column current) {
    Presence presence = Presence.of(reference, current);
    List<ColumnTest> tests =
        new ArrayList<>(values(subject(Aspect.VALUES, presence, current), presence, current));
    boolean some = presence.reference() + presence.current() > 0;
    boolean both = reference.rows() > 0 && current.rows() > 0;
    if (options.missingValues() == MissingValues.TEST && presence.isPartial() && some && both) {
      tests.add(missing(presence, current));
    }
    return tests;
  }

  private Subject subject(Aspect aspect, Presence presence, Column current) {
    return new Subject(
        name, aspect, reference.rows() - presence.reference(), current.rows() - presence.current());
  }

  /** Returns the tests of the values. */
  abstract List<ColumnTest> values(Subject subject, Presence presence, Column current);

  private ColumnTest missing(Presence presence, Column current) {
    int[] codes = Arrays.stream(presence.places()).map(place -> place < 0 ? 1 : 0).toArray();
    Contingency counts = new Contingency(codes, reference.rows(), 2);
    return new ColumnTest(
        subject(Aspect.MISSING, presence, current),
        Contingency.name(CategoryDistance.CHI_SQUARED),
        Presence.all(reference.rows(), current.rows()),
        counts.comparison(CategoryDistance.CHI_SQUARED),
        "",
        counts.blocks(options.dependence()),
        List.of(),
        CategoryChanges.NONE);
  }

  /** A column of numbers: those that are there are sorted once. */
  private static final class OfNumbers extends FittedColumn {
    private final Series series;

    OfNumbers(DriftTest options, String name, Numbers reference) {
      super(options, name, reference);
      this.series = reference.present("column '" + name + "' of the reference");
    }

    @Override
    List<ColumnTest> values(Subject subject, Presence presence, Column current) {
      Series sample =
          ((Numbers) current).present("column '" + subject.column() + "' of the current table");
      boolean none = series.size() == 0 || sample.size() == 0;
      Blocks blocks = none ? Blocks.NONE : Blocks.of(options.dependence(), series, sample);
      List<ColumnTest> tests = new ArrayList<>();
      for (Distance distance : options.distances()) {
        tests.add(
            new ColumnTest(
                subject,
                NumberComparison.name(distance),
                presence,
                none ? null : new NumberComparison(series, sample, distance),
                none ? NO_VALUES : "",
                blocks,
                blocks.notes(),
                CategoryChanges.NONE));
      }
      return tests;
    }
  }

  /** A column of labels: those that are there are numbered once. */
  private static final class OfLabels extends FittedColumn {
    private final FittedCategoryTest fitted;

    OfLabels(DriftTest options, String name, Labels reference) {
      super(options, name, reference);
      this.fitted = options.categories().fit(present(reference));
    }

    private static List<Object> present(Labels column) {
      List<Object> present = new ArrayList<>();
      for (Object label : column.values()) {
        if (label != null) {
          present.add(label);
        }
      }
      return present;
    }

    @Override
    List<ColumnTest> values(Subject subject, Presence presence, Column current) {
      FittedCategoryTest.Table table = fitted.table(present((Labels) current));
      boolean none = presence.reference() == 0 || presence.current() == 0;
      CategoryDistance distance = options.categories().distance();
      Blocks blocks = none ? Blocks.NONE : table.counts().blocks(options.dependence());
      List<String> notes = new ArrayList<>(table.notes());
      notes.addAll(blocks.notes());
      return List.of(
          new ColumnTest(
              subject,
              Contingency.name(distance),
              presence,
              none ? null : table.counts().comparison(distance),
              none ? NO_VALUES : "",
              blocks,
              notes,
              table.changes()));
    }
  }
}
