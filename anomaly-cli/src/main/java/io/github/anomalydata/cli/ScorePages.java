package io.github.anomalydata.cli;

import io.github.anomalydata.evaluation.PrecisionRecallCurve;
import io.github.anomalydata.evaluation.RocCurve;
import io.github.anomalydata.report.Digits;
import io.github.anomalydata.report.Gallery;
import io.github.anomalydata.report.Mark;
import io.github.anomalydata.report.Report;
import io.github.anomalydata.report.ScorePlots;
import io.github.anomalydata.report.Section;
import io.github.anomalydata.report.Table;
import io.github.anomalydata.report.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** How well scores tell anomalies from normal samples, as a report. */
public final class ScorePages {
  private static final Digits THREE = Digits.decimals(3);
  private static final Digits WHOLE = Digits.decimals(0);

  /** The scores of one group: a machine, a kind of product. */
  private static final class Group {
    private final List<Double> scores = new ArrayList<>();
    private final List<Boolean> anomalous = new ArrayList<>();

    double[] values() {
      return scores.stream().mapToDouble(score -> score).toArray();
    }

    boolean[] labels() {
      boolean[] labels = new boolean[anomalous.size()];
      IntStream.range(0, labels.length).forEach(i -> labels[i] = anomalous.get(i));
      return labels;
    }

    int anomalies() {
      return (int) anomalous.stream().filter(label -> label).count();
    }

    boolean hasBoth() {
      return anomalies() > 0 && anomalies() < anomalous.size();
    }
  }

  private final Map<String, Group> groups = new LinkedHashMap<>();

  /** Creates a report without scores. */
  public ScorePages() {}

  /**
   * Adds a score.
   *
   * @param group the name of its group
   * @param score the score, greater for what is more anomalous
   * @param anomalous whether it is of an anomaly
   */
  public void add(String group, double score, boolean anomalous) {
    Group scored = groups.computeIfAbsent(group, name -> new Group());
    scored.scores.add(score);
    scored.anomalous.add(anomalous);
  }

  /**
   * Returns the report on all groups that have both anomalies and normal samples.
   *
   * @param title its title
   * @param kind what groups are, in one word
   * @return the report
   */
  public Report report(String title, String kind) {
    Map<String, Group> both = new LinkedHashMap<>(groups);
    both.values().removeIf(group -> !group.hasBoth());
    double[] areas = each(both, group -> RocCurve.of(group.values(), group.labels()).auc());
    Gallery gallery = Gallery.of("Curves");
    for (Map.Entry<String, Group> group : both.entrySet()) {
      ScorePlots plots = ScorePlots.of(group.getValue().values(), group.getValue().labels());
      gallery =
          gallery.with(group.getKey(), plots.roc(), plots.precisionRecall(), plots.histograms());
    }
    Table table =
        Table.of("Scores")
            .withText(kind, List.copyOf(both.keySet()))
            .withNumbers("AUC", THREE, areas)
            .withNumbers(
                "average precision", THREE, each(both, g -> precision(g).averagePrecision()))
            .withNumbers("best F1", THREE, each(both, g -> precision(g).best().f1()))
            .withNumbers(
                "its threshold",
                Digits.significant(4),
                each(both, g -> precision(g).best().threshold()))
            .withNumbers("normal", WHOLE, each(both, g -> g.scores.size() - g.anomalies()))
            .withNumbers("anomalies", WHOLE, each(both, Group::anomalies));
    return Report.of(title)
        .with(verdict(kind, List.copyOf(both.keySet()), areas))
        .with(
            Section.of("Scores", table, gallery)
                .withText(
                    "An area of 1 tells all anomalies from all normal samples, one of 0.5 none. The"
                        + " threshold of the best F1 is chosen on these very data."));
  }

  private static double[] each(Map<String, Group> groups, ToDoubleFunction<Group> figure) {
    return groups.values().stream().mapToDouble(figure).toArray();
  }

  private static PrecisionRecallCurve precision(Group group) {
    return PrecisionRecallCurve.of(group.values(), group.labels());
  }

  private Verdict verdict(String kind, List<String> names, double[] areas) {
    List<String> reasons = new ArrayList<>();
    if (names.size() > 1) {
      int worst = 0;
      for (int i = 1; i < areas.length; i++) {
        worst = areas[i] < areas[worst] ? i : worst;
      }
      reasons.add("Least for " + names.get(worst) + ": " + THREE.format(areas[worst]) + ".");
    }
    if (names.size() < groups.size()) {
      reasons.add(
          groups.size() - names.size() + " without anomalies or without normal samples left out.");
    }
    double mean = IntStream.range(0, areas.length).mapToDouble(i -> areas[i]).average().orElse(0);
    return names.isEmpty()
        ? new Verdict(Mark.NEUTRAL, "Nothing to compare", reasons)
        : new Verdict(
            Mark.NEUTRAL,
            "Mean AUC "
                + THREE.format(mean)
                + " of "
                + names.size()
                + " "
                + kind
                + (names.size() == 1 ? "" : "s"),
            reasons);
  }
}
