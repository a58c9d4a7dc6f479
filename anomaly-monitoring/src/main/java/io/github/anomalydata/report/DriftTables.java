package io.github.anomalydata.report;

import io.github.anomalydata.drift.DriftResult.Column;
import io.github.anomalydata.drift.TestResult.InsufficientData;
import io.github.anomalydata.drift.TestResult.Tested;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The tables of drift tests, and the chart of all of them. */
final class DriftTables {
  private static final Digits FOUR = Digits.decimals(4);
  private static final Digits WHOLE = Digits.decimals(0);

  private DriftTables() {}

  static Table features(List<Column> columns, double alpha) {
    List<Mark> marks = columns.stream().map(column -> mark(column, alpha)).toList();
    Table table =
        Table.of("Tests")
            .withText("feature", columns.stream().map(DriftVerdict::label).toList())
            .withMarks("result", marks, marks.stream().map(DriftTables::word).toList())
            .withNumbers("adjusted p", FOUR, of(columns, t -> t.adjustedP))
            .withNumbers("p-value", FOUR, of(columns, t -> t.tested.pValue()))
            .withNumbers("effect size", Digits.decimals(3), of(columns, t -> t.tested.effectSize()))
            .withNumbers("statistic", Digits.significant(4), of(columns, t -> t.tested.statistic()))
            .withText("test", columns.stream().map(column -> column.result().test()).toList())
            .withNumbers(
                "rows before",
                WHOLE,
                columns.stream().mapToDouble(c -> c.result().referenceSize()).toArray())
            .withNumbers(
                "rows now",
                WHOLE,
                columns.stream().mapToDouble(c -> c.result().currentSize()).toArray());
    if (columns.stream().anyMatch(c -> c.missingReference() + c.missingCurrent() > 0)) {
      table =
          table
              .withNumbers(
                  "missing before",
                  WHOLE,
                  columns.stream().mapToDouble(Column::missingReference).toArray())
              .withNumbers(
                  "missing now",
                  WHOLE,
                  columns.stream().mapToDouble(Column::missingCurrent).toArray());
    }
    return table;
  }

  private record Outcome(Tested tested, double adjustedP) {}

  private static double[] of(List<Column> columns, ToDoubleFunction<Outcome> value) {
    return columns.stream()
        .mapToDouble(
            column ->
                column.result() instanceof Tested tested
                    ? value.applyAsDouble(new Outcome(tested, column.adjustedPValue()))
                    : Double.NaN)
        .toArray();
  }

  private static Mark mark(Column column, double alpha) {
    if (!(column.result() instanceof Tested)) {
      return Mark.NEUTRAL;
    }
    return column.reject(alpha) ? Mark.ALARM : Mark.GOOD;
  }

  private static String word(Mark mark) {
    return switch (mark) {
      case ALARM -> "drift";
      case GOOD -> "no drift";
      default -> "not tested";
    };
  }

  /** Returns how far each feature moved against how sure that is. */
  static Chart effects(List<Column> columns, double alpha) {
    List<Column> tested =
        columns.stream()
            .filter(column -> column.result() instanceof Tested)
            .sorted(Comparator.comparingDouble(c -> ((Tested) c.result()).effectSize()))
            .toList();
    double[] places = of(tested, t -> t.tested.effectSize());
    double[] drifted = new double[places.length];
    double[] others = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      double height = -Math.log10(tested.get(i).adjustedPValue());
      boolean alarm = tested.get(i).reject(alpha);
      drifted[i] = alarm ? height : Double.NaN;
      others[i] = alarm ? Double.NaN : height;
    }
    return Chart.of(
            "Effect against p-value", Axis.of("effect size"), Axis.of("−log₁₀ adjusted p"), places)
        .withPoints("no drift", Tone.GREY, others)
        .withPoints("drift", Tone.RED, drifted)
        .withLimit("level " + alpha, Tone.GREY, -Math.log10(alpha))
        .withNames(tested.stream().map(DriftVerdict::label).toList())
        .withDescription(
            "One point for each test. To the right: moved far. Above the line: unlikely to be"
                + " chance.");
  }

  static Table notes(List<Column> columns) {
    List<String> names = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Column column : columns) {
      List<String> own = new ArrayList<>();
      if (column.result() instanceof Tested tested) {
        own.addAll(tested.notes());
      } else if (column.result() instanceof InsufficientData insufficient) {
        own.add("not tested: " + insufficient.reason());
      }
      for (String note : own) {
        names.add(DriftVerdict.label(column));
        notes.add(note);
      }
    }
    return Table.of("Notes of the tests").withText("feature", names).withText("note", notes);
  }
}
