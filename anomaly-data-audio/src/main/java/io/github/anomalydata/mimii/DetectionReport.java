package io.github.anomalydata.mimii;

import io.github.anomalydata.evaluation.PrecisionRecallCurve;
import io.github.anomalydata.evaluation.RocCurve;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well scores tell faulty machines from sound ones: a row for each unit, and the means over the
 * units of a kind of machine and over all, in which every unit counts alike.
 *
 * @param units the rows of the units, in order, at least one
 */
public record DetectionReport(List<Row> units) {
  /** The false positive rate up to which DCASE takes the partial area. */
  public static final double MAX_FALSE_POSITIVE_RATE = 0.1;

  /**
   * The figures of a unit, or their means over several.
   *
   * @param name the unit, or what the means are over
   * @param normal the number of normal recordings
   * @param abnormal the number of abnormal recordings
   * @param auc the area under the ROC curve
   * @param partialAuc the area up to {@link #MAX_FALSE_POSITIVE_RATE}, standardised by McClish
   * @param averagePrecision the average precision
   */
  public record Row(
      String name,
      int normal,
      int abnormal,
      double auc,
      double partialAuc,
      double averagePrecision) {
    private static Row mean(String name, List<Row> rows) {
      return new Row(
          name,
          rows.stream().mapToInt(Row::normal).sum(),
          rows.stream().mapToInt(Row::abnormal).sum(),
          rows.stream().mapToDouble(Row::auc).average().orElseThrow(),
          rows.stream().mapToDouble(Row::partialAuc).average().orElseThrow(),
          rows.stream().mapToDouble(Row::averagePrecision).average().orElseThrow());
    }
  }

  /**
   * Copies the rows.
   *
   * @param units the rows of the units, at least one
   * @throws IllegalArgumentException if there is none
   */
  public DetectionReport {
    units = List.copyOf(units);
    if (units.isEmpty()) {
      throw new IllegalArgumentException("units: at least one, got none");
    }
  }

  static DetectionReport of(Map<MachineUnit, Scored> units) {
    List<Row> rows = new ArrayList<>();
    units.forEach((unit, scored) -> rows.add(row(unit, scored)));
    return new DetectionReport(rows);
  }

  private static Row row(MachineUnit unit, Scored scored) {
    RocCurve roc = scored.roc(unit.toString());
    return new Row(
        unit.toString(),
        scored.normalCount(),
        scored.abnormalCount(),
        roc.auc(),
        roc.partialAuc(MAX_FALSE_POSITIVE_RATE),
        PrecisionRecallCurve.of(scored.scores(), scored.faults()).averagePrecision());
  }

  /**
   * Returns the means over the units of each kind of machine at each SNR.
   *
   * @return the rows, named such as {@code "6dB/fan"}
   */
  public List<Row> machines() {
    Map<String, List<Row>> machines = new LinkedHashMap<>();
    for (Row row : units) {
      String machine = row.name().substring(0, row.name().lastIndexOf('/'));
      machines.computeIfAbsent(machine, name -> new ArrayList<>()).add(row);
    }
    return machines.entrySet().stream().map(m -> Row.mean(m.getKey(), m.getValue())).toList();
  }

  /**
   * Returns the mean over all units.
   *
   * @return the row, named {@code "mean"}
   */
  public Row mean() {
    return Row.mean("mean", units);
  }
}
