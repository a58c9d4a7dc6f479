package io.github.anomalydata.metrics.prometheus;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import java.util.Map;
import java.util.TreeMap;

/** The drift of each feature by each method, up to so many. Not safe for threads. */
final class DriftGauges {
  private static final String OTHER = "other";

  private final int most;
  private final Map<Labels, Double> values = new TreeMap<>();
  private double other = Double.NaN;
  private long dropped;

  DriftGauges(int most) {
    this.most = most;
  }

  void set(String method, String feature, double value) {
    Labels labels = Labels.of("method", method, "feature", feature);
    if (values.size() < most || values.containsKey(labels)) {
      values.put(labels, value);
    } else {
      other = value;
      dropped++;
    }
  }

  GaugeSnapshot snapshot(String name) {
    GaugeSnapshot.Builder gauge =
        GaugeSnapshot.builder().name(name).help("Drift of a feature by a method, as reported last");
    values.forEach((labels, value) -> gauge.dataPoint(point(labels, value)));
    Labels rest = Labels.of("method", OTHER, "feature", OTHER);
    if (dropped > 0 && !values.containsKey(rest)) {
      gauge.dataPoint(point(rest, other));
    }
    return gauge.build();
  }

  private static GaugeDataPointSnapshot point(Labels labels, double value) {
    return GaugeDataPointSnapshot.builder().labels(labels).value(value).build();
  }

  CounterSnapshot droppedSnapshot(String name) {
    return CounterSnapshot.builder()
        .name(name)
        .help("Reports of drift beyond the number of series, shown as feature \"other\"")
        .dataPoint(CounterDataPointSnapshot.builder().value((double) dropped).build())
        .build();
  }
}
