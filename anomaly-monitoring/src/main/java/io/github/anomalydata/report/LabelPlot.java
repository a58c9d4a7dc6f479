package io.github.anomalydata.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Bars for the labels of two samples. */
final class LabelPlot {
  private static final int MOST = 20;

  private LabelPlot() {}

  static Chart of(
      String name,
      List<? extends @Nullable Object> reference,
      List<? extends @Nullable Object> current) {
    Map<String, double[]> shares = new LinkedHashMap<>();
    count(reference, 0, shares);
    count(current, 1, shares);
    List<String> labels = new ArrayList<>(shares.keySet());
    labels.sort(
        Comparator.comparingDouble(
            label -> -Math.max(share(shares, label, 0), share(shares, label, 1))));
    int shown = labels.size() > MOST ? MOST - 1 : labels.size();
    List<String> names = new ArrayList<>(labels.subList(0, shown));
    List<String> rest = labels.subList(shown, labels.size());
    if (!rest.isEmpty()) {
      names.add(rest.size() + " others");
    }
    double[] before = new double[names.size()];
    double[] now = new double[names.size()];
    for (int i = 0; i < names.size(); i++) {
      for (String label : i < shown ? List.of(labels.get(i)) : rest) {
        before[i] += share(shares, label, 0);
        now[i] += share(shares, label, 1);
      }
    }
    return Chart.ofCategories(
            "Shares of labels", Axis.ofCategories(name, names), Axis.of("share of rows"))
        .withBars("reference", Tone.BLUE, before)
        .withBars("current", Tone.ORANGE, now)
        .withDescription(labels.size() + " labels, the most frequent first.");
  }

  private static double share(Map<String, double[]> shares, String label, int sample) {
    double[] both = shares.get(label);
    return both == null ? 0 : both[sample];
  }

  private static void count(
      List<? extends @Nullable Object> labels, int sample, Map<String, double[]> shares) {
    long present = labels.stream().filter(label -> label != null).count();
    for (Object label : labels) {
      if (label != null) {
        shares.computeIfAbsent(label.toString(), any -> new double[2])[sample] += 1.0 / present;
      }
    }
  }
}
