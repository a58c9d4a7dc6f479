package io.github.anomalydata.metrics;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** All that is known of the batches of some time, whatever their number. */
final class Totals {
  /** Names of measures beyond this many are counted under {@link #OTHER}. */
  static final int MEASURES = 100;

  static final String OTHER = "other";

  private long batches;
  private long predictions;
  private long notFinite;
  private long anomalies;
  private double drift = Double.NaN;
  private final Moments scores = new Moments();
  private final Histogram scoreBins = new Histogram();
  private final Moments latency = new Moments();
  private final Histogram latencyBins = new Histogram();
  private final Map<String, Moments> measures = new TreeMap<>();
  private final Confusion confusion = new Confusion();
  private final Histogram positives = new Histogram();
  private final Histogram negatives = new Histogram();

  void add(Entry entry) {
    if (entry.labels) {
      confusion.add(entry.confusion);
      entry.positives.addTo(positives);
      entry.negatives.addTo(negatives);
      return;
    }
    batches++;
    predictions += entry.predictions;
    notFinite += entry.notFinite;
    anomalies += entry.anomalies;
    drift = max(drift, entry.drift);
    scores.add(entry.scores);
    entry.bins.addTo(scoreBins);
    double seconds = entry.latencyNanos / 1e9;
    latency.add(seconds);
    latencyBins.add(Bins.of(seconds), 1);
    if (!entry.measures.isEmpty()) {
      entry.measures.forEach((name, value) -> measure(name).add(value));
    }
  }

  void add(Totals other) {
    batches += other.batches;
    predictions += other.predictions;
    notFinite += other.notFinite;
    anomalies += other.anomalies;
    drift = max(drift, other.drift);
    scores.add(other.scores);
    scoreBins.add(other.scoreBins);
    latency.add(other.latency);
    latencyBins.add(other.latencyBins);
    other.measures.forEach((name, moments) -> measure(name).add(moments));
    confusion.add(other.confusion);
    positives.add(other.positives);
    negatives.add(other.negatives);
  }

  private Moments measure(String name) {
    boolean isRoom = measures.size() < MEASURES || measures.containsKey(name);
    return measures.computeIfAbsent(isRoom ? name : OTHER, any -> new Moments());
  }

  /** A drift of NaN was not measured. */
  private static double max(double a, double b) {
    return Double.isNaN(a) || b > a ? b : a;
  }

  void pack() {
    scoreBins.pack();
    latencyBins.pack();
    positives.pack();
    negatives.pack();
  }

  WindowSummary summary(Instant from, Instant to) {
    Map<String, Distribution> distributions = new TreeMap<>();
    measures.forEach((name, moments) -> distributions.put(name, new Distribution(moments)));
    return new WindowSummary(
        from,
        to,
        batches,
        predictions,
        notFinite,
        anomalies,
        new Distribution(latency, latencyBins),
        new Distribution(scores, scoreBins),
        drift,
        new LabelledScores(confusion, positives, negatives),
        distributions);
  }
}
