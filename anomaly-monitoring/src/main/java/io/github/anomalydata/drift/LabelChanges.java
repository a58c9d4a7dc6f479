package io.github.anomalydata.drift;

import io.github.anomalydata.drift.Attribution.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How often a column has each label, or none: the root of chi-squared, which is on the scale of the
 * other statistics.
 */
final class LabelChanges implements ChangeTest {
  private final ColumnTest test;
  private final Evidence evidence;

  private LabelChanges(ColumnTest test, Evidence evidence) {
    this.test = test;
    this.evidence = evidence;
  }

  /** Returns whether values are missing more or less often; the test is of that aspect. */
  static LabelChanges ofMissing(ColumnTest test, MixedTable.Column before, MixedTable.Column now) {
    int n = before.rows();
    double[] scores = new double[n + now.rows()];
    Arrays.setAll(
        scores, row -> (row < n ? before.isMissing(row) : now.isMissing(row - n)) ? 1 : 0);
    return new LabelChanges(test, evidence(test.subject().column(), Change.MISSING, "", scores, n));
  }

  /** Returns whether labels are more or less often. */
  static LabelChanges ofCategories(
      ColumnTest test, MixedTable.Labels before, MixedTable.Labels now) {
    Map<Object, int[]> counts = new LinkedHashMap<>();
    List<Object> labels = new ArrayList<>();
    int n = count(before, 0, counts, labels);
    int m = count(now, 1, counts, labels);
    Object changed = labels.get(0);
    double greatest = -1;
    for (Map.Entry<Object, int[]> label : counts.entrySet()) {
      int[] rows = label.getValue();
      double change = Math.abs((double) rows[1] / m - (double) rows[0] / n);
      if (change > greatest) {
        greatest = change;
        changed = label.getKey();
      }
    }
    Object most = changed;
    double[] scores = labels.stream().mapToDouble(label -> label.equals(most) ? 1 : 0).toArray();
    int[] rows = counts.getOrDefault(most, new int[2]);
    String detail =
        (rows[0] == 0 ? "new label '" : rows[1] == 0 ? "vanished label '" : "label '") + most + "'";
    return new LabelChanges(
        test, evidence(test.subject().column(), Change.CATEGORIES, detail, scores, n));
  }

  private static int count(
      MixedTable.Labels column, int sample, Map<Object, int[]> counts, List<Object> labels) {
    int before = labels.size();
    for (Object label : column.values()) {
      if (label != null) {
        labels.add(label);
        counts.computeIfAbsent(label, unseen -> new int[2])[sample]++;
      }
    }
    return labels.size() - before;
  }

  private static Evidence evidence(
      String column, Change change, String detail, double[] scores, int n) {
    double before = Arrays.stream(scores, 0, n).sum() / n;
    double after = Arrays.stream(scores, n, scores.length).sum() / (scores.length - n);
    return new Evidence(column, change, before, after, after - before, detail, scores);
  }

  @Override
  public int count() {
    return 1;
  }

  @Override
  public Supplier<Statistics> statistics() {
    Supplier<ColumnTest.Statistic> statistic = test.statistic();
    return () -> {
      ColumnTest.Statistic own = statistic.get();
      return (order, mask, to) -> to[0] = Math.sqrt(own.of(order, mask));
    };
  }

  @Override
  public Evidence evidence(int index) {
    return evidence;
  }

  @Override
  public Presence presence() {
    return test.presence();
  }
}
